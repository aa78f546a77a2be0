import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const children: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args]);
  children.push(child);
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const listening = new Promise<string>((resolve) => {
    child.stdout.on("data", () => {
      const url = /Listening on (\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output, errors }));
  return { child, listening, ended };
}

describe("wisekit-mock", () => {
  it("says where it listens, answers, and ends with 0 on SIGTERM", async () => {
    const { child, listening, ended } = run("--port", "0", "--scenario", "us-personal");
    const url = await listening;
    const response = await fetch(`${url}/v3/spend/profiles/654321/cards`, { headers: { authorization: "Bearer x" } });
    expect(response.status).toBe(200);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  });

  it("says clearly that the port is taken", async () => {
    const first = run("--port", "0");
    const port = new URL(await first.listening).port;
    const second = await run("--port", port).ended;
    expect([second.code, second.errors]).toEqual([1, expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`)]);
  });

  it("names the scenarios when asked for one that there is not", async () => {
    const { code, errors } = await run("--scenario", "mars").ended;
    expect([code, errors]).toEqual([1, expect.stringContaining("uk-business, us-personal, empty")]);
  });

  it.each([[["--port", "high"]], [["--nonsense"]], [["--seed", "-1"]]])("refuses %j with 2", async (args) => {
    expect((await run(...args).ended).code).toBe(2);
  });

  it("prints help", async () => {
    const { code, output } = await run("--help").ended;
    expect([code, output]).toEqual([0, expect.stringContaining("--scenario")]);
  });
});
