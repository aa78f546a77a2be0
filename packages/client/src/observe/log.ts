import type { CallListener } from "./events.ts";

/** Anything with the methods of `console` that take a line. */
export interface Logger {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
}

/** From nothing to everything: failed attempts and warnings at `warn`, retries at `info`, every attempt at `debug`. */
export type LogLevel = "off" | "warn" | "info" | "debug";

const levels: readonly LogLevel[] = ["off", "warn", "info", "debug"];

/**
 * A listener for `createClient` that writes lines to anything like `console`, at `warn` unless told otherwise. There is
 * one line per attempt: operation, method, path template, outcome, duration, attempt, call id, trace id. Bodies, values of
 * paths and queries, headers and tokens are never in it.
 *
 * @throws {TypeError} for an unknown level.
 */
export function logTo(logger: Logger, level: LogLevel = "warn"): CallListener {
  const detail = levels.indexOf(level);
  if (detail < 0) throw new TypeError(`logTo(): level must be one of ${levels.join(", ")}`);
  return {
    onAttemptEnd({ operation, method, path, callId, attempt }, { status, error, durationMs, traceId }) {
      const isFine = status !== undefined && status >= 200 && status < 300;
      if (detail < (isFine ? 3 : 1)) return;
      const trace = traceId ? ` trace ${traceId}` : "";
      const line = `wise ${operation} ${method} ${path} ${status ?? error} ${Math.round(durationMs)} ms attempt ${attempt} call ${callId}${trace}`;
      logger[isFine ? "debug" : "warn"](line);
    },
    onRetry({ operation, callId, attempt }, { delayMs, reason }) {
      if (detail > 1)
        logger.info(
          `wise ${operation} retries attempt ${attempt} in ${Math.round(delayMs)} ms (${reason}) call ${callId}`,
        );
    },
    onWarning({ message }) {
      if (detail > 0) logger.warn(`wise ${message}`);
    },
  };
}
