import type { OperationName } from "./generated/operations.gen.ts";

/** A header of an answer, if it is there. */
export function headerOf({ headers }: Response, name: string): string | undefined {
  return headers.get(name) ?? undefined;
}

/** One attempt of a call. It names the operation and the path's template; values, bodies and tokens are not in it. */
export interface AttemptEvent {
  readonly operation: OperationName;
  readonly method: string;
  /** The path with its parameters in braces. */
  readonly path: string;
  /** The host that is asked, without a path. */
  readonly origin: string;
  /** From 1. */
  readonly attempt: number;
}

/** How an attempt ended: with an answer, or without one. */
export interface AttemptResult {
  readonly durationMs: number;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly traceId?: string | undefined;
  /** Why no answer came: the name of the error. */
  readonly error?: string | undefined;
}

/** Why and when an attempt is repeated. */
export interface RetryPlan {
  readonly delayMs: number;
  readonly reason: "status" | "connection" | "timeout" | "token" | "sca";
}

/** Hears of every attempt. What a listener throws is reported as an uncaught error and does not change the call. */
export interface CallListener {
  /** Called before each attempt. */
  onRequest?: ((event: AttemptEvent) => void) | undefined;
  /** Called after each attempt, with or without an answer. */
  onResponse?: ((event: AttemptEvent, result: AttemptResult) => void) | undefined;
  /** Called before a call waits for its next attempt. */
  onRetry?: ((event: AttemptEvent, plan: RetryPlan) => void) | undefined;
}

/** Tells every listener, as the listeners of an `EventTarget` are told: one that throws does not disturb the rest. */
export function tell<Moment extends keyof CallListener>(
  listeners: readonly CallListener[],
  moment: Moment,
  event: AttemptEvent,
  detail?: Parameters<NonNullable<CallListener[Moment]>>[1],
): void {
  for (const listener of listeners) {
    try {
      (listener[moment] as ((event: AttemptEvent, detail: unknown) => void) | undefined)?.(event, detail);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
