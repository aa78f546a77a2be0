// `pnpm runtimes` packs the client, installs it into an empty project and uses it in every runtime that npm or this machine has.
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { startMock } from "@wisekit/mock";
import { build } from "esbuild";
import { ROOT, runCommand } from "../checks/command.ts";
import { launchChromium } from "../programs/launch-chromium.ts";
import { nodeToTry } from "../programs/machine-node.ts";
import { smokeOutcome } from "./smoke-outcome.ts";

// Not dependencies of the workspace: together they weigh more than everything else in it.
const runtimes = ["deno@2.9.6", "bun@1.4.5", "miniflare@4.20260730.0"];

const node = await nodeToTry();
const project = await mkdtemp(join(tmpdir(), "wisekit-runtimes-"));
await using mock = await startMock();
try {
  await install();
  const outcomes: Record<string, () => Promise<unknown>> = {
    [`pinned Node ${process.version}`]: () => onCommandLine(process.execPath, []),
    [node.about]: () => onCommandLine(node.path, []),
    Deno: () => onCommandLine(join(project, "node_modules/.bin/deno"), ["run", "--allow-all"]),
    Bun: () => onCommandLine(join(project, "node_modules/.bin/bun"), []),
    workerd: inWorkerd,
    Chromium: inChromium,
  };
  for (const [name, outcome] of Object.entries(outcomes))
    report(name, await outcome().catch((error: unknown) => error), smokeOutcome);
  const overlapping = await overlapInWorkerd().catch((error: unknown) => error);
  report("workerd, overlapping requests", overlapping, { cards: ["6320", "6320", "6320"], users: 2, grants: 1 });
} finally {
  await rm(project, { recursive: true });
}

async function install(): Promise<void> {
  const tarball = join(project, "client.tgz");
  await must("pnpm", ["pack", "--out", tarball], join(ROOT, "packages/client"));
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  for (const file of ["smoke.js", "in-process.js", "in-worker.js", "in-page.js", "overlapping-requests.js"]) {
    await cp(join(import.meta.dirname, file), join(project, file));
  }
  await must("npm", ["install", "--no-audit", "--no-fund", tarball, ...runtimes], project);
}

async function must(command: string, commandArguments: readonly string[], cwd: string): Promise<string> {
  const { code, output } = await runCommand(command, commandArguments, { cwd });
  if (code !== 0) throw new Error(`${command} ${commandArguments.join(" ")} failed: ${output}`);
  return output;
}

async function onCommandLine(command: string, commandArguments: readonly string[]): Promise<unknown> {
  const output = await must(command, [...commandArguments, "in-process.js", mock.url], project);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}

async function inWorkerd(): Promise<unknown> {
  const { Miniflare } = await import(join(project, "node_modules/miniflare/dist/src/index.js"));
  const worker = new Miniflare({
    modules: true,
    script: await bundle("in-worker.js"),
    compatibilityDate: "2026-01-01",
  });
  try {
    const response = await worker.dispatchFetch(`http://worker/?mock=${encodeURIComponent(mock.url)}`);
    return await response.json();
  } finally {
    await worker.dispose();
  }
}

/** Two requests whose client has its rate limits full, and a third one that is gone before its turn. */
async function overlapInWorkerd(): Promise<unknown> {
  const { Miniflare } = await import(join(project, "node_modules/miniflare/dist/src/index.js"));
  const worker = new Miniflare({
    modules: true,
    script: await bundle("overlapping-requests.js"),
    compatibilityDate: "2026-01-01",
  });
  const ask = async (calls: number, signal = AbortSignal.timeout(20_000)): Promise<unknown> => {
    const url = `http://worker/?calls=${calls}&mock=${encodeURIComponent(mock.url)}`;
    return (await worker.dispatchFetch(url, { signal })).json();
  };
  mock.requests.clear();
  try {
    const gone = ask(6, AbortSignal.timeout(100)).catch(() => {});
    const [first, second] = await Promise.all([ask(3), ask(3)]);
    await gone;
    const grants = mock.requests.list("oauth.token").length;
    return { cards: first, users: isDeepStrictEqual(first, second) ? 2 : 1, grants };
  } finally {
    await worker.dispose();
  }
}

async function inChromium(): Promise<unknown> {
  const script = await bundle("in-page.js");
  const site = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const address = site.address();
    await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
    await page.waitForFunction("globalThis.smoke");
    return await page.evaluate(`globalThis.smoke(${JSON.stringify(mock.url)})`);
  } finally {
    await browser.close();
    site.close();
  }
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(project, file)],
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

function report(name: string, outcome: unknown, expected: unknown): void {
  const holds = isDeepStrictEqual(outcome, expected);
  console.log(`${name.padEnd(32)} ${holds ? "ok" : "differs"}`);
  if (holds) return;
  console.log(outcome);
  process.exitCode = 1;
}
