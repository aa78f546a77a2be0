import type { Parameter } from "../contract/document.ts";
import type { Content, Operation } from "../contract/operation.ts";
import type { Validators } from "../contract/validators.ts";
import { type Diagnostic, type Diagnostics, type Either, fromAjv, unless } from "./diagnostic.ts";
import { findContent, mediaTypeOf } from "./media-type.ts";
import type { OperationInput, PipelineRequest } from "./request.ts";

type ValidateInput = (call: { resource: Operation; element: PipelineRequest }) => Either<Diagnostics, PipelineRequest>;

/**
 * Prism's `validateInput` component, with everything that does not depend on the request done beforehand. It leaves
 * what it read in `element.input`.
 */
export function createValidateInput(validators: Validators): ValidateInput {
  return ({ resource: operation, element: request }) => {
    const body = readBody(validators, operation, request);
    const header = readParameters(validators, operation, "header", request.headers);
    const query = readParameters(validators, operation, "query", lowerCaseKeys(request.url.query));
    const segments = request.match?.kind === "match" ? request.match.segments : [];
    const path = readParameters(validators, operation, "path", pathValues(operation, segments));
    request.input = { path: path.values, query: query.values, headers: header.values, body: body.value };
    return unless([...body.findings, ...header.findings, ...query.findings, ...path.findings], request);
  };
}

function readParameters(
  validators: Validators,
  operation: Operation,
  place: "path" | "query" | "header",
  source: Readonly<Record<string, string | string[] | undefined>>,
): { values: OperationInput["path"]; findings: readonly Diagnostic[] } {
  const validate = validators.parameters(operation, place);
  if (!validate) return { values: {}, findings: [] };
  const parameters = operation[`${place}Parameters`];
  const candidates: Record<string, unknown> = {};
  for (const { name } of parameters) {
    const value = source[name.toLowerCase()];
    if (value) candidates[name.toLowerCase()] = value;
  }
  const findings = validate(candidates) ? [] : fromAjv(validate.errors, place);
  return { values: place === "header" ? candidates : byWireName(parameters, candidates), findings };
}

function byWireName(parameters: readonly Parameter[], values: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { name } of parameters) {
    const value = values[name.toLowerCase()];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function lowerCaseKeys(
  source: Readonly<Record<string, string | string[]>> | undefined,
): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  for (const key in source) result[key.toLowerCase()] = source[key] ?? "";
  return result;
}

function pathValues(operation: Operation, segments: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [index, segment] of operation.segments.entries()) {
    if ("parameter" in segment) values[segment.parameter.toLowerCase()] = segments[index] ?? "";
  }
  return values;
}

function readBody(
  validators: Validators,
  operation: Operation,
  request: PipelineRequest,
): { value: unknown; findings: readonly Diagnostic[] } {
  const { requestBody } = operation;
  if (request.malformedBody !== undefined) return finding(request.malformedBody, "malformed");
  const hasBody = Number.parseInt(request.headers["content-length"] ?? "", 10) > 0;
  if (!requestBody) {
    return hasBody ? finding("This operation takes no body", 415) : { value: undefined, findings: [] };
  }
  if (requestBody.required && !request.body) return finding("Body parameter is required", "required");
  const mediaType = mediaTypeOf(request.headers["content-type"]);
  const content = findContent(requestBody.contents, mediaType);
  if (hasBody && mediaType && !content) {
    const supported = requestBody.contents.map((entry) => entry.mediaType).join(", ");
    return finding(`Supported content types: ${supported}`, 415);
  }
  if (request.body === undefined || request.body === null) return { value: undefined, findings: [] };
  return checkBody(validators, content ?? requestBody.contents[0], request.body);
}

function checkBody(
  validators: Validators,
  content: Content | undefined,
  body: unknown,
): { value: unknown; findings: readonly Diagnostic[] } {
  if (!content) return { value: body, findings: [] };
  let value = body;
  if (content.mediaType === "application/x-www-form-urlencoded") {
    if (typeof body !== "string") return finding("Target is not a string", "422");
    value = Object.fromEntries(new URLSearchParams(body));
  }
  const findings = validators.requestBody(content, value);
  if (findings.kind === "errors") return { value, findings: fromAjv(findings.errors, "body") };
  return finding(`must be one of ${findings.known.join(", ")}`, "tag", ["body", findings.tag]);
}

function finding(message: string, code: string | number, path: string[] = ["body"]) {
  return { value: undefined, findings: [{ message, code, path, severity: 0 }] satisfies Diagnostic[] };
}
