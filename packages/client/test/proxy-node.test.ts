import { EventEmitter } from "node:events";
import { createClient } from "@wisekit/client";
import { createNodeHandler, createProxy } from "@wisekit/client/proxy";
import express from "express";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { type NodeHost, openNodeHost } from "./support/node-host.ts";
import { allowance, proxyWorld, statusPath, type WorldOptions } from "./support/proxy-world.ts";
import { card, cardArgs, jsonResponse, type StubResponse, stubFetch } from "./support/stub-fetch.ts";

const cardPath = statusPath.replace("/status", "");
const ends = "Connection: close\r\n\r\n";

let written: MockInstance;
beforeEach(() => {
  written = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => written.mockRestore());

async function hostOf(responses: readonly StubResponse[], options: WorldOptions = {}) {
  const world = proxyWorld(responses, options);
  const statuses: number[] = [];
  const host = await openNodeHost(
    createNodeHandler(async (request) => {
      const response = await world.proxy(request);
      statuses.push(response.status);
      return response;
    }),
  );
  return { ...world, host, statuses };
}

/** The process lives: the next request is served. */
async function expectAlive({ url }: NodeHost): Promise<void> {
  const response = await fetch(`${url}/api/wise${cardPath}`);
  expect([response.status, await response.json()]).toEqual([200, card]);
}

const firstLine = (response: string) => response.split("\r\n")[0];

describe("a proxy under node:http", () => {
  it("serves a browser: method, path, headers and body arrive, and the response returns", async () => {
    const { host, upstream, asked } = await hostOf([jsonResponse(card, 200, { "x-trace-id": "t1" })]);
    await using _ = host;
    const response = await fetch(`${host.url}/api/wise${statusPath}`, {
      method: "PUT",
      body: '{"status":"FROZEN"}',
      headers: { "content-type": "application/json", "x-external-correlation-id": "mine" },
    });
    expect([response.status, await response.json()]).toEqual([200, card]);
    expect(Object.fromEntries(response.headers)).toMatchObject({ "x-trace-id": "t1", "cache-control": "no-store" });
    expect(asked).toEqual([{ operation: "cards.updateStatus", profileId: "123456", cardToken: cardArgs.cardToken }]);
    expect(upstream.calls[0]?.init).toMatchObject({
      method: "PUT",
      body: '{"status":"FROZEN"}',
      headers: { "x-external-correlation-id": "mine" },
    });
  });

  it.each([
    ["a Host that is no name", `GET /x HTTP/1.1\r\nHost: a b\r\n${ends}`, 400],
    ["a Host with a path in it", `GET /x HTTP/1.1\r\nHost: app.example/api\r\n${ends}`, 400],
    ["a Host with a user in it", `GET /x HTTP/1.1\r\nHost: me@app.example\r\n${ends}`, 400],
    ["a Host that is an address of five numbers", `GET /x HTTP/1.1\r\nHost: 1.2.3.4.5\r\n${ends}`, 400],
    ["a Host with a port that is none", `GET /x HTTP/1.1\r\nHost: app.example:99999\r\n${ends}`, 400],
    ["two Hosts", `GET /x HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n${ends}`, 400],
    ["no Host, of HTTP/1.0", "GET /x HTTP/1.0\r\n\r\n", 400],
    ["TRACE", `TRACE /x HTTP/1.1\r\nHost: a\r\n${ends}`, 405],
    ["an absolute-form target", `GET http://evil.example/x HTTP/1.1\r\nHost: a\r\n${ends}`, 400],
    ["the target of OPTIONS for a whole server", `OPTIONS * HTTP/1.1\r\nHost: a\r\n${ends}`, 400],
    ["a target that begins with two slashes", `GET //evil.example/x HTTP/1.1\r\nHost: a\r\n${ends}`, 404],
    ["a target with a backslash", `GET /api/wise\\..\\x HTTP/1.1\r\nHost: a\r\n${ends}`, 404],
    ["an unknown method", `PROPFIND /x HTTP/1.1\r\nHost: a\r\n${ends}`, 404],
    ["what is no HTTP", "\x16\x03\x01\r\n\r\n", 400],
  ])("rejects %s, and the process lives", async (_, request, status) => {
    const { host, asked } = await hostOf([jsonResponse(card)]);
    await using _host = host;
    expect(firstLine(await host.raw(request))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(asked).toEqual([]);
    await expectAlive(host);
    expect(written).not.toHaveBeenCalled();
  });

  it("sees a browser that breaks off in mid-body, and the process lives", async () => {
    const { host, statuses, upstream, asked } = await hostOf([jsonResponse(card)]);
    await using _ = host;
    const socket = host.open();
    socket.write(
      `PUT /api/wise${statusPath} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"sta`,
    );
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    expect(upstream.calls).toEqual([]);
    await expectAlive(host);
    expect(written).not.toHaveBeenCalled();
  });

  it("ends the call of a browser that goes away before the response", async () => {
    const aborted: unknown[] = [];
    const { host, statuses, errors, upstream } = await hostOf([
      ({ init }) =>
        new Promise((_, reject) => {
          init.signal?.addEventListener("abort", () => {
            aborted.push(1);
            reject(init.signal?.reason);
          });
        }),
      jsonResponse(card),
    ]);
    await using _ = host;
    const socket = host.open();
    socket.write(`GET /api/wise${cardPath} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await vi.waitFor(() => expect(upstream.calls).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(() => expect(statuses).toEqual([499]));
    expect([aborted, errors]).toEqual([[1], []]);
    await expectAlive(host);
  });

  it("sends the rejection of a large body while that is still coming, and the connection goes on", async () => {
    const { host, upstream } = await hostOf([jsonResponse(card)]);
    await using _ = host;
    const put = (body: string) =>
      fetch(`${host.url}/api/wise${statusPath}`, {
        method: "PUT",
        body: new Blob([body]).stream(),
        duplex: "half",
        headers: { "content-type": "application/json" },
      } as RequestInit);
    expect((await put(`{"status":"${"x".repeat(1_000_000)}"}`)).status).toBe(413);
    expect(upstream.calls).toEqual([]);
    expect((await put('{"status":"FROZEN"}')).status).toBe(200);
  });

  it.each([
    ["throws", () => Promise.reject(new Error("broken"))],
    ["returns nothing", () => undefined as never],
  ])("is 500 with nothing in it if a handler %s, and the console says why", async (_, handler) => {
    await using host = await openNodeHost(createNodeHandler(handler));
    const response = await fetch(host.url);
    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(written).toHaveBeenCalledTimes(1);
  });
});

describe("a response under node:http", () => {
  /** A body that says how much of it was taken, and whether it was given up. */
  function endless() {
    const seen = { taken: 0, cancelled: false };
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        seen.taken += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel() {
        seen.cancelled = true;
      },
    });
    return { seen, body };
  }

  it("is read no faster than the browser takes it", async () => {
    const { seen, body } = endless();
    const outgoing = Object.assign(new EventEmitter(), {
      statusCode: 0,
      destroyed: false,
      sent: 0,
      setHeader() {},
      appendHeader() {},
      write() {
        outgoing.sent += 1;
        return false;
      },
      end() {},
      destroy() {},
    });
    const incoming = Object.assign(new EventEmitter(), {
      ...{ url: "/", headersDistinct: { host: ["a"] }, readableDidRead: false },
      ...{ pause() {}, resume() {} },
    });
    createNodeHandler(() => new Response(body))(incoming, outgoing);
    for (const sent of [1, 2, 3]) {
      await vi.waitFor(() => expect(outgoing.sent).toBe(sent));
      expect(seen.taken).toBeLessThanOrEqual(sent + 1);
      outgoing.emit("drain");
    }
    outgoing.emit("close");
    await vi.waitFor(() => expect(seen.cancelled).toBe(true));
  });

  it("is given up when the browser goes away", async () => {
    const { seen, body } = endless();
    await using host = await openNodeHost(createNodeHandler(() => new Response(body)));
    const socket = host.open();
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    socket.once("data", () => socket.destroy());
    await vi.waitFor(() => expect(seen.cancelled).toBe(true));
    expect(written).not.toHaveBeenCalled();
  });

  it("that fails in the middle is broken off, so that nobody takes it for whole", async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode("the beginning")),
      pull: () => Promise.reject(new Error("Wise broke off")),
    });
    await using host = await openNodeHost(createNodeHandler(() => new Response(body)));
    await expect(fetch(host.url).then((response) => response.text())).rejects.toThrow(TypeError);
  });

  it("keeps each cookie that an application sets", async () => {
    const headers = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
    await using host = await openNodeHost(createNodeHandler(() => new Response(null, { status: 401, headers })));
    expect((await fetch(host.url)).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });
});

describe("a proxy in Express", () => {
  async function expressHost(before: express.RequestHandler[] = []) {
    const fetch = stubFetch(jsonResponse(card));
    const client = createClient({ environment: "sandbox", auth: "a-token", fetch });
    const proxy = createProxy({ basePath: "/api/wise", authorize: () => ({ client, allow: allowance }) });
    const app = express();
    app.use("/api/wise", ...before, createNodeHandler(proxy));
    app.get("/", (_, response) => void response.send("the page"));
    return { fetch, host: await openNodeHost(app) };
  }
  const freeze = { method: "PUT", body: '{"status":"FROZEN"}', headers: { "content-type": "application/json" } };

  it("serves below the path where it is mounted, with the rest of the application beside it", async () => {
    const { host, fetch: upstream } = await expressHost();
    await using _ = host;
    expect((await fetch(`${host.url}/api/wise${statusPath}`, freeze)).status).toBe(200);
    expect(upstream.calls[0]?.init.body).toBe('{"status":"FROZEN"}');
    expect(await (await fetch(host.url)).text()).toBe("the page");
  });

  it("rejects a bad Host and TRACE, and the process lives", async () => {
    const { host } = await expressHost();
    await using _ = host;
    expect(firstLine(await host.raw(`GET /api/wise${cardPath} HTTP/1.1\r\nHost: a b\r\n${ends}`))).toContain(" 400 ");
    expect(firstLine(await host.raw(`TRACE /api/wise/x HTTP/1.1\r\nHost: a\r\n${ends}`))).toContain(" 405 ");
    await expectAlive(host);
  });

  it("says on the console that a body parser before it has read the body", async () => {
    const { host } = await expressHost([express.json()]);
    await using _ = host;
    expect((await fetch(`${host.url}/api/wise${statusPath}`, freeze)).status).toBe(500);
    expect(String(written.mock.calls[0]?.[0])).toContain("mount the handler before body parsers");
    await expectAlive(host);
  });
});
