import { assumptionOf, type OpenApiDocument, type Schema } from "../contract/document.ts";
import type { Operation } from "../contract/operation.ts";
import { responseFor } from "../contract/response-for.ts";
import type { ApiError } from "../engine/api-error.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { PipelineResponse } from "./request.ts";

/** Where a response comes from: the operation itself, documented or not, an error of its, or what was wrong with the request. */
export type Cause =
  | { readonly kind: "own" | "documented" }
  /** A response in the place of the operation's, with or without coded errors. */
  | { readonly kind: "instead"; readonly hasCodes: boolean }
  | { readonly kind: "error"; readonly error: ApiError }
  | { readonly kind: "violations"; readonly violations: readonly Diagnostic[] };

/** The assumptions (`x-assumption`) that a response rests on, each behind what it is about. */
export type FindAssumptions = (operation: Operation, status: number, cause: Cause) => readonly string[];

/** Makes the function that finds assumptions in a document. */
export function createFindAssumptions(document: OpenApiDocument): FindAssumptions {
  const aboutCodes = errorCodeAssumption(document);
  return (operation, status, cause) => {
    const found: string[] = [];
    const add = (about: string, assumption: string | undefined) => {
      if (assumption !== undefined) found.push(`${about}: ${assumption}`);
    };
    if (cause.kind === "own") add(operation.name, operation.assumption);
    add(`${operation.name} ${status}`, responseFor(operation, status)?.assumption);
    if (cause.kind === "instead" && cause.hasCodes && aboutCodes !== undefined) found.push(aboutCodes);
    if (cause.kind === "error") {
      add(`${operation.name} ${status}`, cause.error.assumption);
      if (cause.error.reason.kind === "error-list" && aboutCodes !== undefined) found.push(aboutCodes);
    }
    if (cause.kind === "violations" && status === 400) {
      for (const { name, assumption } of wrongParameters(operation, cause.violations)) {
        add(`${operation.name} ${name}`, assumption);
      }
      if (operation.badRequestBody === "error-list" && aboutCodes !== undefined) found.push(aboutCodes);
    }
    return found;
  };
}

/** A response that says which assumptions it rests on. */
export function withAssumptions(
  findAssumptions: FindAssumptions,
  operation: Operation,
  response: PipelineResponse,
  cause: Cause,
): PipelineResponse {
  const found = findAssumptions(operation, response.statusCode, cause);
  return found.length === 0 ? response : { ...response, assumptions: found };
}

/** The cause of a response that a fault or a limit puts in the place of the operation's. */
export function instead({ body }: PipelineResponse): Cause {
  return { kind: "instead", hasCodes: typeof body === "object" && body !== null && "errors" in body };
}

/** Checks that assumptions are about something in the contract. @throws TypeError with the first that is not */
export function assertAssumptions(
  where: string,
  names: readonly string[],
  document: OpenApiDocument,
  operations: readonly Operation[],
): void {
  const codes = errorCodeAssumption(document)?.split(": ")[0];
  for (const name of names) {
    const isKnown = name === codes || operations.some((operation) => concerns(operation, name));
    if (isKnown) continue;
    throw new TypeError(
      `${where}: acceptedAssumptions: no assumption is about "${name}"; name what stands before the colon in x-wisekit-assumed`,
    );
  }
}

/** Whether a name is that of an operation, or of it and one of its statuses or parameters. */
function concerns({ name, pathParameters, queryParameters, headerParameters }: Operation, about: string): boolean {
  if (about === name) return true;
  if (!about.startsWith(`${name} `)) return false;
  const rest = about.slice(name.length + 1);
  const parameters = [...pathParameters, ...queryParameters, ...headerParameters];
  return /^[1-5][0-9]{2}$/.test(rest) || parameters.some((parameter) => parameter.name === rest);
}

/** The parameters that findings are about. A finding has the name in lower case. */
function wrongParameters(operation: Operation, violations: readonly Diagnostic[]) {
  const names = new Set(violations.flatMap(({ path = [] }) => (path[0] === "body" ? [] : (path[1] ?? []))));
  const parameters = [...operation.pathParameters, ...operation.queryParameters, ...operation.headerParameters];
  return parameters.filter(({ name }) => names.has(name.toLowerCase()));
}

/** What the enum of error codes (`x-error-code-enum`) says of its values. */
function errorCodeAssumption(document: OpenApiDocument): string | undefined {
  for (const [name, schema] of Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)) {
    const assumption = schema["x-error-code-enum"] === true ? assumptionOf(schema) : undefined;
    if (assumption !== undefined) return `${name}: ${assumption}`;
  }
  return undefined;
}
