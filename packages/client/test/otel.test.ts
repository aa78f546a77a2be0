import {
  type Attributes,
  createNoopMeter,
  type Meter,
  SpanKind,
  SpanStatusCode,
  type Tracer,
} from "@opentelemetry/api";
import { createClient } from "@wisekit/client";
import { openTelemetry } from "@wisekit/client/otel";
import { describe, expect, it } from "vitest";
import { createManualClock } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, type StubResponse, stubFetch } from "./support/stub-fetch.ts";

interface SeenSpan {
  readonly name: string;
  readonly kind: SpanKind | undefined;
  readonly attributes: Attributes;
  status: unknown;
  isEnded: boolean;
}

function recorder() {
  const spans: SeenSpan[] = [];
  const durations: [number, Attributes | undefined][] = [];
  const tracer = {
    startSpan(name: string, options: { kind?: SpanKind; attributes?: Attributes } = {}) {
      const seen: SeenSpan = {
        name,
        kind: options.kind,
        attributes: { ...options.attributes },
        status: undefined,
        isEnded: false,
      };
      spans.push(seen);
      return {
        setAttributes: (attributes: Attributes) => Object.assign(seen.attributes, attributes),
        setStatus: (status: unknown) => Object.assign(seen, { status }),
        end: () => Object.assign(seen, { isEnded: true }),
      };
    },
  } as unknown as Tracer;
  const meter = {
    createHistogram: (name: string) => ({
      record: (value: number, attributes?: Attributes) => durations.push([value, { name, ...attributes }]),
    }),
  } as unknown as Meter;
  return { spans, durations, tracer, meter };
}

async function observe(...answers: StubResponse[]) {
  const { spans, durations, tracer, meter } = recorder();
  const clock = createManualClock();
  const fetch = stubFetch(...answers);
  const listeners = [openTelemetry({ tracer, meter })];
  const wise = createClient({ environment: "sandbox", auth: "secret-token", fetch, clock, random: () => 1, listeners });
  const call = wise.cards.get(cardArgs).catch(() => {});
  await clock.advance(60_000);
  await call;
  return { spans, durations };
}

const common = {
  "http.request.method": "GET",
  "url.template": "/v3/spend/profiles/{profileId}/cards/{cardToken}",
  "server.address": "api.wise-sandbox.com",
  "server.port": 443,
  "wise.operation": "cards.get",
};

describe("openTelemetry", () => {
  it("makes a client span for each attempt, by the semantic conventions", async () => {
    const { spans } = await observe(jsonResponse({}, 503, { "x-trace-id": "t1" }), jsonResponse(card));
    const id = spans[0]?.attributes["wise.call_id"];
    expect(id).toEqual(expect.any(String));
    expect(spans).toEqual([
      {
        name: "GET /v3/spend/profiles/{profileId}/cards/{cardToken}",
        kind: SpanKind.CLIENT,
        attributes: {
          ...common,
          "wise.call_id": id,
          "http.response.status_code": 503,
          "error.type": "503",
          "wise.trace_id": "t1",
        },
        status: { code: SpanStatusCode.ERROR },
        isEnded: true,
      },
      expect.objectContaining({
        attributes: { ...common, "wise.call_id": id, "http.request.resend_count": 1, "http.response.status_code": 200 },
        status: undefined,
        isEnded: true,
      }),
    ]);
  });

  it("measures the duration of each attempt in seconds", async () => {
    const { durations } = await observe(jsonResponse(card));
    expect(durations).toEqual([
      [0, { name: "http.client.request.duration", ...common, "http.response.status_code": 200 }],
    ]);
  });

  it("names the error of an attempt without an answer", async () => {
    const { spans } = await observe(new TypeError("fetch failed with secret-token"));
    expect(spans[0]?.attributes["error.type"]).toBe("TypeError");
    expect(JSON.stringify(spans)).not.toMatch(/secret-token|ca0c8154/);
  });

  it("does nothing where no provider is registered", async () => {
    const wise = createClient({
      environment: "sandbox",
      fetch: stubFetch(jsonResponse(card)),
      listeners: [openTelemetry(), openTelemetry({ meter: createNoopMeter() })],
    });
    expect(await wise.cards.get(cardArgs)).toEqual(card);
  });
});
