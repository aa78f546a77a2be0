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

/** A call as it is kept: whole, until someone looks at it. */
export interface RawCall extends Omit<RecordedCall, "violations"> {
  readonly violations: { readonly input: readonly Diagnostic[]; readonly output: readonly Diagnostic[] };
}

/** Turns what is kept into what may be seen. */
export function present(call: RawCall, redact: (value: unknown) => unknown): RecordedCall {
  return {
    ...call,
    headers: redact(call.headers) as Record<string, string>,
    query: redact(call.query) as RecordedCall["query"],
    body: redact(call.body),
    answerHeaders: redact(call.answerHeaders) as Record<string, string>,
    answer: redact(call.answer),
    violations: { input: call.violations.input.map(toViolation), output: call.violations.output.map(toViolation) },
  };
}

function toViolation({ path = [], message }: Diagnostic): RecordedViolation {
  return { path: path.join("."), message };
}
