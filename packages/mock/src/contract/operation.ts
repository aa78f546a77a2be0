import {
  assumptionOf,
  follow,
  type OpenApiDocument,
  type OperationObject,
  type PathItem,
  type RequestBody,
  type SecurityScheme,
  type TokenKind,
  tokenKinds,
} from "./document.ts";
import { findBodyKey, findHeaderKey, type IdempotencyKey } from "./idempotency-key.ts";
import { type Pagination, readPagination } from "./pagination.ts";
import { createReadParameters, type Parameter, type ReadParameters } from "./parameter.ts";
import { type PathSegment, readPath } from "./path-segment.ts";
import {
  type Content,
  createReadResponses,
  type OperationResponse,
  type ReadResponses,
  readContents,
} from "./response.ts";
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
  /** The documented successful response: the lowest 2xx. */
  readonly success: OperationResponse | undefined;
  /** Alternatives, each a list of schemes that all have to be met. */
  readonly security: readonly (readonly SecurityScheme[])[];
  /** Whose access tokens are accepted (`x-token`): undefined if none; anybody's where the contract does not say. */
  readonly tokenKinds: readonly TokenKind[] | undefined;
  /** What a 400 carries. */
  readonly badRequestBody: OperationResponse["errorBody"];
  /** `x-idempotency-key` */
  readonly idempotencyKey: IdempotencyKey | undefined;
  /** `x-pagination` */
  readonly pagination: Pagination | undefined;
  /** `x-sca` */
  readonly mayNeedSca: boolean;
  /** `x-requires-card-status` */
  readonly requiredCardStatuses: readonly string[] | undefined;
  /** `x-assumption` of the operation itself. */
  readonly assumption: string | undefined;
  /** Why the mock's own validators cannot read this operation, if so. Prism's originals then do the work. */
  readonly unsupported: string | undefined;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Reads every operation of a bundled document, in its order. */
export function readOperations(document: OpenApiDocument): Operation[] {
  const operations: Operation[] = [];
  const readers = { readParameters: createReadParameters(document), readResponses: createReadResponses(document) };
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const segments = readPath(path);
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const place = { path, segments, method, item };
      operations.push(readOperation(document, readers, place, operation as OperationObject));
    }
  }
  return operations;
}

/** What many operations share is read once. */
interface Readers {
  readonly readParameters: ReadParameters;
  readonly readResponses: ReadResponses;
}

/** Where an operation stands in the contract. */
interface OperationPlace {
  readonly path: string;
  readonly segments: readonly PathSegment[];
  readonly method: string;
  readonly item: PathItem;
}

function readOperation(
  document: OpenApiDocument,
  { readParameters, readResponses }: Readers,
  { path, segments, method, item }: OperationPlace,
  source: OperationObject,
): Operation {
  const parameters = readParameters(item, source);
  const body = source.requestBody && follow<RequestBody>(document, source.requestBody);
  const contents = readContents(body?.content);
  const responses = readResponses(source);
  const security = readSecurity(document, source);
  return {
    name: nameOf(path, method, item, source),
    method,
    path,
    segments,
    pathParameters: parameters.filter((parameter) => parameter.in === "path"),
    queryParameters: parameters.filter((parameter) => parameter.in === "query"),
    headerParameters: parameters.filter((parameter) => parameter.in === "header"),
    requestBody: body && { required: body.required === true, contents },
    responses,
    success: findSuccess(responses),
    security,
    tokenKinds: readTokenKinds(security),
    badRequestBody: responses.find(({ code }) => code === "400")?.errorBody ?? "error-list",
    idempotencyKey:
      findHeaderKey(parameters) ?? (source["x-retry"] === "keyed" ? findBodyKey(document, contents) : undefined),
    pagination: readPagination(source, parameters),
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

function findSuccess(responses: readonly OperationResponse[]): OperationResponse | undefined {
  const successes = responses.filter(({ code }) => /^2(\d\d|XX)$/i.test(code));
  return successes.sort((one, other) => one.code.localeCompare(other.code))[0];
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
  const kinds = bearers.flatMap((scheme): TokenKind[] => (scheme["x-token"] ? [scheme["x-token"]] : [...tokenKinds]));
  return [...new Set(kinds)];
}

/** Whether an operation takes the client's own credentials (RFC 7617). */
export function usesBasicAuth({ security }: Operation): boolean {
  return security.some((schemes) => schemes.some(({ type, scheme }) => type === "http" && scheme === "basic"));
}
