import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { nodeVersionWarning } from "../src/cli/node-version.ts";

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
      const url = /(?:Listening on |"listening":")([^\s"]+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output, errors }));
  return { child, listening, ended };
}

describe("wisekit-mock", () => {
  it("says where it listens, responds, and ends with 0 on SIGTERM", async () => {
    const { child, listening, ended } = run("--port", "0", "--scenario", "us-personal");
    const url = await listening;
    const response = await fetch(`${url}/v3/spend/profiles/654321/cards`, { headers: { authorization: "Bearer x" } });
    expect(response.status).toBe(200);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  });

  it("prints its version", async () => {
    const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
    expect(await run("--version").ended).toEqual({ code: 0, output: `${version}\n`, errors: "" });
  });

  it.each([
    ["20.20.2", "wisekit-mock is made for Node 24.18 or later and not tested on this one, 20.20.2."],
    ["24.9.0", "wisekit-mock is made for Node 24.18 or later and not tested on this one, 24.9.0."],
    ["24.18.0", undefined],
    ["24.21.0", undefined],
    ["26.0.0", undefined],
  ])("of Node %s says: %s", (version, doubt) => {
    expect(nodeVersionWarning(version, ">=24.18")).toBe(doubt);
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

  it("says so when other machines can reach it", async () => {
    const { child, listening, ended } = run("--port", "0", "--host", "0.0.0.0");
    await listening;
    await fetch((await listening).replace("0.0.0.0", "127.0.0.1"));
    child.kill("SIGINT");
    expect((await ended).output).toContain("Other machines can reach it");
  });

  it("rejects a broken state file and says why", async () => {
    const broken = fileURLToPath(new URL("./cli.test.ts", import.meta.url));
    const { code, errors } = await run("--port", "0", "--state", broken).ended;
    expect([code, errors]).toEqual([1, expect.stringContaining("cannot be used: it is not JSON")]);
  });

  it("rejects a state file in a folder that is not there before it listens", async () => {
    const { code, errors } = await run("--port", "0", "--state", "no-such-folder/state.json").ended;
    expect([code, errors]).toEqual([1, expect.stringContaining("its folder no-such-folder does not exist")]);
  });

  it("logs calls to read, or as JSON, with what was wrong and what went wrong on purpose", async () => {
    for (const log of ["pretty", "json"]) {
      const { child, listening, ended } = run("--port", "0", "--log", log, "--fault", "cards.get status=503 times=1");
      const url = await listening;
      const headers = { authorization: "Bearer x" };
      const cards = `${url}/v3/spend/profiles/123456/cards`;
      await fetch(`${cards}?pageSize=1`, { headers });
      await fetch(`${cards}/ca0c8154-1e14-4464-a1ce-dcea7dc3de52`, { headers });
      child.kill("SIGTERM");
      const { output } = await ended;
      for (const part of ["cards.list", "must be >= 10", "cards.get", "503", "fault"]) expect(output).toContain(part);
      expect(output).not.toContain("Bearer x");
    }
  });

  it("writes coverage when it stops", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wisekit-mock-cli-"));
    const file = join(folder, "coverage.json");
    const { child, listening, ended } = run("--port", "0", "--coverage", file);
    await fetch(`${await listening}/v3/spend/profiles/123456/cards`, { headers: { authorization: "Bearer x" } });
    child.kill("SIGTERM");
    expect((await ended).output).toContain("Operations called: 1 of");
    expect(JSON.parse(await readFile(file, "utf8")).operations["cards.list"].calls).toBe(1);
    await rm(folder, { recursive: true });
  });

  it.each([
    [["--port", "high"]],
    [["--nonsense"]],
    [["--seed", "-1"]],
    [["--fault", "cards.get melt"]],
    [["--port", "0", "--fault", "cards.steal status=500"]],
  ])("rejects %j with 2", async (args) => {
    expect((await run(...args).ended).code).toBe(2);
  });

  it("prints help", async () => {
    const { code, output } = await run("--help").ended;
    expect([code, output]).toEqual([0, expect.stringContaining("--scenario")]);
  });
});
