import { inspect } from "node:util";
import { type ClientOptions, createClient, logTo, userToken } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import {
  brokenConnection,
  cardArgs,
  jsonResponse,
  type SeenCall,
  type StubResponse,
  stubFetch,
} from "./support/stub-fetch.ts";

// Each of them goes through everything below, as a value that is sent or as one that is answered.
const canaries = {
  pan: "4396910000012345",
  cvv2: "cvv2-canary-973",
  pin: "pin-canary-5172",
  accessToken: "access-canary-b41c",
  refreshToken: "refresh-canary-09ad",
  clientSecret: "secret-canary-77fe",
  oneTimeToken: "ott-canary-c0de",
  otpCode: "otp-canary-424242",
  phoneNumber: "+44canary7700900123",
};

const everything = JSON.stringify({
  ...canaries,
  error: canaries.pan,
  error_description: canaries.accessToken,
  message: canaries.cvv2,
  errors: [
    { code: canaries.pan, message: canaries.pin, path: canaries.phoneNumber, arguments: [canaries.refreshToken] },
  ],
});

const sca = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": canaries.oneTimeToken };

const answers: Record<string, StubResponse> = {
  "200": () => jsonResponse(everything),
  "200 that is cut off": () => new Response(everything.slice(0, -1)),
  "200 with a huge integer": () => new Response(everything.replace("{", '{"id":90071992547409931,')),
  ...Object.fromEntries(
    [301, 400, 401, 403, 404, 409, 422, 429, 500, 503].map((status) => [
      String(status),
      () => jsonResponse(everything, status, { "retry-after": "0" }),
    ]),
  ),
  challenge: () => jsonResponse(everything, 403, sca),
  "a reset": brokenConnection("ECONNRESET"),
  "an answer that is no HTTP": brokenParser(new TypeError("fetch failed")),
  "the same by undici": brokenParser(),
  "a refused connection": brokenConnection("ECONNREFUSED"),
  "a timeout": () => new Promise<Response>(() => {}),
};

/** What Node throws for an answer that is no HTTP: the bytes that could not be read come along. */
function brokenParser(wrapper?: Error): Error {
  const reason = Object.assign(new Error("Response does not match the HTTP/1.1 protocol"), { data: everything });
  return wrapper ? Object.assign(wrapper, { cause: reason }) : reason;
}

/** Everything that a program could write down of a value. */
function printed(value: unknown): string {
  const parts = [
    String(value),
    inspect(value, { depth: 12, getters: false, showHidden: false }),
    JSON.stringify(value) ?? "",
    value instanceof Error ? `${value.stack} ${printed(value.cause ?? "")}` : "",
  ];
  return parts.join("\n");
}

describe("a canary", () => {
  it.each(Object.entries(answers))("is found in no line, event, error or envelope: %s", async (_, answer) => {
    const written: string[] = [];
    const write = (line: string) => void written.push(line);
    const tell = (...facts: unknown[]) => void written.push(...facts.map(printed));
    const shared: ClientOptions = {
      environment: "sandbox",
      timeoutMs: 5,
      random: () => 0,
      rateLimits: false,
      listeners: [logTo({ debug: write, info: write, warn: write }, "debug")],
      onAttemptStart: tell,
      onAttemptEnd: tell,
      onRetry: tell,
    };
    const fetch = stubFetch(answer);
    const { clientSecret, refreshToken, oneTimeToken, otpCode, phoneNumber } = canaries;
    const provider = userToken({ clientId: "partner", clientSecret, refreshToken });
    const clients = [
      createClient({ ...shared, fetch, auth: canaries.accessToken, onSca: async (challenge) => tell(challenge) }),
      createClient({ ...shared, fetch, auth: async () => canaries.accessToken }),
      createClient({ ...shared, fetch, auth: provider }),
    ];
    const request = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: canaries.pin };
    for (const wise of clients) {
      const outcomes = await Promise.allSettled([
        wise.cardData.details(request, { oneTimeToken }),
        wise.cardData.pin(request),
        wise.sca.verifySms({ oneTimeToken, otpCode }),
        wise.oauth.token({
          clientId: "partner",
          clientSecret,
          grant_type: "refresh_token",
          refresh_token: refreshToken,
        }),
        wise.cards.updatePhoneNumber({ ...cardArgs, phoneNumber }).then(() => undefined),
        wise.cards.get({ profileId: 1, cardToken: `${phoneNumber}\ud800` }),
        wise.sca.status({ oneTimeToken: `${oneTimeToken}\n` }),
      ]);
      // What a caller asked for and got is the caller's: of the values only the envelopes must not show themselves.
      const envelopes = outcomes.slice(0, 2);
      const failures = outcomes.slice(2).map((outcome) => (outcome.status === "rejected" ? outcome.reason : undefined));
      written.push(...envelopes.map(printed), ...failures.map(printed), printed(wise));
    }
    written.push(printed(provider));
    for (const [name, value] of Object.entries(canaries)) {
      expect(written.join("\n"), name).not.toContain(value);
    }
    expect(fetch.calls.length).toBeGreaterThan(0);
    expect(JSON.stringify(fetch.calls.map((call: SeenCall) => call.init.headers))).toContain(oneTimeToken);
  });
});
