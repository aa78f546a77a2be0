import { isSensitive, type OpenApiDocument, type Schema } from "../contract/document.ts";
import type { Operation } from "../contract/operation.ts";
import type { Parameter } from "../contract/parameter.ts";
import type { Content } from "../contract/response.ts";
import { responseFor } from "../contract/response-for.ts";
import { schemasFor, schemasOfEntry, schemasOfOthers, schemasOfProperty } from "../contract/sub-schemas.ts";
import { findContent, isJson, mediaTypeOf } from "../pipeline/media-type.ts";
import { mask, maskCardNumbers } from "./card-numbers.ts";
import type { RecordedCall, RecordedViolation } from "./recorded-call.ts";
import { createRedactByName } from "./redact-by-name.ts";

/** Takes secrets out of what is shown of calls. */
export interface Redactor {
  call(call: RecordedCall): RecordedCall;
  /** The path of a call of an operation, by its SDK name. */
  path(operation: string | undefined, path: string): string;
  violation(violation: RecordedViolation): RecordedViolation;
}

type Query = RecordedCall["query"];
type Headers = Readonly<Record<string, string>>;

/**
 * Makes the redaction of a contract: what its schemas, parameters and headers call sensitive (`x-sensitive`), by position;
 * what it does not describe, by name. Credentials are never shown.
 */
export function createRedactor(document: OpenApiDocument, operations: readonly Operation[]): Redactor {
  const byName = createRedactByName(document);
  const operationOf = new Map(operations.map((operation) => [operation.name, operation]));

  function bySchema(given: readonly Schema[], value: unknown): unknown {
    const schemas = schemasFor(document, given, value);
    if ([...given, ...schemas].some(isSensitive)) return mask;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      return value.map((entry, index) => {
        const own = schemasOfEntry(schemas, index);
        return own.length > 0 ? bySchema(own, entry) : byName.value(entry);
      });
    }
    const others = schemasOfOthers(schemas)?.filter((schema) => Object.keys(schema).length > 0) ?? [];
    const entries = Object.entries(value).map(([name, entry]) => {
      const own = schemasOfProperty(schemas, name) ?? others;
      return [name, own.length > 0 ? bySchema(own, entry) : byName.value(entry, name)];
    });
    return Object.fromEntries(entries);
  }

  function body(contents: readonly Content[], contentType: string | undefined, value: unknown): unknown {
    if (value === undefined) return undefined;
    const content = contentType === undefined ? contents[0] : findContent(contents, mediaTypeOf(contentType));
    const isUnparsed = typeof value === "string" && (!content || isJson(content.mediaType));
    if (!isUnparsed && content?.schema) return bySchema([content.schema], value);
    return typeof value === "string" ? byName.unparsed(value) : byName.value(value);
  }

  function fields<Fields extends Query | Headers>(known: readonly Field[], values: Fields): Fields {
    const entries = Object.entries(values).map(([name, value]) => {
      const field = known.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
      if (!field || byName.isCredential(name)) return [name, byName.value(value, name)];
      return [name, field.isSensitive ? mask : value];
    });
    return Object.fromEntries(entries) as Fields;
  }

  function path(name: string | undefined, value: string): string {
    const operation = name === undefined ? undefined : operationOf.get(name);
    if (!operation) return maskCardNumbers(value);
    const sensitive = operation.pathParameters.filter((parameter) => parameter.isSensitive);
    if (sensitive.length === 0) return value;
    const segments = value.split("/").slice(1);
    const shown = operation.segments.map((segment, index) => {
      const isHidden = sensitive.some((parameter) => holds(segment, parameter));
      return isHidden ? mask : (segments[index] ?? "");
    });
    return `/${shown.join("/")}`;
  }

  function violation({ path: at, message }: RecordedViolation): RecordedViolation {
    return { path: maskCardNumbers(at), message: maskCardNumbers(message) };
  }

  return {
    path,
    violation,
    call(call) {
      const operation = call.operation === undefined ? undefined : operationOf.get(call.operation);
      // An error that the contract does not document is like the one for an invalid request.
      const response = operation && (responseFor(operation, call.status) ?? responseFor(operation, 400));
      const { input, output } = call.violations;
      return {
        ...call,
        path: path(call.operation, call.path),
        query: fields(operation?.queryParameters ?? [], call.query),
        headers: fields(operation?.headerParameters ?? [], call.headers),
        body: body(operation?.requestBody?.contents ?? [], call.headers["content-type"], call.body),
        responseHeaders: fields(response?.headers ?? [], call.responseHeaders),
        responseBody: body(response?.contents ?? [], call.responseHeaders["content-type"], call.responseBody),
        violations: { input: input.map(violation), output: output.map(violation) },
      };
    },
  };
}

/** A parameter, or a header of a response. */
interface Field {
  readonly name: string;
  readonly isSensitive: boolean;
}

function holds(segment: Operation["segments"][number], { name }: Parameter): boolean {
  if (segment.kind === "parameter") return segment.parameter === name;
  return segment.kind === "pattern" && segment.parameters.includes(name);
}
