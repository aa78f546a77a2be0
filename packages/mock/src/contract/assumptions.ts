import { assumptionOf, type OpenApiDocument, type Schema } from "./document.ts";
import type { Operation } from "./operation.ts";
import { responseFor } from "./response-for.ts";

/** A response of which is asked what it rests on. */
export interface AssumedResponse {
  readonly status: number;
  /** Whether the operation was carried out and its own assumption matters. */
  readonly isOwn: boolean;
  /** Whether the body holds error codes. */
  readonly hasErrorCodes: boolean;
  /** Names on the wire of the parameters that were found wrong. */
  readonly wrongParameters: readonly string[];
}

/** The assumptions (`x-assumption`) that a response rests on, each behind what it is about. */
export type FindAssumptions = (operation: Operation, response: AssumedResponse) => readonly string[];

const none: readonly string[] = [];

/** Makes the function that finds assumptions in a document. */
export function createFindAssumptions(document: OpenApiDocument): FindAssumptions {
  const aboutCodes = errorCodeAssumption(document);
  return (operation, { status, isOwn, hasErrorCodes, wrongParameters }) => {
    const ofResponse = responseFor(operation, status)?.assumption;
    const ofOperation = isOwn ? operation.assumption : undefined;
    const ofCodes = hasErrorCodes ? aboutCodes : undefined;
    if (!ofOperation && !ofResponse && !ofCodes && wrongParameters.length === 0) return none;
    const found: string[] = [];
    if (ofOperation) found.push(`${operation.name}: ${ofOperation}`);
    if (ofResponse) found.push(`${operation.name} ${status}: ${ofResponse}`);
    for (const name of wrongParameters) {
      const parameters = [...operation.pathParameters, ...operation.queryParameters, ...operation.headerParameters];
      const assumption = parameters.find((parameter) => parameter.name === name)?.assumption;
      if (assumption) found.push(`${operation.name} ${name}: ${assumption}`);
    }
    if (ofCodes) found.push(ofCodes);
    return found;
  };
}

/** What the enum of error codes (`x-error-code-enum`) says of its values. */
function errorCodeAssumption(document: OpenApiDocument): string | undefined {
  for (const [name, schema] of Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)) {
    const assumption = schema["x-error-code-enum"] === true ? assumptionOf(schema) : undefined;
    if (assumption !== undefined) return `${name}: ${assumption}`;
  }
  return undefined;
}
