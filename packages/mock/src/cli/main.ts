#!/usr/bin/env node
import { writeFile } from "node:fs/promises";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import manifest from "../../package.json" with { type: "json" };
import { loadContract } from "../contract/load-contract.ts";
import { isMockError } from "../mock-error.ts";
import { renderCoverage } from "../record/coverage.ts";
import { loadScenario } from "../scenario/load-scenario.ts";
import { type Mock, startMock } from "../start-mock.ts";
import { type CliArguments, readArguments, UsageError } from "./arguments.ts";
import { helpText } from "./help.ts";
import { formatJson, formatPretty } from "./log-format.ts";
import { nodeVersionWarning } from "./node-version.ts";

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  if (args.help) return console.log(helpText);
  if (args.version) return console.log(manifest.version);
  const doubt = nodeVersionWarning(process.versions.node, manifest.engines.node);
  if (doubt && args.log !== "quiet") console.error(doubt);
  const mock = await start(args);
  try {
    for (const fault of args.faults) mock.faults.add(fault);
  } catch (error) {
    await mock.stop();
    throw error;
  }
  printStartup(args, mock);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(args, mock));
}

async function start({
  port,
  host,
  scenario,
  seed,
  sca,
  rateLimits,
  cardData,
  onUnhandled,
  strict,
  acceptedAssumptions,
  spec,
  state,
  coverage,
}: CliArguments): Promise<Mock> {
  return startMock({
    port,
    host,
    rateLimits,
    ...(scenario !== undefined && { scenario: await loadScenario(scenario) }),
    ...(seed !== undefined && { seed }),
    ...(sca !== undefined && { sca }),
    ...(cardData !== undefined && { cardData: { responseFormat: cardData } }),
    onUnhandledOperation: onUnhandled,
    strict,
    acceptedAssumptions,
    coverage: coverage !== undefined,
    ...(spec !== undefined && { contract: await loadContract(spec) }),
    ...(state !== undefined && { stateFile: state }),
  });
}

function printStartup({ log, host }: CliArguments, mock: Mock): void {
  if (log === "quiet") return;
  if (log === "json") {
    for (const notice of mock.notices) console.log(JSON.stringify({ notice }));
    console.log(JSON.stringify({ listening: mock.url }));
    mock.requests.subscribe((call) => console.log(formatJson(call)));
    return;
  }
  for (const notice of mock.notices) console.log(notice);
  console.log(`Listening on ${mock.url}`);
  if (!isLoopback(host)) console.log(`Other machines can reach it, for it listens on ${host}.`);
  mock.requests.subscribe((call) => console.log(formatPretty(call)));
}

async function stop({ coverage, log }: CliArguments, mock: Mock): Promise<void> {
  try {
    await mock.stop();
    if (coverage === undefined) return;
    const report = mock.coverage();
    await writeFile(coverage, `${JSON.stringify(report, null, 2)}\n`);
    if (log === "pretty") console.log(renderCoverage(report));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

// Requests are short-lived. Without this, a burst of slow ones makes the young generation grow to many times its size, and
// it stays so; a request costs the same either way (`pnpm bench mock-soak`).
setFlagsFromString("--semi-space-growth-factor=1");

try {
  await main();
} catch (error) {
  const isUsage = error instanceof UsageError || error instanceof TypeError;
  if (!isUsage && !isMockError(error)) throw error;
  console.error((error as Error).message);
  if (isUsage) console.error("See wisekit-mock --help.");
  process.exitCode = isUsage ? 2 : 1;
}
