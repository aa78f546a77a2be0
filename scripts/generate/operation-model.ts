import { readCallInput } from "./arguments.ts";
import type { HttpMethod, OperationObject, PathItem, Schema, SecurityRequirement } from "./contract-document.ts";
import { readPlace } from "./hosts.ts";
import {
  type ArgumentModel,
  type AuthModel,
  type InvalidationModel,
  type OperationModel,
  type ResponseBodyModel,
  retryClasses,
} from "./model.ts";
import { readOptimistic } from "./optimistic-model.ts";
import { readAssumption, readPagination, readResponses } from "./responses.ts";
import { oneOf, type Review, type SourcePath, stringList } from "./review.ts";
import { holdsSensitive, secretKinds } from "./sensitive-values.ts";

const sdkNamePattern = /^([a-z][A-Za-z0-9]*)\.([a-z][A-Za-z0-9]*)$/;

export interface OperationSource {
  readonly path: string;
  readonly item: PathItem;
  readonly httpMethod: HttpMethod;
  readonly operation: OperationObject;
}

/** Reads one operation, or stops it when it has no usable SDK name. */
export function readOperation(review: Review, source: OperationSource): OperationModel | undefined {
  const { operation, item, httpMethod } = source;
  const at: SourcePath = ["paths", source.path, httpMethod];
  const sdkName = operation["x-sdk-name"];
  const [, resource, method] = typeof sdkName === "string" ? (sdkNamePattern.exec(sdkName) ?? []) : [];
  if (typeof sdkName !== "string" || !resource || !method) {
    const problem = sdkName === undefined ? "x-sdk-name is missing" : `x-sdk-name ${JSON.stringify(sdkName)} is wrong`;
    review.stop([...at, "x-sdk-name"], `${problem}; it must be resource.method in camelCase`);
    return undefined;
  }
  const auth = readAuth(review, at, operation);
  const input = readCallInput(review, at, item, operation, auth);
  stopOnPathMismatch(review, at, source.path, new Set(names(input.arguments, "path")));
  const responses = readResponses(review, at, operation);
  const query = new Map(input.arguments.filter((a) => a.in === "query").map((a) => [a.wireName, a.schema]));
  const implied = httpMethod === "get" && operation["x-retry"] === undefined ? "read" : operation["x-retry"];
  const retry = oneOf(review, [...at, "x-retry"], implied, retryClasses);
  const assumption = readAssumption(operation);
  return {
    sdkName,
    resource,
    method,
    operationId: operation.operationId ?? sdkName,
    tag: operation.tags?.[0] ?? resource,
    httpMethod,
    path: source.path,
    apiVersion: undefined,
    ...readPlace(review, at, source),
    retry,
    isRead: retry === "read",
    isSecret: isSecret(review, input.arguments, responses.response),
    isSealedExchange: operation.tags?.[0] === "card-data",
    auth,
    sca: operation["x-sca"] === "where-applicable",
    pagination:
      retry === "read" ? readPagination(review, at, operation["x-pagination"], query, responses.response) : undefined,
    invalidates: readInvalidates(review, [...at, "x-invalidates"], operation["x-invalidates"]),
    optimistic: readOptimistic(review, at, operation["x-optimistic"]),
    requiresCardStatus: stringList(review, [...at, "x-requires-card-status"], operation["x-requires-card-status"]),
    jwe: undefined,
    constantHeaders: [],
    ...input,
    ...responses,
    deprecated: operation.deprecated === true,
    replacedBy: undefined,
    summary: operation.summary ?? sdkName,
    description: operation.description,
    assumptions: [assumption, ...responses.responses.map((response) => response.assumption)].filter(
      (text) => text !== undefined,
    ),
  };
}

function isSecret(review: Review, list: readonly ArgumentModel[], response: ResponseBodyModel): boolean {
  const holds = (schema: Schema) => holdsSensitive((part) => review.contract.resolve(part), schema, secretKinds);
  if (list.some(({ sensitive, schema }) => secretKinds.includes(sensitive ?? "none") || holds(schema))) return true;
  return response.kind === "sealed" || (response.kind === "json" && holds(response.schema));
}

/** The reads, without knowing yet which of their arguments say what has changed. */
function readInvalidates(review: Review, at: SourcePath, value: unknown): InvalidationModel[] {
  return stringList(review, at, value).map((read) => ({ read, by: {} }));
}

function names(list: OperationModel["arguments"], place: string): string[] {
  return list.filter((argument) => argument.in === place).map((argument) => argument.wireName);
}

function stopOnPathMismatch(review: Review, at: SourcePath, path: string, declared: ReadonlySet<string>): void {
  const inPath = new Set([...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string));
  for (const name of inPath) if (!declared.has(name)) review.stop(at, `the path parameter ${name} is not declared`);
  for (const name of declared) if (!inPath.has(name)) review.stop(at, `the path holds no {${name}}`);
}

function readAuth(review: Review, at: SourcePath, operation: OperationObject): AuthModel {
  const { document } = review.contract;
  const security: readonly SecurityRequirement[] = operation.security ?? document.security ?? [];
  for (const name of security.flatMap((requirement) => Object.keys(requirement))) {
    const scheme = document.components.securitySchemes?.[name];
    if (!scheme) {
      review.stop([...at, "security"], `there is no security scheme ${name}`);
      continue;
    }
    if (scheme.type !== "http" || scheme.scheme !== "basic") continue;
    const path = ["components", "securitySchemes", name, "x-sdk-credentials"];
    const [user, password, ...more] = stringList(review, path, scheme["x-sdk-credentials"]);
    if (user !== undefined && password !== undefined && more.length === 0) return { kind: "basic", user, password };
    review.stop(path, "x-sdk-credentials names two arguments: the user and the password");
  }
  return security.length === 0 ? { kind: "none" } : { kind: "token", of: ["user"] };
}
