import type { OperationName } from "../generated/operation-names.gen.ts";
import { guard } from "./report-error.ts";

/** One attempt of a call. It holds the operation and the template of its path, but no values, bodies or tokens. */
export interface AttemptEvent {
  readonly operation: OperationName;
  readonly method: string;
  /** The path with its parameters in braces. */
  readonly path: string;
  /** The address of the host, without the path of the operation. */
  readonly origin: string;
  /** The same for all attempts of one call, and in its error. */
  readonly callId: string;
  /** From 1. */
  readonly attempt: number;
}

/** How an attempt ended: with a response, or without one. */
export interface AttemptResult {
  readonly durationMs: number;
  /** Absent when there was no response. */
  readonly status?: number;
  readonly traceId?: string | undefined;
  /** The name of the error, when there was no response. */
  readonly error?: string | undefined;
}

/** Why and when the next attempt starts. */
export interface RetryPlan {
  readonly delayMs: number;
  readonly reason: "status" | "connection" | "timeout" | "token" | "sca";
}

/** Something that goes well, but is likely to be a mistake of the program or its setup. */
export interface ClientWarning {
  /**
   * `WARN_TOKEN_TAKEN`: Wise did not accept a user's token that was obtained less than a minute ago. Another process seems
   * to renew the same user's tokens without sharing a store.
   */
  readonly code: "WARN_TOKEN_TAKEN";
  /** The same in a sentence. No token, key or value is in it. */
  readonly message: string;
}

/** Is told of every attempt. What a listener throws goes to `onListenerError`, and does not change the call. */
export interface CallListener {
  /**
   * Called before each attempt.
   * @default none
   */
  onAttemptStart?: ((event: AttemptEvent) => void) | undefined;
  /**
   * Called after each attempt, with or without a response.
   * @default none
   */
  onAttemptEnd?: ((event: AttemptEvent, result: AttemptResult) => void) | undefined;
  /**
   * Called before a call waits for its next attempt.
   * @default none
   */
  onRetry?: ((event: AttemptEvent, plan: RetryPlan) => void) | undefined;
  /**
   * Called when something is likely to be a mistake of the program or its setup.
   * @default none: then `console.warn`, once for each code
   */
  onWarning?: ((warning: ClientWarning) => void) | undefined;
}

/** Takes what a listener throws, or what its promise rejects with. */
export type ListenerErrorHandler = (error: unknown) => void;

/** Who is told of attempts, and who is told if that fails. */
export interface Listeners {
  readonly listeners: readonly CallListener[];
  readonly onListenerError: ListenerErrorHandler;
}

/** Calls every listener, as an `EventTarget` does: one that throws, now or later, does not disturb calls or the others. */
export function notifyListeners<Moment extends Exclude<keyof CallListener, "onWarning">>(
  { listeners, onListenerError }: Listeners,
  moment: Moment,
  event: AttemptEvent,
  detail?: Parameters<NonNullable<CallListener[Moment]>>[1],
): void {
  for (const listener of listeners) {
    const notify = listener[moment] as ((event: AttemptEvent, detail: unknown) => unknown) | undefined;
    if (notify) guard(() => notify.call(listener, event, detail), onListenerError);
  }
}
