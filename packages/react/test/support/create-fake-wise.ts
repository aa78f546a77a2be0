import { QueryClient } from "@tanstack/react-query";
import { type Card, createClient, type WiseClient } from "@wisekit/client";
import { encryptionKey, sealedResponse } from "./fake-card-data.ts";

export const profileId = 123456;
export const tokens = Array.from(
  { length: 12 },
  (_, i) => `00000000-0000-4000-8000-${String(i + 1).padStart(12, "0")}`,
);
export const cardToken = tokens[0] as string;
export const otherToken = tokens[1] as string;

/** What must be found nowhere but in a `Secret` and, while it is shown, on the page. */
export const canaries = {
  pan: "4596610000086320",
  cvv2: "739",
  pin: "8264",
  oneTimeToken: "0fd6a6b4-canary-token",
  otpCode: "111111",
};

/** A Wise of a few operations behind an injected `fetch`. */
export interface FakeWise {
  readonly client: WiseClient;
  readonly queryClient: QueryClient;
  /** The requests, as `METHOD path?query`. */
  readonly requests: string[];
  /** Signals of the requests, in the same order. */
  readonly signals: (AbortSignal | undefined)[];
  /** Responds to the next request that begins so with this status and body. */
  failNext(request: string, status: number, body?: unknown): void;
  /** The same with a response. */
  respondNext(request: string, response: Response): void;
  /** Keeps requests that begin so waiting until the returned function is called. */
  hold(request: string): () => void;
  statusOf(token: string): string;
  sca: boolean;
  /** Whether card data comes as plain JSON. */
  plain: boolean;
}

interface FakeRequest {
  readonly line: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Record<string, string>;
}

export function createFakeWise(): FakeWise {
  const cards = tokens.map((token) => cardOf(token));
  const prepared = new Map<string, Response>();
  const gates = new Map<string, Promise<void>>();
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const line = `${request.method} ${url.pathname}${url.search}`;
    fake.requests.push(line);
    fake.signals.push(request.signal);
    const text = await request.text();
    const gate = [...gates].find(([start]) => line.startsWith(start))?.[1];
    if (gate) await Promise.race([gate, rejectOnAbort(request.signal)]);
    const entry = [...prepared].find(([start]) => line.startsWith(start));
    if (entry) {
      prepared.delete(entry[0]);
      return entry[1];
    }
    return respond(fake, cards, { line, url, headers: request.headers, body: text ? JSON.parse(text) : {} });
  };
  const fake: FakeWise = {
    client: createClient({ baseUrl: "http://localhost", fetch, rateLimits: false, maxRetries: 0 }),
    queryClient: new QueryClient(),
    requests: [],
    signals: [],
    failNext: (start, status, body = {}) => prepared.set(start, Response.json(body, { status })),
    respondNext: (start, response) => prepared.set(start, response),
    hold: (start) => {
      let open = () => {};
      gates.set(start, new Promise((resolve) => (open = resolve)));
      return () => {
        gates.delete(start);
        open();
      };
    },
    statusOf: (token) => String(cards.find((card) => card.token === token)?.status.value),
    sca: false,
    plain: false,
  };
  return fake;
}

function cardOf(token: string): Card {
  return { token, profileId, clientId: "test", status: { value: "ACTIVE" }, lastFourDigits: "6320" };
}

function respond(fake: FakeWise, cards: Card[], asked: FakeRequest): Response {
  const [, token = "", rest = ""] = /\/cards\/([^/]+)(.*)$/.exec(asked.url.pathname) ?? [];
  const card = cards.find((candidate) => candidate.token === token);
  if (asked.url.pathname.includes("/one-time-token/")) return scaResponse(asked);
  if (asked.url.pathname.includes("/twcard-data/")) return cardDataResponse(fake, asked);
  if (asked.url.pathname.endsWith("/cards")) return Response.json(pageOf(cards, asked.url.searchParams));
  if (!card) return Response.json({ errors: [{ code: "card.not.found", message: "" }] }, { status: 404 });
  if (rest === "") return Response.json(card);
  if (rest === "/status") {
    card.status = { value: asked.body.status ?? "" };
    return Response.json(card);
  }
  if (rest === "/phone-number") return Response.json({ token, profileId, phoneNumber: asked.body.phoneNumber });
  if (rest === "/spending-permissions") {
    return asked.line.startsWith("GET")
      ? Response.json({ permissions: [{ type: "ECOM", isEnabled: true }] })
      : new Response(null);
  }
  throw new Error(`The fake Wise does not know ${asked.line}`);
}

function pageOf(cards: readonly Card[], query: URLSearchParams) {
  const size = Number(query.get("pageSize") ?? 10);
  const start = (Number(query.get("pageNumber") ?? 1) - 1) * size;
  return { cards: cards.slice(start, start + size), totalCount: cards.length };
}

function cardDataResponse(fake: FakeWise, { url, headers, body }: FakeRequest): Response {
  if (url.pathname.endsWith("/fetchEncryptingKey")) return Response.json(encryptionKey);
  if (fake.sca && headers.get("x-2fa-approval") !== canaries.oneTimeToken) {
    const challenge = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": canaries.oneTimeToken };
    return Response.json({ status: 403 }, { status: 403, headers: challenge });
  }
  const fields = url.pathname.endsWith("/pin")
    ? { pin: canaries.pin }
    : { pan: canaries.pan, cvv2: canaries.cvv2, expiryDate: "05/28", cardholderName: "John Smith" };
  return new Response(sealedResponse(body.encryptedPayload ?? "", fields, fake.plain), {
    headers: { "content-type": fake.plain ? "application/json" : "application/jose" },
  });
}

function scaResponse({ url, headers, body }: FakeRequest): Response {
  if (headers.get("one-time-token") !== canaries.oneTimeToken) return Response.json({}, { status: 404 });
  if (url.pathname.endsWith("/trigger")) return Response.json({ obfuscatedPhoneNo: "*********7890" });
  if (url.pathname.endsWith("/verify") && body.otpCode !== canaries.otpCode) {
    return Response.json({ errors: [{ code: "sca.otp.incorrect", message: "" }] }, { status: 400 });
  }
  const challenge = { primaryChallenge: { type: "SMS" }, alternatives: [{ type: "VOICE" }, { type: "FACE_MAP" }] };
  const challenges = url.pathname.endsWith("/verify") ? [] : [challenge];
  return Response.json({ oneTimeTokenProperties: { oneTimeToken: canaries.oneTimeToken, challenges } });
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
}
