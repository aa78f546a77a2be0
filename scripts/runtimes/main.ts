// `pnpm runtimes` packs the client, installs it into an empty project and uses it in every runtime that npm or this machine has.
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { startMock } from "@wisekit/mock";
import { build } from "esbuild";
import { ROOT, runCommand } from "../checks/command.ts";
import { launchChromium } from "../programs/launch-chromium.ts";
import { launchFirefox } from "../programs/launch-firefox.ts";
import { nodeToTry } from "../programs/machine-node.ts";
import { smokeOutcome } from "./smoke-outcome.ts";
import { startSite } from "./start-site.ts";

// Not dependencies of the workspace: together they weigh more than everything else in it.
const runtimes = ["deno@2.9.6", "bun@1.4.5", "miniflare@4.20260730.0"];
// What React Native has in place of the platform's own.
const reactNative = ["whatwg-fetch@3.6.20", "abort-controller@3.0.0"];
/** The oldest Node that the client supports, and the release line after it; the pinned Node is of the newest. */
const nodeVersions = ["20.19.0", "22.23.3"];
const nodePackages = nodeVersions.map(
  (version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`,
);

const node = await nodeToTry();
const project = await mkdtemp(join(tmpdir(), "wisekit-runtimes-"));
await using mock = await startMock();
try {
  await install();
  const outcomes: Record<string, () => Promise<unknown>> = {
    [`pinned Node ${process.version}`]: () => onCommandLine(process.execPath, []),
    [node.about]: () => onCommandLine(node.path, []),
    ...Object.fromEntries(
      nodeVersions.map((version) => [
        `Node ${version}`,
        () => onCommandLine(join(project, `node_modules/node-${version}/bin/node`), []),
      ]),
    ),
    Deno: () => onCommandLine(join(project, "node_modules/.bin/deno"), ["run", "--allow-all"]),
    Bun: () => onCommandLine(join(project, "node_modules/.bin/bun"), []),
    workerd: inWorkerd,
    Chromium: () => inChromium("in-page.js"),
    Firefox: inFirefox,
    "React Native's fetch": () => inChromium("in-page-react-native.js"),
  };
  for (const [name, outcome] of Object.entries(outcomes)) {
    const expected = name.startsWith("React Native") ? { ...smokeOutcome, redirected: "ERR_API" } : smokeOutcome;
    report(name, await outcome().catch((error: unknown) => error), expected);
  }
  const overlapping = await overlapInWorkerd().catch((error: unknown) => error);
  report("workerd, overlapping requests", overlapping, { cards: ["6320", "6320", "6320"], users: 2, grants: 1 });
} finally {
  await rm(project, { recursive: true });
}

async function install(): Promise<void> {
  const tarball = join(project, "client.tgz");
  await must("pnpm", ["pack", "--out", tarball], join(ROOT, "packages/client"));
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const files = ["smoke.js", "in-process.js", "in-worker.js", "overlapping-requests.js", "in-page.js"];
  for (const file of [...files, "in-page-react-native.js"]) {
    await cp(join(import.meta.dirname, file), join(project, file));
  }
  await must(
    "npm",
    ["install", "--no-audit", "--no-fund", tarball, ...runtimes, ...reactNative, ...nodePackages],
    project,
  );
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

async function inChromium(file: string): Promise<unknown> {
  await using site = await startSite(await bundle(file));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction("globalThis.smoke");
    return await page.evaluate(`globalThis.smoke(${JSON.stringify(mock.url)})`);
  } finally {
    await browser.close();
  }
}

async function inFirefox(): Promise<unknown> {
  await using site = await startSite(await bundle("in-page.js"));
  const firefox = await launchFirefox();
  try {
    await firefox.page.goto(site.url);
    return await firefox.page.evaluate(`smoke(${JSON.stringify(mock.url)})`);
  } finally {
    await firefox.close();
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
