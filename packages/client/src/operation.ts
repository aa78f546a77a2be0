import type { PageData } from "./call/page-steps.ts";
import type { walkPages } from "./call/pages.ts";
import type { Environment, Host } from "./generated/hosts.gen.ts";
import type { OperationName } from "./generated/operation-names.gen.ts";
import type { BodyData } from "./request/request-body.ts";
import type { createWiseFile } from "./response/wise-file.ts";

/** Whose token an operation takes: a user's, the partner's own (client credentials), or one that a user made by hand. */
export type TokenOwner = "user" | "application" | "personal";

/** The arguments that travel as HTTP Basic credentials. */
export interface BasicCredentials {
  readonly user: string;
  readonly password: string;
}

/**
 * One operation of the contract, as `pnpm generate` writes it. What is absent has the value that most operations have, so
 * that each of them adds few bytes.
 */
export interface OperationData {
  readonly method: string;
  /** The path, with its parameters in braces. */
  readonly path: string;
  /** Arguments of the path by the names of its parameters, where the two differ. */
  readonly pathArguments?: Readonly<Record<string, string>>;
  /** Absent: the default host. */
  readonly host?: Host;
  /** Absent: in every environment. */
  readonly environments?: readonly Environment[];
  /** Why a retry is safe, or that it never is. Absent: GET and HEAD are reads, anything else is never sent again. */
  readonly retry?: "read" | "idempotent" | "keyed" | "never";
  /** A 409 may go away by itself, so it is retried like a 5xx. */
  readonly retryOnConflict?: true;
  /** Whose token is sent, the preferred one first. Absent: the user's. */
  readonly auth?: readonly TokenOwner[] | "none" | BasicCredentials;
  /** Arguments of the query. */
  readonly query?: readonly string[];
  /** Those of them that are arrays: sent as `tags=a&tags=b`, or as `tags=a,b`. */
  readonly repeated?: readonly string[];
  readonly commaSeparated?: readonly string[];
  /** Arguments that are headers. */
  readonly header?: readonly string[];
  readonly body?: BodyData;
  /** Arguments that must be given, beside those of the path and the credentials. */
  readonly required?: readonly string[];
  /** Where arguments hold amounts of money: paths that begin with the name of the argument, as those of `integers`. */
  readonly amounts?: readonly string[];
  /** Names on the wire of arguments of query, header and body, where the two differ. */
  readonly wireNames?: Readonly<Record<string, string>>;
  /** Headers that are always sent. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the idempotency key travels: in this header, or as this argument, a field of the body. */
  readonly key?: { readonly header: string } | { readonly argument: string };
  /** Absent: JSON. What reads a file is a function, so that an app ships it only if it uses files. */
  readonly response?: "none" | "sealed" | "text" | typeof createWiseFile;
  /** Fields of the response that may arrive as strings of digits, and are integers. */
  readonly integersAsText?: readonly string[];
  readonly page?: PageData;
  /** What `.all()` does. It goes with `page`: a function, so that an app without pages does not ship it. */
  readonly all?: typeof walkPages;
}

/** The operations of one resource, by method. Each resource is exported from `@wisekit/client/resources`. */
export interface Resource<Methods> {
  /** The resource's name in the contract, such as `cards`. */
  readonly name: string;
  /** The dated API version that it belongs to. Absent: the undated one. */
  readonly version?: string;
  readonly operations: Readonly<Record<string, OperationData>>;
  /** Never there: it carries the type of the methods. */
  readonly "~methods"?: Methods;
}

/** Where one argument travels, and under which name. */
export interface ArgumentPlace {
  readonly in: "path" | "query" | "header" | "body" | "credentials";
  readonly wireName: string;
}

/** An operation, ready for calls. */
export interface Operation extends OperationData {
  readonly name: OperationName;
  readonly version: string | undefined;
  /** The path in pieces: text and names of arguments, in turn. */
  readonly pathPieces: readonly string[];
  readonly places: ReadonlyMap<string, ArgumentPlace>;
  /** Every argument that must be given. */
  readonly needed: readonly string[];
}

const prepared = new WeakMap<OperationData, Operation>();

/** An operation of a resource, ready for calls. It is made ready when it is used for the first time. */
export function operationOf(resource: Resource<unknown>, method: string): Operation {
  const data = resource.operations[method];
  if (!data) throw new TypeError(`there is no operation ${resource.name}.${method}`);
  const known = prepared.get(data);
  if (known) return known;
  const operation = prepareOperation(resource, method, data);
  prepared.set(data, operation);
  return operation;
}

/** All operations of these resources. */
export function operationsOf(resources: Readonly<Record<string, Resource<unknown>>>): Operation[] {
  return Object.values(resources).flatMap((resource) =>
    Object.keys(resource.operations).map((method) => operationOf(resource, method)),
  );
}

function prepareOperation({ name, version }: Resource<unknown>, method: string, data: OperationData): Operation {
  const { pathArguments = {}, auth, wireNames = {} } = data;
  const pathPieces = data.path
    .split(/[{}]/)
    .map((piece, index) => (index % 2 ? (pathArguments[piece] ?? piece) : piece));
  const inPath = pathPieces.filter((_, index) => index % 2);
  const credentials = typeof auth === "object" && "user" in auth ? [auth.user, auth.password] : [];
  const places = new Map<string, ArgumentPlace>();
  const place = (where: ArgumentPlace["in"], names: readonly string[] = []): void => {
    for (const argument of names) places.set(argument, { in: where, wireName: wireNames[argument] ?? argument });
  };
  place("path", inPath);
  place("credentials", credentials);
  place("query", data.query);
  place("header", data.header);
  place("body", data.body?.fields ?? (data.body?.whole ? [data.body.whole] : []));
  return {
    ...data,
    name: `${name}.${method}` as OperationName,
    version,
    pathPieces,
    places,
    needed: [...inPath, ...credentials, ...(data.required ?? [])],
  };
}

/** Whether a second attempt can do no harm, provided that a keyed call has its key. */
export function isSafeToRetry({ method, retry }: OperationData): boolean {
  return retry === undefined ? method === "GET" || method === "HEAD" : retry !== "never";
}
