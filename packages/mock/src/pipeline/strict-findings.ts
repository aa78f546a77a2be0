import type { OpenApiDocument } from "../contract/document.ts";
import type { Operation } from "../contract/operation.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { findContent, mediaTypeOf } from "./media-type.ts";
import type { PipelineRequest, PipelineResponse, Violations } from "./request.ts";
import { findUnknownFields } from "./unknown-fields.ts";

/** How strictly calls are held to the contract. It changes while a mock runs. */
export interface Strictness {
  /** Whether what the contract does not know, and what it only assumes, is a finding. */
  strict: boolean;
  /** What assumptions are about that are no findings. */
  acceptedAssumptions: readonly string[];
}

/** Finds what a strict mock adds to the findings of the validators. */
export type StrictFindings = (operation: Operation, request: PipelineRequest, response: PipelineResponse) => Violations;

/** Makes the strict checks for a document. */
export function createStrictFindings(document: OpenApiDocument, strictness: Strictness): StrictFindings {
  return (operation, request, { assumptions = [] }) => {
    const unknown = [...unknownQuery(operation, request), ...unknownFields(document, operation, request)];
    return {
      input: unknown,
      output: assumptions.map(splitAssumption).flatMap(([about, sentence]): Diagnostic[] => {
        if (strictness.acceptedAssumptions.includes(about)) return [];
        const message = `"${about}" is not in acceptedAssumptions: ${sentence}`;
        return [{ path: ["assumption"], message, code: "assumption", severity: 0 }];
      }),
    };
  };
}

/** What an assumption is about, and the assumption. */
function splitAssumption(assumption: string): [about: string, sentence: string] {
  const end = assumption.indexOf(": ");
  return [assumption.slice(0, end), assumption.slice(end + 2)];
}

function unknownQuery({ queryParameters, security }: Operation, { url }: PipelineRequest): Diagnostic[] {
  const keys = security.flat().flatMap(({ in: place, name }) => (place === "query" && name ? [name] : []));
  const known = [...queryParameters.map(({ name }) => name), ...keys];
  const message = `is not in the contract; parameters are ${known.join(", ") || "none"}`;
  // The parts of an object are written `filter[least]`.
  const isKnown = (name: string) => known.includes(name) || known.includes(name.replace(/\[.*$/, ""));
  return Object.keys(url.query ?? {}).flatMap((name) => (isKnown(name) ? [] : [finding(["query", name], message)]));
}

function unknownFields(document: OpenApiDocument, operation: Operation, request: PipelineRequest): Diagnostic[] {
  const contents = operation.requestBody?.contents ?? [];
  const content = findContent(contents, mediaTypeOf(request.headers["content-type"]));
  const body = request.input?.body;
  if (!content?.schema || body === undefined) return [];
  return findUnknownFields(document, content.schema, body).map((path) =>
    finding(["body", ...path], "is not in the contract"),
  );
}

function finding(path: string[], message: string): Diagnostic {
  return { path, message, code: "unknown", severity: 0 };
}
