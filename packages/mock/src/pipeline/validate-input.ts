import type { Operation } from "../contract/operation.ts";
import type { Parameter } from "../contract/parameter.ts";
import { readPathValues } from "../contract/path-segment.ts";
import type { Content } from "../contract/response.ts";
import type { BodyFindings, Validators } from "../contract/validators.ts";
import { type Diagnostic, type Diagnostics, type Either, fromAjv, unless } from "./diagnostic.ts";
import { findMisplacedFiles, readFormFields, withFiles, withNamesForFiles } from "./form-fields.ts";
import { findContent, formMediaType, mediaTypeOf, multipartMediaType } from "./media-type.ts";
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
    const path = readParameters(validators, operation, "path", readPathValues(operation.segments, segments));
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
  const misspelt: string[] = [];
  for (const parameter of parameters) {
    const name = parameter.name.toLowerCase();
    const value = source[name];
    if (value === undefined) continue;
    candidates[name] = parameter.list === undefined ? value : readList(parameter.list, value);
    // The validator takes for an integer all that JavaScript does, such as `0x10`, `1e3` and `10.0`.
    if (parameter.isInteger && ![candidates[name]].flat().every(isWrittenInteger)) misspelt.push(name);
  }
  const findings = validate(candidates) ? [] : fromAjv(validate.errors, place);
  for (const name of misspelt) {
    if (findings.some(({ path = [] }) => path[1] === name)) continue;
    findings.push({ path: [place, name], code: "type", message: "must be integer", severity: 0 });
  }
  return { values: place === "header" ? candidates : byWireName(parameters, candidates), findings };
}

const leastInt64 = -(2n ** 63n);
const mostInt64 = 2n ** 63n - 1n;

/** Whether a text is an integer as JSON writes it, of 64 bits. */
function isWrittenInteger(value: unknown): boolean {
  if (typeof value !== "string" || !/^-?(0|[1-9][0-9]*)$/.test(value)) return false;
  if (value.length < 19) return true;
  return BigInt(value) >= leastInt64 && BigInt(value) <= mostInt64;
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

function readList(written: "repeated" | "commas", value: string | string[]): string[] {
  const values = Array.isArray(value) ? value : [value];
  return written === "commas" ? values.flatMap((entry) => entry.split(",")) : values;
}

function readBody(
  validators: Validators,
  operation: Operation,
  request: PipelineRequest,
): { value: unknown; findings: readonly Diagnostic[] } {
  const { requestBody } = operation;
  if (request.rejectedBody) return { value: undefined, findings: [request.rejectedBody] };
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
  if (content.mediaType === formMediaType) {
    if (typeof body !== "string") return finding("Target is not a string", "422");
    return checkForm(validators, content, new URLSearchParams(body));
  }
  if (content.mediaType === multipartMediaType) {
    if (!(body instanceof FormData)) return finding("must be multipart/form-data", "422");
    return checkForm(validators, content, body);
  }
  // The schema of a file says nothing that bytes could be held to.
  if (body instanceof Uint8Array) return { value: body, findings: [] };
  return { value: body, findings: toFindings(validators.requestBody(content, body)) };
}

function checkForm(
  validators: Validators,
  content: Content,
  entries: Iterable<[string, string | File]>,
): { value: unknown; findings: readonly Diagnostic[] } {
  const known = validators.bodyFields(content);
  const fields = readFormFields(entries, known);
  const misplaced = findMisplacedFiles(fields, known);
  if (misplaced.length > 0) return { value: fields, findings: misplaced };
  const validated = withNamesForFiles(fields);
  const findings = toFindings(validators.requestBody(content, validated, { coerce: true }));
  return { value: withFiles(validated, fields), findings };
}

function toFindings(findings: BodyFindings): readonly Diagnostic[] {
  if (findings.kind === "errors") return fromAjv(findings.errors, "body");
  return finding(`must be one of ${findings.known.join(", ")}`, "tag", ["body", findings.tag]).findings;
}

function finding(message: string, code: string | number, path: string[] = ["body"]) {
  return { value: undefined, findings: [{ message, code, path, severity: 0 }] satisfies Diagnostic[] };
}
