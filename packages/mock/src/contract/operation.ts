import {
  assumptionOf,
  follow,
  type HeaderObject,
  type OpenApiDocument,
  type OperationObject,
  type PathItem,
  type RequestBody,
  type ResponseObject,
  type Schema,
  type SecurityScheme,
  type TokenKind,
} from "./document.ts";
import { findIdempotencyKey, type IdempotencyKey } from "./idempotency-key.ts";
import { type Parameter, readParameters } from "./parameter.ts";
import { type PathSegment, readPath } from "./path-segment.ts";
import { whyUnsupported } from "./unsupported.ts";

/** One operation of the contract, with every reference outside of schemas followed. */
export interface Operation {
  /**
   * The SDK name (`cards.list`), in a dated version of the API behind the version (`2026Q3/cards.list`); method and path
   * where the contract gives none.
   */
  readonly name: string;
  /** In lower case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly segments: readonly PathSegment[];
  readonly pathParameters: readonly Parameter[];
  readonly queryParameters: readonly Parameter[];
  readonly headerParameters: readonly Parameter[];
  readonly requestBody: { readonly required: boolean; readonly contents: readonly Content[] } | undefined;
  readonly responses: readonly OperationResponse[];
  /** Alternatives, each a list of schemes that all have to be met. */
  readonly security: readonly (readonly SecurityScheme[])[];
  /** Whose access tokens are accepted (`x-token`): undefined if none; anybody's where the contract does not say. */
  readonly tokenKinds: readonly TokenKind[] | undefined;
  /** Whether a 400 carries a list of coded errors or an OAuth error (RFC 6749 section 5.2), by its schema. */
  readonly badRequestBody: "error-list" | "oauth";
  /** `x-idempotency-key` */
  readonly idempotencyKey: IdempotencyKey | undefined;
  /** `x-sca` */
  readonly mayNeedSca: boolean;
  /** `x-requires-card-status` */
  readonly requiredCardStatuses: readonly string[] | undefined;
  /** `x-assumption` of the operation itself. */
  readonly assumption: string | undefined;
  /** Why the mock's own validators cannot read this operation, if so. Prism's originals then do the work. */
  readonly unsupported: string | undefined;
}

export interface Content {
  readonly mediaType: string;
  readonly schema: Schema | undefined;
  /** Whether the contract shows an example of a whole body. */
  readonly hasExample: boolean;
}

export interface OperationResponse {
  /** `200`, `4XX` or `default`. */
  readonly code: string;
  readonly contents: readonly Content[];
  readonly headers: readonly ResponseHeader[];
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
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Reads every operation of a bundled document, in its order. */
export function readOperations(document: OpenApiDocument): Operation[] {
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item[method];
      if (operation) operations.push(readOperation(document, path, method, item, operation as OperationObject));
    }
  }
  return operations;
}

function readOperation(
  document: OpenApiDocument,
  path: string,
  method: string,
  item: PathItem,
  source: OperationObject,
): Operation {
  const parameters = readParameters(document, item, source);
  const body = source.requestBody && follow<RequestBody>(document, source.requestBody);
  const contents = readContents(body?.content);
  const responses = Object.entries(source.responses ?? {}).map(([code, response]) =>
    readResponse(document, code, follow<ResponseObject>(document, response)),
  );
  const security = readSecurity(document, source);
  return {
    name: nameOf(path, method, item, source),
    method,
    path,
    segments: readPath(path),
    pathParameters: parameters.filter((parameter) => parameter.in === "path"),
    queryParameters: parameters.filter((parameter) => parameter.in === "query"),
    headerParameters: parameters.filter((parameter) => parameter.in === "header"),
    requestBody: body && { required: body.required === true, contents },
    responses,
    security,
    tokenKinds: readTokenKinds(security),
    badRequestBody: readBadRequestBody(document, responses),
    idempotencyKey: findIdempotencyKey(
      document,
      parameters,
      contents.map(({ schema }) => schema),
    ),
    mayNeedSca: source["x-sca"] === "where-applicable",
    requiredCardStatuses: source["x-requires-card-status"] as readonly string[] | undefined,
    assumption: assumptionOf(source),
    unsupported: whyUnsupported(document, parameters, body),
  };
}

function nameOf(path: string, method: string, item: PathItem, source: OperationObject): string {
  const sdkName = source["x-sdk-name"];
  if (typeof sdkName !== "string") return `${method.toUpperCase()} ${path}`;
  const version = source["x-api-version"] ?? item["x-api-version"];
  return typeof version === "string" ? `${version}/${sdkName}` : sdkName;
}

function readContents(content: RequestBody["content"]): Content[] {
  return Object.entries(content ?? {}).map(([mediaType, { schema, example, examples }]) => ({
    mediaType,
    schema,
    hasExample: (example ?? examples ?? schema?.examples ?? schema?.example) !== undefined,
  }));
}

function readResponse(document: OpenApiDocument, code: string, response: ResponseObject): OperationResponse {
  return {
    code,
    contents: readContents(response.content),
    headers: Object.entries(response.headers ?? {}).map(([name, entry]) => {
      const header = follow<HeaderObject>(document, entry);
      return { name, required: header.required === true, schema: header.schema ?? {}, fact: header["x-sdk-fact"] };
    }),
    errorCodes: response["x-error-codes"] ?? [],
    assumption: assumptionOf(response),
  };
}

function readSecurity(document: OpenApiDocument, source: OperationObject): SecurityScheme[][] {
  const schemes = (document.components?.securitySchemes ?? {}) as Record<string, SecurityScheme>;
  return (source.security ?? document.security ?? []).map((requirement) =>
    Object.keys(requirement).map((name) => {
      const scheme = schemes[name];
      if (!scheme) throw new Error(`The contract asks for the security scheme ${name}, which is not in it.`);
      return follow<SecurityScheme>(document, scheme);
    }),
  );
}

function readTokenKinds(security: readonly (readonly SecurityScheme[])[]): readonly TokenKind[] | undefined {
  const bearers = security.flat().filter(({ type, scheme }) => type !== "apiKey" && scheme !== "basic");
  if (bearers.length === 0) return undefined;
  const kinds = bearers.flatMap((scheme): TokenKind[] =>
    scheme["x-token"] ? [scheme["x-token"]] : ["user", "application"],
  );
  return [...new Set(kinds)];
}

function readBadRequestBody(
  document: OpenApiDocument,
  responses: readonly OperationResponse[],
): Operation["badRequestBody"] {
  const schema = responses.find(({ code }) => code === "400")?.contents[0]?.schema;
  const { properties = {} } = schema ? (follow<Schema>(document, schema) as { properties?: object }) : {};
  return "error" in properties && !("errors" in properties) ? "oauth" : "error-list";
}

/** Whether an operation takes the client's own credentials (RFC 7617). */
export function usesBasicAuth({ security }: Operation): boolean {
  return security.some((schemes) => schemes.some(({ type, scheme }) => type === "http" && scheme === "basic"));
}
