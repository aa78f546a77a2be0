import { isGet, type Operation } from "../../contract/operation-view.ts";
import { type HttpMethod, httpMethods, type Schema } from "../contract-document.ts";
import type { OperationModel, RetryClass } from "../model.ts";
import type { ArgumentModel, JweModel } from "../request-model.ts";
import type { ResponseBodyModel } from "../response-model.ts";
import type { Review } from "../review.ts";
import { holdsSensitive, secretKinds } from "../sensitive-values.ts";
import { readPlaceOfCall } from "./hosts.ts";
import { assumptionOf, descriptionOf, isDeprecated, wordAt } from "./notes.ts";
import { credentialArguments, readAuth } from "./read-auth.ts";
import { readBody } from "./read-body.ts";
import { readInvalidates, readOptimistic } from "./read-invalidates.ts";
import { readPagination } from "./read-pagination.ts";
import { type PlacedArgument, readParameters } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import { readScope } from "./read-scope.ts";

/** Reads one operation; nothing if it cannot be called at all. What extensions say of each other has been checked. */
export function readOperation(review: Review, operation: Operation): OperationModel | undefined {
  const { name, method, url, node } = operation;
  const [resource = "", action = ""] = name?.split(".") ?? [];
  if (!isHttpMethod(method)) {
    const known = httpMethods.map((known) => known.toUpperCase()).join(", ");
    review.stop(operation.path, `${method.toUpperCase()} cannot be called; the methods are ${known}`);
    return undefined;
  }
  if (name === undefined) return undefined;
  const auth = readAuth(review, operation);
  const parameters = readParameters(review, operation);
  const body = readBody(review, operation);
  const placed = [...credentialArguments(operation, auth), ...parameters.placed, ...body.placed];
  stopOnNames(review, placed);
  stopOnPathMismatch(review, operation, placed);
  const list = withReplacements(placed.map(({ argument }) => argument));
  const { response, ...responses } = readResponses(review, operation);
  const retry = (node["x-retry"] ?? (isGet(method) ? "read" : "never")) as RetryClass;
  return {
    sdkName: name,
    resource,
    method: action,
    operationId: readOperationId(review, operation),
    tag: String((node.tags as readonly unknown[] | undefined)?.[0] ?? resource),
    httpMethod: method,
    path: url,
    apiVersion: operation.version,
    ...readPlaceOfCall(review, operation),
    retry,
    isRead: retry === "read",
    isSecret: isSecret(review, list, response),
    isSealedExchange: false,
    auth,
    sca: node["x-sca"] === "where-applicable",
    pagination: readPagination(review, operation, response),
    invalidates: readInvalidates(review, operation),
    optimistic: readOptimistic(review, operation),
    requiresCardStatus: (node["x-requires-card-status"] ?? []) as readonly string[],
    jwe: readJwe(placed),
    scope: readScope(operation, placed),
    arguments: list,
    body: body.body,
    bodyVariants: body.variants,
    constantHeaders: parameters.constantHeaders,
    options: parameters.options,
    response,
    ...responses,
    deprecated: isDeprecated(operation),
    replacedBy: wordAt(operation, "x-replaced-by"),
    summary: String(node.summary ?? name),
    description: descriptionOf(operation),
    assumptions: readAssumptions(review, operation, placed),
  };
}

function isHttpMethod(method: string): method is HttpMethod {
  return (httpMethods as readonly string[]).includes(method);
}

function readOperationId(review: Review, { node, path, name }: Operation): string {
  if (typeof node.operationId === "string" && /^[A-Za-z_]\w*$/.test(node.operationId)) {
    const first = [...review.view.operations, ...review.view.webhooks].find(
      (other) => other.node.operationId === node.operationId,
    );
    if (first && first.path.join() !== path.join()) {
      const { file, line } = review.contract.at([...first.path, "operationId"]);
      review.stop([...path, "operationId"], `the operationId ${node.operationId} is taken at ${file}:${line}`);
    }
    return node.operationId;
  }
  review.stop([...path, "operationId"], "an operation needs an operationId, a word of letters, digits and _");
  return String(name);
}

/** Each argument has a name of its own that is a name in JavaScript, too. */
function stopOnNames(review: Review, placed: readonly PlacedArgument[]): void {
  const seen = new Map<string, PlacedArgument>();
  for (const entry of placed) {
    const { name, in: place } = entry.argument;
    const { path } = entry.place;
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      review.stop(path, `${JSON.stringify(name)} is no name for an argument; x-sdk-argument gives it one`);
    }
    if (name === "__proto__") review.stop(path, "an argument cannot be called __proto__");
    const first = seen.get(name);
    if (first) {
      const { file, line } = review.contract.at(first.place.path);
      const other = `the ${first.argument.in} argument at ${file}:${line}`;
      review.stop(path, `the ${place} argument ${name} collides with ${other}; x-sdk-argument gives it another name`);
    } else seen.set(name, entry);
  }
}

function stopOnPathMismatch(review: Review, { url, path }: Operation, placed: readonly PlacedArgument[]): void {
  const inPath = [...url.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const declared = placed.filter(({ argument }) => argument.in === "path").map(({ argument }) => argument.wireName);
  for (const name of inPath) {
    if (!declared.includes(String(name))) review.stop(path, `the path parameter ${name} is not declared`);
  }
  for (const name of declared) if (!inPath.includes(name)) review.stop(path, `the path holds no {${name}}`);
  if (new Set(inPath).size < inPath.length) review.stop(path, "the path holds one parameter twice");
  if (!url.startsWith("/") || /[{}?#]/.test(url.replaceAll(/\{[^{}]*\}/g, ""))) {
    review.stop(path, `${url} is no path: it begins with / and has neither query nor fragment`);
  }
}

/** A field of the body is replaced by another one under its name on the wire. */
function withReplacements(list: readonly ArgumentModel[]): ArgumentModel[] {
  return list.map((argument) => {
    const by = list.find(({ in: place, wireName }) => place === "body" && wireName === argument.replacedBy);
    return by && argument.in === "body" ? { ...argument, replacedBy: by.name } : argument;
  });
}

function isSecret(review: Review, list: readonly ArgumentModel[], response: ResponseBodyModel): boolean {
  const holds = (schema: Schema) => holdsSensitive((part) => review.contract.resolve(part), schema, secretKinds);
  if (list.some(({ sensitive, schema }) => secretKinds.includes(sensitive ?? "none") || holds(schema))) return true;
  return response.kind === "sealed" || (response.kind === "json" && holds(response.schema));
}

type WrittenJwe = Omit<JweModel, "argument" | "request"> & Partial<Pick<JweModel, "request">>;

function readJwe(placed: readonly PlacedArgument[]): JweModel | undefined {
  for (const { argument, place } of placed) {
    const value = (place.written["x-jwe"] ?? place.node["x-jwe"]) as WrittenJwe | undefined;
    if (value) return { argument: argument.name, request: ["jwe"], ...value };
  }
  return undefined;
}

/** Its own, and those of its parameters and responses; what is said once for all operations is not among them. */
function readAssumptions(review: Review, operation: Operation, placed: readonly PlacedArgument[]): string[] {
  const responses = [...operation.responses.values()].filter(({ path }) => !review.contract.isDefault(path));
  const found = [
    assumptionOf(operation),
    ...placed.map(({ argument }) => argument.assumption),
    ...responses.map(assumptionOf),
  ];
  return [...new Set(found.filter((text) => text !== undefined))];
}
