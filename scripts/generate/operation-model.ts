import { readAnswers, readPagination } from "./answers.ts";
import { readCallInput } from "./arguments.ts";
import type { HttpMethod, OperationObject, PathItem, SecurityRequirement, ServerObject } from "./contract-document.ts";
import { type Host, hosts, type OperationModel, retryClasses } from "./model.ts";
import { readOptimistic } from "./optimistic-model.ts";
import { oneOf, type Review, type SourcePath, stringList } from "./review.ts";

const sdkNamePattern = /^([a-z][A-Za-z0-9]*)\.([a-z][A-Za-z0-9]*)$/;
const scaValues = ["never", "where-applicable"] as const;

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
  const input = readCallInput(review, at, item, operation, readCredentials(review, at, operation));
  stopOnPathMismatch(review, at, source.path, new Set(names(input.arguments, "path")));
  const answers = readAnswers(review, at, operation);
  const query = new Map(input.arguments.filter((a) => a.in === "query").map((a) => [a.wireName, a.schema]));
  const isGet = httpMethod === "get";
  return {
    sdkName,
    resource,
    method,
    operationId: operation.operationId ?? sdkName,
    tag: operation.tags?.[0] ?? resource,
    httpMethod,
    path: source.path,
    host: readHost(review, at, source),
    retry: oneOf(review, [...at, "x-retry"], operation["x-retry"], retryClasses),
    sca: oneOf(review, [...at, "x-sca"], operation["x-sca"], scaValues) === "where-applicable",
    pagination: isGet ? readPagination(review, at, operation["x-pagination"], query, answers.answer) : undefined,
    invalidates: stringList(review, [...at, "x-invalidates"], operation["x-invalidates"]),
    optimistic: readOptimistic(review, at, operation["x-optimistic"]),
    requiresCardStatus: stringList(review, [...at, "x-requires-card-status"], operation["x-requires-card-status"]),
    ...input,
    ...answers,
    deprecated: operation.deprecated === true,
    summary: operation.summary ?? sdkName,
    description: operation.description,
  };
}

function names(list: OperationModel["arguments"], place: string): string[] {
  return list.filter((argument) => argument.in === place).map((argument) => argument.wireName);
}

function stopOnPathMismatch(review: Review, at: SourcePath, path: string, declared: ReadonlySet<string>): void {
  const inPath = new Set([...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string));
  for (const name of inPath) if (!declared.has(name)) review.stop(at, `the path parameter ${name} is not declared`);
  for (const name of declared) if (!inPath.has(name)) review.stop(at, `the path holds no {${name}}`);
}

function readHost(review: Review, at: SourcePath, { item, operation }: OperationSource): Host {
  const [servers, from]: [readonly ServerObject[], SourcePath] = operation.servers
    ? [operation.servers, [...at, "servers"]]
    : item.servers
      ? [item.servers, [...at.slice(0, -1), "servers"]]
      : [review.contract.document.servers ?? [], ["servers"]];
  const found = new Set(
    servers.map((server, index) => oneOf(review, [...from, index, "x-host"], server["x-host"], hosts)),
  );
  const [host, second] = found;
  if (host === undefined || second !== undefined) {
    review.stop(from, `the servers of ${String(operation["x-sdk-name"])} must all be of one x-host`);
  }
  return host ?? "api";
}

function readCredentials(review: Review, at: SourcePath, operation: OperationObject): [string, string] | undefined {
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
    if (user !== undefined && password !== undefined && more.length === 0) return [user, password];
    review.stop(path, "x-sdk-credentials names two arguments: the user and the password");
  }
  return undefined;
}
