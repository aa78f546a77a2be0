import type { Diagnostic } from "../pipeline/diagnostic.ts";

/** A finding of the validators. */
export interface RecordedViolation {
  readonly path: string;
  readonly message: string;
}

/** One call and its answer, secrets taken out. */
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
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly answer: unknown;
  readonly traceId: string;
  /** What was wrong with the request, and what with the answer. */
  readonly violations: { readonly input: readonly RecordedViolation[]; readonly output: readonly RecordedViolation[] };
  /** The fault that happened to it, in words. */
  readonly fault: string | undefined;
}

/** A call as it is noted: bodies are text. */
export interface RawCall extends Omit<RecordedCall, "id" | "violations" | "body" | "answer"> {
  readonly bodyText: string;
  readonly answerText: string;
  readonly violations: { readonly input: readonly Diagnostic[]; readonly output: readonly Diagnostic[] };
}

/** Writes a call as texts: everything but the bodies as JSON, and the bodies. */
export function writeCall(id: number, { bodyText, answerText, ...call }: RawCall): readonly [string, string, string] {
  return [JSON.stringify({ id, ...call }), bodyText, answerText];
}

/** Reads what `writeCall` wrote, and takes secrets out. */
export function readCall(texts: readonly [string, string, string], redact: (value: unknown) => unknown): RecordedCall {
  const [head, bodyText, answerText] = texts;
  const call = JSON.parse(head) as Omit<RawCall, "bodyText" | "answerText"> & { id: number };
  return {
    ...call,
    operation: call.operation,
    fault: call.fault,
    headers: redact(call.headers) as Record<string, string>,
    query: redact(call.query) as RecordedCall["query"],
    body: redact(readBody(bodyText, call.headers["content-type"])),
    answerHeaders: redact(call.answerHeaders) as Record<string, string>,
    answer: redact(readBody(answerText, call.answerHeaders["content-type"])),
    violations: { input: call.violations.input.map(toViolation), output: call.violations.output.map(toViolation) },
  };
}

function readBody(text: string, contentType: string | undefined): unknown {
  if (text === "") return undefined;
  if (!contentType?.includes("json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toViolation({ path = [], message }: Diagnostic): RecordedViolation {
  return { path: path.join("."), message };
}
