import { createHash } from "node:crypto";
import { type ClientOptions, createClient } from "@wisekit/client";
import { undiciFetch } from "@wisekit/client/node";
import { createProxy, type ProxyAllowance } from "@wisekit/client/proxy";
import { Agent } from "undici";
import { afterEach, describe, expect, it, vi } from "vitest";
import { faults, never, reset, slowLoris } from "./support/faults.ts";
import { json, type LocalServer, type Responder, startServer, text } from "./support/local-server.ts";
import { card, cardArgs } from "./support/stub-fetch.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((resource) => resource.close()));
});

const otp = { oneTimeToken: "ott", otpCode: "111111" };

function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "ok",
    (error: { code?: string }) => String(error.code ?? error),
  );
}

async function openServer(responders: readonly Responder[]): Promise<LocalServer> {
  const server = await startServer(...responders);
  open.push(server);
  return server;
}

/** A way from a client to a server. */
type Transport = (server: LocalServer, options: Partial<ClientOptions>) => Partial<ClientOptions>;

const direct: Transport = ({ url }, options) => ({ baseUrl: url, auth: "access", ...options });

const transports: Readonly<Record<string, Transport>> = {
  "the platform's fetch": direct,
  undiciFetch(server, options) {
    const dispatcher = new Agent();
    open.push(dispatcher);
    return { ...direct(server, options), fetch: undiciFetch({ dispatcher }) };
  },
  "a proxy"(server, { timeoutMs, ...options }) {
    const client = createClient({ baseUrl: server.url, auth: "access", timeoutMs });
    const allow: ProxyAllowance = {
      operations: ["cards.get", "sca.verifySms"],
      profiles: [{ id: cardArgs.profileId, cards: "all" }],
    };
    const proxy = createProxy({ authorize: () => ({ client, allow }) });
    const fetch: typeof globalThis.fetch = (input, init) => proxy(new Request(input, init));
    return { baseUrl: "https://app.example", fetch, ...options };
  },
};

/** What the browser's client sees of a failure behind a proxy: a gateway's response. */
const behindProxy: Readonly<Record<string, string>> = { ERR_CONNECTION: "ERR_SERVER", ERR_TIMEOUT: "ERR_SERVER" };

describe.each(Object.entries(transports))("over %s", (name, transport) => {
  const expected = (code: string): string => (name === "a proxy" ? (behindProxy[code] ?? code) : code);

  async function clientOf(responders: readonly Responder[], options: Partial<ClientOptions>) {
    const server = await openServer(responders);
    return { server, wise: createClient({ random: () => 0, ...transport(server, options) }) };
  }

  it.each(Object.entries(faults))("a read meets %s", async (_, { responders, timeoutMs, read, readRequests }) => {
    const { server, wise } = await clientOf(responders, { timeoutMs });
    expect(await outcomeOf(wise.cards.get(cardArgs))).toBe(expected(read));
    expect(server.seen).toHaveLength(readRequests);
  });

  it.each(Object.entries(faults))(
    "a write that may not be sent twice meets %s",
    async (_, { responders, timeoutMs, write, writeRequests }) => {
      const { server, wise } = await clientOf(responders, { timeoutMs });
      expect(await outcomeOf(wise.sca.verifySms(otp))).toBe(expected(write));
      expect(server.seen).toHaveLength(writeRequests);
    },
  );
});

async function clientOf(responders: readonly Responder[], options: Partial<ClientOptions> = {}) {
  const server = await openServer(responders);
  return { server, wise: createClient({ random: () => 0, ...direct(server, options) }) };
}

describe("on a real connection", () => {
  it("a refused connection is tried again, even for a write, since nothing was sent", async () => {
    const attempts: number[] = [];
    const { server, wise } = await clientOf([json({})], { onAttemptStart: ({ attempt }) => attempts.push(attempt) });
    await server.close();
    await expect(wise.sca.verifySms(otp)).rejects.toMatchObject({ code: "ERR_CONNECTION", retryable: true });
    expect(attempts).toEqual([1, 2, 3]);
  });

  it("a write that was carried out before its answer was lost is not carried out twice", async () => {
    let carriedOut = 0;
    const dropAfterCommit: Responder = (response) => {
      carriedOut += 1;
      response.socket?.destroy();
    };
    const { wise } = await clientOf([dropAfterCommit]);
    await expect(wise.sca.triggerSms({ oneTimeToken: "ott" })).rejects.toMatchObject({
      code: "ERR_CONNECTION",
      retryable: false,
    });
    await expect(
      wise.oauth.token({ clientId: "a", clientSecret: "b", grant_type: "client_credentials" }),
    ).rejects.toMatchObject({ code: "ERR_CONNECTION" });
    expect(carriedOut).toBe(2);
  });

  it("a redirect is not followed: the other origin sees neither token nor body", async () => {
    const { server: other } = await clientOf([json(card)]);
    for (const status of [301, 302, 303, 307, 308]) {
      const { wise } = await clientOf([text("", status, { location: `${other.url}/steal` })]);
      await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ status, code: "ERR_API" });
      await expect(wise.cards.updateStatus({ ...cardArgs, status: "BLOCKED" })).rejects.toMatchObject({ status });
    }
    expect(other.seen).toHaveLength(0);
  });

  it("a body of 10 MB is read whole", async () => {
    const filling = "x".repeat(10_000_000);
    const { wise } = await clientOf([json({ ...card, filling })]);
    const answer = (await wise.cards.get(cardArgs)) as unknown as { filling: string };
    const digest = (value: string) => createHash("sha256").update(value).digest("hex");
    expect(digest(answer.filling)).toBe(digest(filling));
  });

  it("connections of failed attempts are given back: nothing stays open for them", async () => {
    const { server, wise } = await clientOf([never, reset, text("x".repeat(100_000), 503), json(card)], {
      timeoutMs: 500,
      maxRetries: 3,
    });
    await wise.cards.get(cardArgs);
    expect(server.seen).toHaveLength(4);
    await vi.waitFor(() => expect(server.openSockets()).toBeLessThanOrEqual(1));
  });

  it("a call that is aborted while its body streams closes its connection", async () => {
    const { server, wise } = await clientOf([slowLoris]);
    const controller = new AbortController();
    const call = outcomeOf(wise.cards.get(cardArgs, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    controller.abort();
    await call;
    await vi.waitFor(() => expect(server.openSockets()).toBe(0));
  });
});
