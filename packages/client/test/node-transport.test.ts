import { createClient } from "@wisekit/client";
import { undiciFetch } from "@wisekit/client/node";
import { Agent } from "undici";
import { afterEach, describe, expect, it } from "vitest";
import { json, type LocalServer, type Responder, startServer, text } from "./support/local-server.ts";
import { card, cardArgs } from "./support/stub-fetch.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((resource) => resource.close()));
});

async function clientOf(responders: readonly Responder[], options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const server: LocalServer = await startServer(...responders);
  const dispatcher = new Agent();
  open.push(dispatcher, server);
  const wise = createClient({
    baseUrl: server.url,
    auth: "access",
    random: () => 0,
    fetch: undiciFetch({ dispatcher }),
    ...options,
  });
  return { server, wise };
}

describe("undiciFetch", () => {
  it("sends what the client sends, and gives what the server gives", async () => {
    const { server, wise } = await clientOf([json(card, 200, { "x-trace-id": "t1", "set-cookie": "a=b" })]);
    const { data, response, traceId } = await wise.cards.updateStatus({ ...cardArgs, status: "FROZEN" }).withResponse();
    expect([data, response.status, response.ok, traceId]).toEqual([card, 200, true, "t1"]);
    expect(server.seen[0]).toMatchObject({
      method: "PUT",
      body: '{"status":"FROZEN"}',
      headers: { authorization: "Bearer access", "content-type": "application/json" },
    });
  });

  it.each([
    [204, "ERR_DECODE"],
    [302, "ERR_API"],
    [404, "ERR_NOT_FOUND"],
    [500, "ERR_SERVER"],
  ])("understands %i", async (status, code) => {
    const { wise } = await clientOf([text("", status, { location: "http://elsewhere.example" })], { maxRetries: 0 });
    await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ code });
  });

  it("retries, and does not send an unsafe write twice", async () => {
    const reset: Responder = (response) => response.socket?.resetAndDestroy();
    const { server, wise } = await clientOf([reset, json(card)]);
    expect(await wise.cards.get(cardArgs)).toEqual(card);
    const unsafe = await clientOf([reset]);
    await expect(unsafe.wise.sca.triggerSms({ oneTimeToken: "o" })).rejects.toMatchObject({ code: "ERR_CONNECTION" });
    expect([server.seen.length, unsafe.server.seen.length]).toEqual([2, 1]);
  });

  it("knows a refused connection, and tries it again even for a write", async () => {
    const attempts: number[] = [];
    const { server, wise } = await clientOf([json({})], { onAttemptStart: ({ attempt }) => attempts.push(attempt) });
    await server.close();
    await expect(wise.sca.triggerSms({ oneTimeToken: "o" })).rejects.toMatchObject({ code: "ERR_CONNECTION" });
    expect(attempts).toEqual([1, 2, 3]);
  });

  it.each<[string, Responder]>([
    ["headers do not come", () => {}],
    [
      "the body stalls",
      (response) => {
        response.writeHead(200);
        response.write("{");
      },
    ],
  ])("ends in time when %s, and leaves no connection open", async (_, responder) => {
    const { server, wise } = await clientOf([responder], { timeoutMs: 40, maxRetries: 0 });
    await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ code: "ERR_TIMEOUT" });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(server.openSockets()).toBe(0);
  });

  it("stops with the caller's signal", async () => {
    const { wise } = await clientOf([() => {}]);
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    await expect(wise.cards.get(cardArgs, { signal: controller.signal })).rejects.toBe(reason);
  });
});
