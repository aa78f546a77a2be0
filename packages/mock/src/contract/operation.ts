import type {
  HeaderObject,
  OpenApiDocument,
  OperationObject,
  Parameter,
  PathItem,
  RequestBody,
  ResponseObject,
  Schema,
  SecurityScheme,
} from "./document.ts";
import { follow } from "./document.ts";

/** One operation of the contract, with every reference outside of schemas followed. */
export interface Operation {
  /** The SDK name (`cards.list`), or method and path where the contract gives none. */
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
  /** Whether a 400 carries a list of coded errors or an OAuth error (RFC 6749 section 5.2), by its schema. */
  readonly badRequestBody: "error-list" | "oauth";
  /** `x-sca` */
  readonly mayNeedSca: boolean;
  /** `x-requires-card-status` */
  readonly requiredCardStatuses: readonly string[] | undefined;
  /** Why the mock's own validators cannot read this operation, if so. Prism's originals then do the work. */
  readonly unsupported: string | undefined;
}

export type PathSegment = { readonly text: string } | { readonly parameter: string };

export interface Content {
  readonly mediaType: string;
  readonly schema: Schema | undefined;
}

export interface OperationResponse {
  /** `200`, `4XX` or `default`. */
  readonly code: string;
  readonly contents: readonly Content[];
  readonly headers: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[];
  /** `x-error-codes` */
  readonly errorCodes: readonly string[];
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
  const sdkName = source["x-sdk-name"];
  return {
    name: typeof sdkName === "string" ? sdkName : `${method.toUpperCase()} ${path}`,
    method,
    path,
    segments: path.split("/").slice(1).map(readSegment),
    pathParameters: parameters.filter((parameter) => parameter.in === "path"),
    queryParameters: parameters.filter((parameter) => parameter.in === "query"),
    headerParameters: parameters.filter((parameter) => parameter.in === "header"),
    requestBody: body && { required: body.required === true, contents },
    responses,
    security: readSecurity(document, source),
    badRequestBody: readBadRequestBody(document, responses),
    mayNeedSca: source["x-sca"] === "where-applicable",
    requiredCardStatuses: source["x-requires-card-status"] as readonly string[] | undefined,
    unsupported: /^3\.[1-9]/.test(document.openapi)
      ? whyUnsupported(document, path, parameters, body)
      : `OpenAPI ${document.openapi}`,
  };
}

function readParameters(document: OpenApiDocument, item: PathItem, source: OperationObject): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const entry of [...(item.parameters ?? []), ...(source.parameters ?? [])]) {
    const parameter = follow<Parameter>(document, entry);
    byKey.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byKey.values()];
}

function readContents(content: RequestBody["content"]): Content[] {
  return Object.entries(content ?? {}).map(([mediaType, { schema }]) => ({ mediaType, schema }));
}

function readResponse(document: OpenApiDocument, code: string, response: ResponseObject): OperationResponse {
  return {
    code,
    contents: readContents(response.content),
    headers: Object.entries(response.headers ?? {}).map(([name, entry]) => {
      const header = follow<HeaderObject>(document, entry);
      return { name, required: header.required === true, schema: header.schema ?? {} };
    }),
    errorCodes: response["x-error-codes"] ?? [],
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

function readSegment(segment: string): PathSegment {
  return /^\{[^{}]+\}$/.test(segment) ? { parameter: segment.slice(1, -1) } : { text: segment };
}

function whyUnsupported(
  document: OpenApiDocument,
  path: string,
  parameters: Parameter[],
  body: RequestBody | undefined,
): string | undefined {
  if (path.split("/").some((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment))) {
    return "a path parameter that is only part of a segment";
  }
  for (const parameter of parameters) {
    if (parameter.in === "cookie") return "a cookie parameter";
    if (parameter.content) return `the parameter ${parameter.name}, which has a media type of its own`;
    if (parameter.style && parameter.style !== (parameter.in === "query" ? "form" : "simple")) {
      return `the parameter ${parameter.name} in the style ${parameter.style}`;
    }
    if (takesSeveralValues(document, parameter.schema)) return `the parameter ${parameter.name}, an array or object`;
  }
  for (const [mediaType, content] of Object.entries(body?.content ?? {})) {
    if (mediaType.startsWith("multipart/")) return `a body of ${mediaType}`;
    if (content.encoding) return "a body with an encoding per property";
  }
  return undefined;
}

function takesSeveralValues(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const types = [schema && follow<Schema>(document, schema).type].flat();
  return types.includes("array") || types.includes("object");
}
