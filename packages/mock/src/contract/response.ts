import { cachedBy } from "./cached-by.ts";
import {
  assumptionOf,
  follow,
  type HeaderObject,
  isSensitive,
  isSensitiveSchema,
  type OpenApiDocument,
  type OperationObject,
  type RequestBody,
  type ResponseObject,
  type Schema,
} from "./document.ts";

/** A body of one media type. */
export interface Content {
  readonly mediaType: string;
  readonly schema: Schema | undefined;
  /** Whether the contract shows an example of a whole body. */
  readonly hasExample: boolean;
}

/** A documented response of an operation. */
export interface OperationResponse {
  /** `200`, `4XX` or `default`. */
  readonly code: string;
  readonly contents: readonly Content[];
  readonly headers: readonly ResponseHeader[];
  /** Of an error: a list of coded errors, an OAuth error (RFC 6749 section 5.2), or a message alone, by its schema. */
  readonly errorBody: "error-list" | "oauth" | "message";
  /** `x-error-codes` */
  readonly errorCodes: readonly string[];
  /** `x-assumption` */
  readonly assumption: string | undefined;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  /** `x-sdk-fact` */
  readonly fact: unknown;
  /** `x-sensitive` of the header or its schema. */
  readonly isSensitive: boolean;
}

/** Reads the responses of an operation. */
export type ReadResponses = (operation: OperationObject) => readonly OperationResponse[];

/** Makes a reader of responses. A response that many operations refer to is read once. */
export function createReadResponses(document: OpenApiDocument): ReadResponses {
  const byCode = cachedBy((_response: ResponseObject) => new Map<string, OperationResponse>());
  return ({ responses = {} }) =>
    Object.entries(responses).map(([code, entry]) => {
      const response = follow<ResponseObject>(document, entry);
      const known = byCode(response);
      const read = known.get(code) ?? readResponse(document, code, response);
      known.set(code, read);
      return read;
    });
}

function readResponse(document: OpenApiDocument, code: string, response: ResponseObject): OperationResponse {
  const contents = readContents(response.content);
  return {
    code,
    contents,
    errorBody: readErrorBody(document, contents),
    headers: Object.entries(response.headers ?? {}).map(([name, entry]) => {
      const header = follow<HeaderObject>(document, entry);
      const { required, schema = {}, "x-sdk-fact": fact } = header;
      const isHidden = isSensitive(header) || isSensitiveSchema(document, schema);
      return { name, required: required === true, schema, fact, isSensitive: isHidden };
    }),
    errorCodes: response["x-error-codes"] ?? [],
    assumption: assumptionOf(response),
  };
}

function readErrorBody(document: OpenApiDocument, [content]: readonly Content[]): OperationResponse["errorBody"] {
  const properties = (content?.schema && follow<Schema>(document, content.schema).properties) ?? {};
  if ("errors" in (properties as object)) return "error-list";
  if ("message" in (properties as object)) return "message";
  return "error" in (properties as object) ? "oauth" : "error-list";
}

/** Reads the media types of a body. */
export function readContents(content: RequestBody["content"]): Content[] {
  return Object.entries(content ?? {}).map(([mediaType, { schema, example, examples }]) => ({
    mediaType,
    schema,
    hasExample: (example ?? examples ?? schema?.examples ?? schema?.example) !== undefined,
  }));
}
