import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startMock } from "@wisekit/mock";
import { describe, expect, it, vi } from "vitest";
import { runCommand } from "../checks/command.ts";
import { startRedis } from "../programs/start-redis.ts";

async function run(example: string, url: string, more: Record<string, string> = {}): Promise<string> {
  const { code, output } = await runCommand("node", [example], {
    env: { WISE_URL: url, ...more },
  });
  expect(output, output).not.toMatch(/^\s+at /m);
  expect(code).toBe(0);
  return output.trimEnd();
}

describe("the examples of the client's README, against the mock", () => {
  it("sign in with a refresh token", async () => {
    await using mock = await startMock();
    expect(await run("packages/client/examples/sign-in.ts", mock.url)).toMatch(/Signed in; \d+ cards$/);
  });

  it("sign two users in, through Wise's page and back", async () => {
    await using mock = await startMock();
    const output = await run("packages/client/examples/sign-in-users.ts", mock.url);
    expect(output).toMatch(/\[ 'ann has \d+ cards', 'bob has \d+ cards' \]$/);
    const grants = mock.requests.list("oauth.token").length;
    expect(grants).toBe(2);
  });

  it("serve two users with one client", async () => {
    await using mock = await startMock();
    const output = await run("packages/client/examples/many-users.ts", mock.url);
    expect(output).toMatch(/^ann has \d+ cards\nbob has \d+ cards$/);
    expect(mock.requests.list("oauth.token")).toHaveLength(2);
  });

  it("go through an HTTP proxy, and with options of fetch", async () => {
    await using mock = await startMock();
    const seen: string[] = [];
    const proxy = createServer(async ({ url = "", headers: { authorization = "" } }, response) => {
      seen.push(new URL(url).host);
      const upstream = await fetch(url, { headers: { authorization } });
      response.writeHead(upstream.status, { "content-type": "application/json" }).end(await upstream.text());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const { port } = proxy.address() as AddressInfo;
    const output = await run("packages/client/examples/transport.ts", mock.url, {
      HTTP_PROXY_URL: `http://127.0.0.1:${port}`,
    });
    proxy.close();
    expect(output).toMatch(/^(\d+) cards\n\1 cards$/);
    expect(seen).toEqual([new URL(mock.url).host]);
  });

  it("make a client with some resources", async () => {
    await using mock = await startMock();
    expect(await run("packages/client/examples/resources.ts", mock.url)).toMatch(
      /The card is \w+ and has \d+ permissions$/,
    );
  });

  it("tell errors apart", async () => {
    await using mock = await startMock();
    expect(await run("packages/client/examples/errors.ts", mock.url)).toMatch(
      /The card is FROZEN\nAnother card is not there$/,
    );
  });

  it("share a user's token by Redis: two processes renew it once", async () => {
    const redis = await startRedis();
    try {
      await using mock = await startMock();
      const env = { REDIS_URL: `unix://${redis.socketPath}`, TOKEN_KEY: Buffer.alloc(32, 1).toString("base64") };
      const example = "packages/client/examples/many-machines.ts";
      const outputs = await Promise.all([1, 2].map(() => run(example, mock.url, env)));
      for (const output of outputs) expect(output).toMatch(/^\d+ cards$/);
      expect(mock.requests.list("oauth.token")).toHaveLength(1);
    } finally {
      await redis.close();
    }
  });

  it("retry", async () => {
    await using mock = await startMock();
    mock.faults.next("cards.get", { status: 503 });
    const output = await run("packages/client/examples/retries.ts", mock.url);
    expect(output).toContain("503");
    expect(output).toContain("retries attempt 1");
    expect(output.endsWith("6320")).toBe(true);
  });

  it("clear a challenge", async () => {
    await using mock = await startMock({ sca: true });
    expect(await run("scripts/examples/clear-challenge.ts", mock.url)).toMatch(
      /A one-time password was sent to \*+\d{4}\n\[sealed card data\]$/,
    );
  });

  it("go through a proxy", async () => {
    await using mock = await startMock();
    expect(await run("packages/client/examples/proxy.ts", mock.url)).toMatch(
      /Ann sees \d+ cards\nBob sees the card of John Smith\nBob and the list: PermissionError: cards\.list failed with 403/,
    );
  });

  it("connect a user to Wise again", async () => {
    await using mock = await startMock();
    expect(await run("packages/client/examples/reconnect.ts", mock.url)).toMatch(
      /^connect to Wise first\n(?:.*\n)*\d+ cards$/,
    );
  });

  it("are observed", async () => {
    await using mock = await startMock();
    expect(await run("packages/client/examples/observe.ts", mock.url)).toContain("6320");
  });

  it("mount a proxy under node:http", async () => {
    await using mock = await startMock();
    vi.stubEnv("WISE_URL", mock.url);
    vi.spyOn(console, "log").mockImplementation(() => {});
    const { server } = (await import("../../packages/client/examples/node-server.ts" as string)) as { server: Server };
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const statusFor = async (cookie: string) => {
      const path = "/api/wise/v3/spend/profiles/123456/cards";
      return (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })).status;
    };
    expect(await Promise.all(["user=ann", "user=bob", "user=eve"].map(statusFor))).toEqual([200, 403, 401]);
    server.closeAllConnections();
    server.close();
  });
});
