/** A JSON Schema as it stands in the contract. */
export type Schema = Readonly<Record<string, unknown>>;

/** The parts of an OpenAPI 3.1 document that the mock reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string } & Readonly<Record<string, unknown>>;
  readonly servers?: readonly Readonly<Record<string, unknown>>[];
  readonly paths?: Readonly<Record<string, PathItem>>;
  readonly components?: Readonly<Record<string, unknown>>;
  readonly security?: readonly SecurityRequirement[];
}

export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;
export type Reference = { readonly $ref: string };

export interface PathItem extends Readonly<Record<string, unknown>> {
  readonly parameters?: readonly (ParameterObject | Reference)[];
}

export interface ParameterObject extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly style?: string;
  readonly explode?: boolean;
  readonly content?: unknown;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly encoding?: unknown;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface ResponseObject extends Readonly<Record<string, unknown>> {
  readonly headers?: Readonly<Record<string, HeaderObject | Reference>>;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly "x-error-codes"?: readonly string[];
}

export interface HeaderObject extends Readonly<Record<string, unknown>> {
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly name?: string;
  readonly in?: string;
  /** Whose access token a bearer scheme takes. */
  readonly "x-token"?: TokenKind;
}

export const tokenKinds = ["user", "application", "personal"] as const;
/** Whose access token it is: a user's, the application's own, or one that a user made by hand. */
export type TokenKind = (typeof tokenKinds)[number];

export interface OperationObject extends Readonly<Record<string, unknown>> {
  readonly operationId?: string;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses?: Readonly<Record<string, ResponseObject | Reference>>;
  readonly security?: readonly SecurityRequirement[];
}

/** Follows local references until something else stands there. @throws Error for a reference that leads nowhere. */
export function follow<Target extends object>(document: OpenApiDocument, value: Target | Reference): Target {
  let current: unknown = value;
  for (let hops = 0; isReference(current); hops++) {
    if (hops > 100) throw new Error(`The reference ${current.$ref} leads in a circle.`);
    current = lookUp(document, current.$ref);
  }
  return current as Target;
}

/** What of a part of the contract is not documented by any source (`x-assumption`). */
export function assumptionOf(source: Readonly<Record<string, unknown>>): string | undefined {
  const assumption = source["x-assumption"];
  return typeof assumption === "string" ? assumption.trim() : undefined;
}

/** Whether a part of the contract holds what must not be shown (`x-sensitive` other than `none`). */
export function isSensitive(source: Readonly<Record<string, unknown>>): boolean {
  const sensitivity = source["x-sensitive"];
  return typeof sensitivity === "string" && sensitivity !== "none";
}

/** Whether a schema, or the one that it refers to, is of what must not be shown. */
export function isSensitiveSchema(document: OpenApiDocument, schema: Schema): boolean {
  return isSensitive(schema) || isSensitive(follow<Schema>(document, schema));
}

function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && typeof (value as Reference).$ref === "string";
}

/** Contracts refer to the same few things from everywhere. */
const lookedUp = new WeakMap<OpenApiDocument, Map<string, unknown>>();

/** What a local reference points to, be it another reference. @throws Error for a reference that leads nowhere */
export function lookUp(document: OpenApiDocument, reference: string): unknown {
  const known = lookedUp.get(document) ?? new Map<string, unknown>();
  lookedUp.set(document, known);
  if (!known.has(reference)) known.set(reference, walk(document, reference));
  return known.get(reference);
}

function walk(document: OpenApiDocument, reference: string): unknown {
  if (!reference.startsWith("#/")) throw new Error(`The contract is not bundled: it refers to ${reference}.`);
  let value: unknown = document;
  for (const token of reference.slice(2).split("/")) {
    const key = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (value === undefined) throw new Error(`The contract refers to ${reference}, which is not in it.`);
  return value;
}
