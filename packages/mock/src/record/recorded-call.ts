import type { Diagnostic } from "../pipeline/diagnostic.ts";
import { formMediaType, isJson, mediaTypeOf, multipartMediaType } from "../pipeline/media-type.ts";

/** A finding of the validators. */
export interface RecordedViolation {
  readonly path: string;
  readonly message: string;
}

/** One call and its response, without secrets. */
export interface RecordedCall {
  /** Counts up from 1. */
  readonly id: number;
  /** By the mock's clock. */
  readonly at: string;
  readonly durationMs: number;
  /** SDK name; undefined if the call fitted no operation. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  readonly traceId: string;
  /** What was wrong with the request, and what with the response. */
  readonly violations: { readonly input: readonly RecordedViolation[]; readonly output: readonly RecordedViolation[] };
  /** The assumptions of the contract that the response rests on (`x-assumption`), each behind what it is about. */
  readonly assumptions: readonly string[];
  /** The fault that happened to it, in words. */
  readonly fault: string | undefined;
}

/** A call as it is noted: bodies are text. */
export interface RawCall {
  readonly head: CallHead;
  readonly bodyText: string;
  readonly responseText: string;
}

/** Everything about a call but the bodies. */
export interface CallHead extends Omit<RecordedCall, "id" | "violations" | "body" | "responseBody"> {
  readonly violations: { readonly input: readonly Diagnostic[]; readonly output: readonly Diagnostic[] };
}

/** Writes a call as texts: its head as JSON, and the bodies. */
export function writeCall(id: number, { head, bodyText, responseText }: RawCall): readonly [string, string, string] {
  return [JSON.stringify({ id, head }), bodyText, responseText];
}

/** Reads what `writeCall` wrote, secrets included. */
export function readCall([headText, bodyText, responseText]: readonly [string, string, string]): RecordedCall {
  const { id, head } = JSON.parse(headText) as { id: number; head: CallHead };
  return {
    id,
    ...head,
    operation: head.operation,
    fault: head.fault,
    body: readBody(bodyText, head.headers["content-type"]),
    responseBody: readBody(responseText, head.responseHeaders["content-type"]),
    violations: { input: head.violations.input.map(toViolation), output: head.violations.output.map(toViolation) },
  };
}

/** The media types of bodies that are recorded as JSON. */
const recordedAsJson: readonly (string | undefined)[] = [formMediaType, multipartMediaType];

function readBody(text: string, contentType: string | undefined): unknown {
  if (text === "") return undefined;
  const mediaType = mediaTypeOf(contentType);
  if (!isJson(mediaType) && !recordedAsJson.includes(mediaType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A finding in the words of the record. */
export function toViolation({ path = [], message }: Diagnostic): RecordedViolation {
  return { path: path.join("."), message };
}
