import type { Operation } from "../contract/operation.ts";
import type { OperationResponse } from "../contract/response.ts";
import { responseFor } from "../contract/response-for.ts";
import type { Validators } from "../contract/validators.ts";
import { type Diagnostic, type Diagnostics, type Either, fromAjv, unless } from "./diagnostic.ts";
import { findContent, mediaTypeOf } from "./media-type.ts";
import type { PipelineResponse } from "./request.ts";

type ValidateOutput = (call: {
  resource: Operation;
  element: PipelineResponse;
}) => Either<Diagnostics, PipelineResponse>;

/** Prism's `validateOutput` component: does a response keep to the contract? */
export function createValidateOutput(validators: Validators): ValidateOutput {
  return ({ resource, element }) => unless(findViolations(validators, resource, element), element);
}

function findViolations(validators: Validators, operation: Operation, sent: PipelineResponse): readonly Diagnostic[] {
  const response = responseFor(operation, sent.statusCode);
  if (!response) return [undocumented(operation, sent.statusCode)];
  const headers = sent.headers ?? {};
  return [
    ...checkBody(validators, response, sent.body, headers["content-type"]),
    ...checkHeaders(validators, response, headers),
  ];
}

function undocumented(operation: Operation, status: number): Diagnostic {
  const documented = operation.responses.map(({ code }) => code).join(",");
  const message = `Unable to match the returned status code with those defined in the document: ${documented}`;
  return { message, code: "status", severity: status >= 200 && status < 300 ? 0 : 1 };
}

function checkBody(
  validators: Validators,
  response: OperationResponse,
  body: unknown,
  contentType: string | undefined,
): readonly Diagnostic[] {
  const { contents } = response;
  if (contents.length === 0) return [];
  const content = findContent(contents, mediaTypeOf(contentType));
  const findings: Diagnostic[] = [];
  if (!content) {
    const message = `The received media type "${contentType ?? ""}" is not one of ${contents.map((entry) => entry.mediaType).join(", ")}`;
    findings.push({ message, code: "media-type", severity: 0 });
  }
  // The schema of a file says nothing that bytes could be held to.
  if (body instanceof Uint8Array) return findings;
  const checked = content ?? contents[0];
  const validate = checked && validators.responseBody(checked);
  if (validate && !validate(body)) findings.push(...fromAjv(validate.errors, "body"));
  return findings;
}

function checkHeaders(
  validators: Validators,
  response: OperationResponse,
  headers: Record<string, string>,
): readonly Diagnostic[] {
  const validate = validators.responseHeaders(response);
  if (!validate) return [];
  const candidates: Record<string, unknown> = {};
  for (const { name } of response.headers) {
    const value = headers[name.toLowerCase()];
    if (value) candidates[name.toLowerCase()] = value;
  }
  return validate(candidates) ? [] : fromAjv(validate.errors, "header");
}
