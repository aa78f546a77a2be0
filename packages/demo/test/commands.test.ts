import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startMock } from "@wisekit/mock";
import { afterEach, describe, expect, it } from "vitest";
import { secretsIn } from "./support/leaks.ts";
import { scenario } from "./support/scenario.ts";
import { signIn } from "./support/sign-in.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  output(): string;
}

function run(file: string, env: Record<string, string> = {}): Running {
  const path = join(import.meta.dirname, "../src", file);
  const child = spawn(process.execPath, [path], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, output }));
  });
  return { child, ended, output: () => output };
}

async function takenPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, free: () => server.close() };
}

describe("pnpm start", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "prints both addresses, serves them, and ends cleanly on %s",
    async (signal) => {
      const { child, ended, output } = run("start.ts", { PORT: "0", MOCK_PORT: "0" });
      await expect.poll(output, { timeout: 20_000 }).toMatch(/Demo\s+http:[\s\S]*Mock\s+http:/);
      const [, demo = "", mock = ""] = /Demo\s+(\S+)[\s\S]*Mock\s+(\S+)/.exec(output()) ?? [];
      const headers = { cookie: await signIn(demo) };
      const list = "/v3/spend/profiles/123456/cards";
      expect((await fetch(`${demo}/api${list}`, { headers })).status).toBe(200);
      const profiles = (await (await fetch(`${demo}/profiles`, { headers })).json()) as { id: number }[];
      const other = await fetch(`${demo}/api/v3/spend/profiles/${profiles[1]?.id}/cards`, { headers });
      expect(await other.json()).toMatchObject({ totalCount: 3 });
      expect((await fetch(`${mock}${list}`, { headers: { authorization: "Bearer any" } })).status).toBe(200);
      child.kill(signal);
      expect((await ended).code).toBe(0);
    },
  );

  it.each(["PORT", "MOCK_PORT"])("says that the port of %s is taken, and what to set", async (variable) => {
    const { port, free } = await takenPort();
    const { ended } = run("start.ts", { PORT: "0", MOCK_PORT: "0", [variable]: String(port) });
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      `Port ${port} is taken. Choose another one: ${variable}=${port + 1} npx -y pnpm@12 start`,
    );
    free();
  });

  it("rejects a value that is no port", async () => {
    const { code, output } = await run("start.ts", { PORT: "http" }).ended;
    expect(code).toBe(1);
    expect(output.trim()).toBe('PORT must be an integer from 0 to 65535, not "http"');
  });
});

describe("pnpm tour", () => {
  it("shows each call and what came back, with secrets masked, and exits with 0", async () => {
    await using mock = await startMock({ scenario: { ...scenario, profiles: withBlockedCard() }, sca: true });
    const { code, output } = await run("tour/main.ts", { WISE_URL: mock.url }).ended;
    expect(output).toContain("no surprises");
    expect(code).toBe(0);
    expect(output).toContain("→ wise.cardData.details(");
    expect(output).toContain("← opened: •••• •••• •••• 8264, CVV2 •••");
    expect(secretsIn(output)).toEqual([]);
    expect(output).not.toContain("111111");
  });

  it("runs against a mock of its own", async () => {
    const { code, output } = await run("tour/main.ts", { WISE_URL: "" }).ended;
    expect(output).toContain("no surprises");
    expect(code).toBe(0);
  });

  it("exits with 1 on a surprise, and says which", async () => {
    await using mock = await startMock({ scenario: { ...scenario, profiles: withBlockedCard() }, sca: false });
    const { code, output } = await run("tour/main.ts", { WISE_URL: mock.url }).ended;
    expect(code).toBe(1);
    expect(output).toContain("A surprise: a call without authentication did not fail");
  });

  it("exits with 1 when there is no server", async () => {
    const { code, output } = await run("tour/main.ts", { WISE_URL: "http://127.0.0.1:9" }).ended;
    expect(code).toBe(1);
    expect(output).toContain("A surprise: cards.list");
  });
});

/** The tour expects a blocked card. */
function withBlockedCard() {
  return scenario.profiles.map((profile) => ({
    ...profile,
    cards: profile.cards.map((card, index) => (index === 1 ? { ...card, status: "BLOCKED" as const } : card)),
  }));
}
