import {
  type Attributes,
  type Meter,
  metrics,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { assertOptions } from "../options/assert-options.ts";
import type { AttemptEvent, CallListener } from "./events.ts";

/** What `openTelemetry` takes. */
export interface OpenTelemetryOptions {
  /**
   * Makes the spans.
   * @default the global provider's tracer `@wisekit/client`
   */
  readonly tracer?: Tracer | undefined;
  /**
   * Takes the measurements.
   * @default the global provider's meter `@wisekit/client`
   */
  readonly meter?: Meter | undefined;
}

const scope = "@wisekit/client";

/**
 * A listener for `createClient` that makes a client span and a measurement of `http.client.request.duration` for each
 * attempt, by the semantic conventions for HTTP. The path is the contract's template; values, headers and bodies are not
 * recorded. Needs the package `@opentelemetry/api`.
 *
 * @throws {TypeError} for an unknown option.
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): CallListener {
  assertOptions("openTelemetry()", options, ["tracer", "meter"]);
  const { tracer = trace.getTracer(scope), meter = metrics.getMeter(scope) } = options;
  const durations = meter.createHistogram("http.client.request.duration", {
    description: "Duration of HTTP client requests.",
    unit: "s",
  });
  const spans = new WeakMap<AttemptEvent, Span>();
  return {
    onAttemptStart(event) {
      const attributes = attributesOf(event);
      attributes["wise.call_id"] = event.callId;
      if (event.attempt > 1) attributes["http.request.resend_count"] = event.attempt - 1;
      spans.set(event, tracer.startSpan(`${event.method} ${event.path}`, { kind: SpanKind.CLIENT, attributes }));
    },
    onAttemptEnd(event, { status, error, durationMs, traceId }) {
      const outcome: Attributes = {};
      if (status !== undefined) outcome["http.response.status_code"] = status;
      const isFailure = status === undefined || status >= 400;
      if (isFailure) outcome["error.type"] = error ?? String(status);
      durations.record(durationMs / 1000, { ...attributesOf(event), ...outcome });
      const span = spans.get(event);
      span?.setAttributes(traceId ? { ...outcome, "wise.trace_id": traceId } : outcome);
      if (isFailure) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    },
  };
}

function attributesOf({ operation, method, path, origin }: AttemptEvent): Attributes {
  const attributes: Attributes = { "http.request.method": method, "url.template": path, "wise.operation": operation };
  if (!origin.startsWith("http")) return attributes;
  const { hostname, port, protocol } = new URL(origin);
  attributes["server.address"] = hostname;
  attributes["server.port"] = Number(port) || (protocol === "https:" ? 443 : 80);
  return attributes;
}
