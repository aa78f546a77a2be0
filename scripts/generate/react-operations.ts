import { type ContractModel, capitalise, type OperationModel } from "./model.ts";
import { holdsSensitive } from "./sensitive-values.ts";

/** What an operation becomes in `@wisekit/react`. */
export type ReactKind =
  /** Query options and hooks. */
  | "query"
  /** Mutation options and a hook. */
  | "mutation"
  /** A hook for calls past the caches. */
  | "uncached"
  /** Nothing. */
  | "none";

/**
 * Decides from the contract alone, by what an operation does and not by its HTTP method. Dated versions are for back
 * ends; card data has a hook of its own, written by hand; an operation without a user's token is for servers only.
 */
export function reactKind(operation: OperationModel): ReactKind {
  const { apiVersion, isSealedExchange, isSecret, isRead, sca } = operation;
  if (apiVersion !== undefined || isSealedExchange || isServerOnly(operation)) return "none";
  // The error of a challenged call carries a one-time token, and a cache keeps errors as well.
  if (isSecret || sca || isFileRead(operation)) return "uncached";
  return isRead ? "query" : "mutation";
}

/** Whether no user's token gives access: the partner's own credentials have no place in a browser. */
export function isServerOnly({ auth }: OperationModel): boolean {
  return auth.kind === "basic" || (auth.kind === "token" && !auth.of.includes("user"));
}

/** A file is a stream that can be read once, so no cache can hold it; nor is it part of a key. */
function isFileRead({ response, body, isRead }: OperationModel): boolean {
  return response.kind === "file" || (isRead && body.kind === "multipart" && body.files.length > 0);
}

/** The operations that become this, in the contract's order. */
export function ofKind(model: ContractModel, kind: ReactKind): OperationModel[] {
  return model.operations.filter((operation) => reactKind(operation) === kind);
}

/** Whether it has an infinite query. */
export function isPagedQuery(operation: OperationModel): boolean {
  return operation.pagination !== undefined && reactKind(operation) === "query";
}

/** The queries that a write affects, each with the arguments that say which of them. */
export function affectedReads(model: ContractModel, operation: OperationModel): OperationModel["invalidates"] {
  const queries = new Set(ofKind(model, "query").map(({ sdkName }) => sdkName));
  return operation.invalidates.filter(({ read }) => queries.has(read));
}

/** Whether the arguments hold personal data. */
export function takesPersonalData(model: ContractModel, operation: OperationModel): boolean {
  return operation.arguments.some(
    ({ sensitive, schema }) => sensitive === "pii" || holdsSensitive(model.resolveSchema, schema, ["pii"]),
  );
}

/** `cards.list` → `cardsList`: the constant that holds the factory of an operation. */
export function factoryName({ resource, method }: OperationModel): string {
  return resource + capitalise(method);
}

/** Whether a call has an idempotency key. */
export function isKeyed({ retry }: OperationModel): boolean {
  return retry === "keyed";
}

/** The argument that holds the idempotency key; none if that travels in a header. */
export function keyArgument(operation: OperationModel): string | undefined {
  return operation.arguments.find(({ isIdempotencyKey }) => isIdempotencyKey)?.name;
}
