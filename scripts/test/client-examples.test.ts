import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { runCommand } from "../checks/command.ts";

async function run(example: string, url: string): Promise<string> {
  const { code, output } = await runCommand("node", [example], {
    env: { WISE_URL: url },
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

  it("are observed", async () => {
    await using mock = await startMock();
    expect(await run("packages/client/examples/observe.ts", mock.url)).toContain("6320");
  });

  it("mount a proxy under node:http", async () => {
    const { toNode } = (await import("../../packages/client/examples/express-adapter.ts" as string)) as {
      toNode: (handler: (request: Request) => Promise<Response>) => Parameters<typeof createServer>[1];
    };
    const handler = async (request: Request) =>
      new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`, { status: 201 });
    const server = createServer(toNode(handler));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/api/wise/x`, { method: "PUT", body: "body" });
    expect([response.status, await response.text()]).toEqual([201, "PUT /api/wise/x body"]);
    server.close();
  });
});
