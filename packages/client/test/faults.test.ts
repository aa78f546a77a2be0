import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createClient } from "@wisekit/client";
import { afterEach, describe, expect, it } from "vitest";
import { json, type LocalServer, type Responder, startServer, text } from "./support/local-server.ts";
import { card, cardArgs } from "./support/stub-fetch.ts";

const servers: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function clientOf(responders: readonly Responder[], options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const server = await startServer(...responders);
  servers.push(server);
  const wise = createClient({ baseUrl: server.url, auth: "access", random: () => 0, ...options });
  return { server, wise };
}

const reset: Responder = (response) => response.socket?.resetAndDestroy();
const never: Responder = () => {};
const stalledBody: Responder = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"token":');
};
const cutBody: Responder = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"token":');
  setTimeout(() => response.socket?.destroy(), 5);
};
const slowLoris: Responder = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
};
const otp = { oneTimeToken: "ott", otpCode: "111111" };

interface Fault {
  readonly responders: readonly Responder[];
  readonly options?: Partial<Parameters<typeof createClient>[0]>;
  /** What a read gives: an error code, or the card. */
  readonly read: string;
  readonly readRequests: number;
  /** What a write that may not be sent twice gives. */
  readonly write: string;
  readonly writeRequests: number;
}

const faults: Record<string, Fault> = {
  "a reset after the request was read": {
    responders: [reset],
    read: "ERR_CONNECTION",
    readRequests: 3,
    write: "ERR_CONNECTION",
    writeRequests: 1,
  },
  "a reset once": {
    responders: [reset, json(card)],
    read: "ok",
    readRequests: 2,
    write: "ERR_CONNECTION",
    writeRequests: 1,
  },
  "stalled headers": {
    responders: [never],
    options: { timeoutMs: 40 },
    read: "ERR_TIMEOUT",
    readRequests: 3,
    write: "ERR_TIMEOUT",
    writeRequests: 1,
  },
  "a stalled body": {
    responders: [stalledBody],
    options: { timeoutMs: 40 },
    read: "ERR_TIMEOUT",
    readRequests: 3,
    write: "ERR_TIMEOUT",
    writeRequests: 1,
  },
  "a slow loris": {
    responders: [slowLoris],
    options: { timeoutMs: 60 },
    read: "ERR_TIMEOUT",
    readRequests: 3,
    write: "ERR_TIMEOUT",
    writeRequests: 1,
  },
  "a body that is cut off": {
    responders: [cutBody],
    read: "ERR_CONNECTION",
    readRequests: 3,
    write: "ERR_CONNECTION",
    writeRequests: 1,
  },
  "truncated JSON": {
    responders: [json('{"token":')],
    read: "ERR_DECODE",
    readRequests: 1,
    write: "ERR_DECODE",
    writeRequests: 1,
  },
  "HTML with 200": {
    responders: [text("<html>", 200, { "content-type": "text/html" })],
    read: "ERR_DECODE",
    readRequests: 1,
    write: "ERR_DECODE",
    writeRequests: 1,
  },
  "an empty 200": {
    responders: [text("")],
    read: "ERR_DECODE",
    readRequests: 1,
    write: "ERR_DECODE",
    writeRequests: 1,
  },
  "204": { responders: [text("", 204)], read: "ERR_DECODE", readRequests: 1, write: "ERR_DECODE", writeRequests: 1 },
  "an empty 404": {
    responders: [text("", 404)],
    read: "ERR_NOT_FOUND",
    readRequests: 1,
    write: "ERR_NOT_FOUND",
    writeRequests: 1,
  },
  "an empty 500": {
    responders: [text("", 500)],
    read: "ERR_SERVER",
    readRequests: 3,
    write: "ERR_SERVER",
    writeRequests: 1,
  },
  "503 with Retry-After": {
    responders: [text("", 503, { "retry-after": "0" }), json(card)],
    read: "ok",
    readRequests: 2,
    write: "ERR_SERVER",
    writeRequests: 1,
  },
  "429 with Retry-After": {
    responders: [text("", 429, { "retry-after": "0" }), json(card)],
    read: "ok",
    readRequests: 2,
    write: "ok",
    writeRequests: 2,
  },
  "429 with a date": {
    responders: [text("", 429, { "retry-after": new Date(0).toUTCString() }), json(card)],
    read: "ok",
    readRequests: 2,
    write: "ok",
    writeRequests: 2,
  },
  "429 for a day": {
    responders: [text("", 429, { "retry-after": "86400" })],
    read: "ERR_RATE_LIMITED",
    readRequests: 1,
    write: "ERR_RATE_LIMITED",
    writeRequests: 1,
  },
  gzip: {
    responders: [
      (response) => {
        response.writeHead(200, { "content-encoding": "gzip" });
        response.end(gzipSync(JSON.stringify(card)));
      },
    ],
    read: "ok",
    readRequests: 1,
    write: "ok",
    writeRequests: 1,
  },
};

function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "ok",
    (error: { code?: string }) => String(error.code ?? error),
  );
}

describe("on a real connection", () => {
  it.each(Object.entries(faults))("%s: a read", async (_, { responders, options, read, readRequests }) => {
    const { server, wise } = await clientOf(responders, options);
    expect(await outcomeOf(wise.cards.get(cardArgs))).toBe(read);
    expect(server.seen).toHaveLength(readRequests);
  });

  it.each(Object.entries(faults))(
    "%s: a write that may not be sent twice",
    async (_, { responders, options, write, writeRequests }) => {
      const { server, wise } = await clientOf(responders, options);
      expect(await outcomeOf(wise.sca.verifySms(otp))).toBe(write);
      expect(server.seen).toHaveLength(writeRequests);
    },
  );

  it("a refused connection is tried again, even for a write, since nothing was sent", async () => {
    const { server, wise } = await clientOf([json({})]);
    await server.close();
    const attempts: number[] = [];
    const { port } = new URL(server.url);
    const refused = createClient({
      baseUrl: `http://127.0.0.1:${port}`,
      random: () => 0,
      onAttemptStart: ({ attempt }) => attempts.push(attempt),
    });
    await expect(refused.sca.verifySms(otp)).rejects.toMatchObject({ code: "ERR_CONNECTION", retryable: true });
    expect(attempts).toEqual([1, 2, 3]);
    expect(wise).toBeDefined();
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
      timeoutMs: 50,
      maxRetries: 3,
    });
    await wise.cards.get(cardArgs);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.seen).toHaveLength(4);
    expect(server.openSockets()).toBeLessThanOrEqual(1);
  });

  it("a call that is aborted while its body streams closes its connection", async () => {
    const { server, wise } = await clientOf([slowLoris]);
    const controller = new AbortController();
    const call = outcomeOf(wise.cards.get(cardArgs, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    controller.abort();
    await call;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.openSockets()).toBe(0);
  });
});
