import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createClient, type OperationData, type WiseFile } from "@wisekit/client";
import { createWiseFile, multipartBody } from "@wisekit/client/internal";
import { undiciFetch } from "@wisekit/client/node";
import { Agent } from "undici";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";
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

/** The same with one operation, which the contract need not have. */
async function callOf(responders: readonly Responder[], operation: Partial<OperationData>) {
  const server: LocalServer = await startServer(...responders);
  const dispatcher = new Agent();
  open.push(dispatcher, server);
  const { run } = createTestCall(operation, [], {
    environment: undefined,
    baseUrl: server.url,
    random: () => 0,
    clock: undefined,
    fetch: undiciFetch({ dispatcher }),
  });
  return { server, run };
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
    await vi.waitFor(() => expect(server.openSockets()).toBe(0));
  });

  it("sends a form with a file that is read from the disk, and again with a retry", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wisekit-"));
    const path = join(folder, "passport.pdf");
    await writeFile(path, "%PDF".repeat(100_000));
    const { server, run } = await callOf([text("", 503), json({})], {
      method: "POST",
      retry: "idempotent",
      body: { as: multipartBody, fields: ["file"] },
    });
    await run({ file: new File([await openAsBlob(path)], "passport.pdf", { type: "application/pdf" }) });
    expect(server.seen).toHaveLength(2);
    for (const { body, headers } of server.seen) {
      const form = await new Response(body, {
        headers: { "content-type": String(headers["content-type"]) },
      }).formData();
      const file = form.get("file") as File;
      expect([file.name, file.type, file.size]).toEqual(["passport.pdf", "application/pdf", 400_000]);
    }
    await rm(folder, { recursive: true });
  });

  it.each([
    ["as it is", {}, (content: string) => content],
    ["compressed", { "content-encoding": "gzip" }, gzipSync],
  ])("gives a file that comes %s", async (_, headers, encode) => {
    const content = "%PDF".repeat(100_000);
    const { run } = await callOf(
      [
        (response) => {
          response.writeHead(200, { "content-type": "application/pdf", ...headers });
          response.end(encode(content));
        },
      ],
      { response: createWiseFile },
    );
    const file = (await run()) as WiseFile;
    expect([file.mediaType, (await file.text()) === content]).toEqual(["application/pdf", true]);
  });

  it("closes the connection of a file that is not read", async () => {
    const { server, run } = await callOf(
      [
        (response) => {
          response.writeHead(200);
          response.write("x");
        },
      ],
      { response: createWiseFile },
    );
    const file = (await run()) as WiseFile;
    await file.body.cancel();
    await expect.poll(() => server.openSockets()).toBe(0);
  });

  it("stops with the caller's signal", async () => {
    const { wise } = await clientOf([() => {}]);
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    await expect(wise.cards.get(cardArgs, { signal: controller.signal })).rejects.toBe(reason);
  });
});
