import type { getHttpOperationsFromSpec, IHttpResponse } from "@stoplight/prism-http";
import type { OpenApiDocument } from "../contract/document.ts";
import type { Operation } from "../contract/operation.ts";
import { type Either, right } from "./diagnostic.ts";
import type { PipelineResponse } from "./request.ts";

/** Prism's own mocker and its own reading of the contract, for operations that have no handler. */
export interface PrismMocker {
  readonly mock: PrismMock;
  /** The operation as Prism reads it. */
  resourceOf(operation: Operation): PrismOperation;
}

type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];
type PrismMock = typeof import("@stoplight/prism-http/dist/mocker/index.js")["default"];

/**
 * Loads Prism's HTTP half. It takes half a second and some fifty megabytes, so nothing loads it before an operation
 * without a handler is called.
 */
export async function loadPrismMocker(document: OpenApiDocument): Promise<PrismMocker> {
  const [prism, { default: mocker }] = await Promise.all([
    import("@stoplight/prism-http"),
    import("@stoplight/prism-http/dist/mocker/index.js"),
  ]);
  const resources = await prism.getHttpOperationsFromSpec(
    withoutReferenceLookalikes(structuredClone(document)) as object,
  );
  const byKey = new Map(resources.map((resource) => [`${resource.method} ${resource.path}`, resource]));
  return {
    mock: unwrapDefault(mocker),
    resourceOf(operation) {
      const resource = byKey.get(`${operation.method} ${operation.path}`);
      if (!resource) throw new Error(`Prism does not see ${operation.name} in the contract.`);
      return resource;
    },
  };
}

/** A CommonJS default export arrives wrapped or bare, depending on who loads it. */
function unwrapDefault(module: unknown): PrismMock {
  return ((module as { default?: PrismMock }).default ?? module) as PrismMock;
}

/**
 * Prism takes a property `$ref` inside an example for a reference and fails; such examples are left out. The document is
 * bundled, so real references are local.
 */
function withoutReferenceLookalikes(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    if ((key === "example" || key === "examples") && holdsLookalike(object[key])) delete object[key];
    else withoutReferenceLookalikes(object[key]);
  }
  return object;
}

function holdsLookalike(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const reference = (value as { $ref?: unknown }).$ref;
  if (reference !== undefined && !(typeof reference === "string" && reference.startsWith("#/"))) return true;
  return Object.values(value).some(holdsLookalike);
}

/** Prism names headers as the contract does and leaves null where it has no value. */
export function withPlainHeaders(result: Either<Error, IHttpResponse>): Either<Error, PipelineResponse> {
  if (result._tag === "Left") return result;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(result.right.headers ?? {})) {
    if (value !== null) headers[name.toLowerCase()] = String(value);
  }
  return right({ ...result.right, headers });
}
