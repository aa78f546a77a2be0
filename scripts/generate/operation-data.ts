import type { Schema } from "./contract-document.ts";
import type { ArgumentModel, ContractModel, OperationModel, PaginationModel } from "./model.ts";
import { pageStepsNames } from "./page-steps-names.ts";
import { valuePaths } from "./value-paths.ts";
import { Reference } from "./value-text.ts";

/**
 * What the client needs of an operation (`OperationData` in `packages/client/src/operation.ts`). What most operations have
 * is left out.
 */
export function operationData(model: ContractModel, operation: OperationModel): Record<string, unknown> {
  const { httpMethod, path, host, environments, retry, pagination } = operation;
  const isEverywhere = model.environments.every((environment) => environments.includes(environment));
  const usualRetry = ["get", "head"].includes(httpMethod) ? "read" : "never";
  return withoutAbsent({
    method: httpMethod.toUpperCase(),
    path,
    pathArguments: renamed(operation, (argument) => argument.in === "path", "by wire name"),
    host: model.hosts.find(({ isDefault }) => isDefault)?.name === host ? undefined : host,
    environments: isEverywhere ? undefined : environments,
    retry: retry === usualRetry ? undefined : retry,
    retryOnConflict: operation.retryable409 || undefined,
    auth: authData(operation),
    query: namesIn(operation, "query"),
    repeated: namesWhere(operation, ({ explode }) => explode === true),
    commaSeparated: namesWhere(operation, ({ explode }) => explode === false),
    header: namesIn(operation, "header"),
    body: bodyData(model, operation),
    required: namesWhere(
      operation,
      (argument) => argument.required && argument.in !== "path" && argument.in !== "credentials",
    ),
    amounts: amountPaths(model, operation),
    wireNames: renamed(operation, (argument) => argument.in !== "path" && argument.in !== "credentials", "by name"),
    headers: constantHeaders(operation),
    key: keyData(operation),
    response: responseData(operation),
    integersAsText: integersAsText(operation),
    page: pagination && pageData(pagination),
    all: pagination && new Reference("walkPages"),
  });
}

function authData({ auth }: OperationModel): unknown {
  if (auth.kind === "none") return "none";
  if (auth.kind === "basic") return { user: auth.user, password: auth.password };
  return auth.of.length === 1 && auth.of[0] === "user" ? undefined : auth.of;
}

/** Where arguments hold amounts of money. */
function amountPaths(model: ContractModel, operation: OperationModel): string[] | undefined {
  const holds = (schema: Schema): boolean => schema["x-money"] === true;
  return someOf(operation.arguments.flatMap(({ name, schema }) => valuePaths(model, schema, { start: name, holds })));
}

/** Where a JSON body holds integers. */
function integerPaths(model: ContractModel, { body, arguments: all }: OperationModel): string[] | undefined {
  if (body.kind !== "json") return undefined;
  const holds = ({ type }: Schema): boolean => [type].flat().includes("integer");
  if ("argument" in body) return someOf(valuePaths(model, body.schema, { start: "", holds }));
  const fields = all.filter((argument) => argument.in === "body");
  return someOf(fields.flatMap(({ wireName, schema }) => valuePaths(model, schema, { start: wireName, holds })));
}

function someOf(names: readonly string[]): string[] | undefined {
  const unique = [...new Set(names)];
  return unique.length > 0 ? unique : undefined;
}

function bodyData(model: ContractModel, operation: OperationModel): unknown {
  const { body } = operation;
  if (body.kind === "none") return undefined;
  const isUsual = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];
  return withoutAbsent({
    as: body.kind === "json" ? undefined : new Reference(`${body.kind}Body`),
    mediaType: isUsual.includes(body.mediaType) ? undefined : body.mediaType,
    ...("argument" in body ? { whole: body.argument } : { fields: namesIn(operation, "body") ?? [] }),
    integers: integerPaths(model, operation),
    optional: body.required ? undefined : true,
  });
}

/** What the contract says that the client always sends, and what it accepts where that is not JSON. */
function constantHeaders({ constantHeaders: constants, response }: OperationModel): unknown {
  const accepted =
    response.kind === "text" ? [response.mediaType] : response.kind === "file" ? response.mediaTypes : undefined;
  const headers = Object.fromEntries(constants.map(({ wireName, value }) => [wireName, value]));
  const all = accepted ? { accept: accepted.join(", "), ...headers } : headers;
  return Object.keys(all).length > 0 ? all : undefined;
}

function responseData({ response }: OperationModel): unknown {
  if (response.kind === "json") return undefined;
  return response.kind === "file" ? new Reference("createWiseFile") : response.kind;
}

function integersAsText({ response }: OperationModel): readonly string[] | undefined {
  return response.kind === "json" && response.integersAsText.length > 0 ? response.integersAsText : undefined;
}

function keyData(operation: OperationModel): unknown {
  const header = operation.options.find(({ isIdempotencyKey }) => isIdempotencyKey);
  if (header) return { header: header.wireName };
  const field = operation.arguments.find(({ isIdempotencyKey }) => isIdempotencyKey);
  return field && { argument: field.name };
}

function pageData({ item: _, style, ...facts }: PaginationModel): unknown {
  const steps = { style: new Reference(pageStepsNames[style]) };
  if (!("limit" in facts)) return withoutAbsent({ ...steps, ...facts });
  const { limit, ...page } = facts;
  return withoutAbsent({ ...steps, ...page, size: limit });
}

function namesIn(operation: OperationModel, place: ArgumentModel["in"]): string[] | undefined {
  return namesWhere(operation, (argument) => argument.in === place);
}

function namesWhere(operation: OperationModel, holds: (argument: ArgumentModel) => boolean): string[] | undefined {
  return someOf(operation.arguments.filter(holds).map(({ name }) => name));
}

function renamed(
  operation: OperationModel,
  holds: (argument: ArgumentModel) => boolean,
  key: "by name" | "by wire name",
): Record<string, string> | undefined {
  const entries = operation.arguments
    .filter((argument) => holds(argument) && argument.name !== argument.wireName)
    .map(({ name, wireName }): [string, string] => (key === "by name" ? [name, wireName] : [wireName, name]));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function withoutAbsent(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
