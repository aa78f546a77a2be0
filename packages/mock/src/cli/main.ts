#!/usr/bin/env node
import process from "node:process";
import { isMockError } from "../mock-error.ts";
import type { ScenarioName } from "../scenario/scenario.ts";
import { startMock } from "../start-mock.ts";
import { type CliArguments, readArguments, UsageError } from "./arguments.ts";
import { helpText } from "./help.ts";

async function main(): Promise<number | undefined> {
  const args = readArguments(process.argv.slice(2));
  if (args.help) {
    console.log(helpText);
    return 0;
  }
  await run(args);
  return undefined;
}

async function run({ port, host, scenario, seed, sca, quiet }: CliArguments): Promise<void> {
  const mock = await startMock({ port, host, scenario: scenario as ScenarioName, seed, sca });
  if (!quiet) console.log(`Listening on ${mock.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void mock.stop().then(() => process.exit(0)));
  }
}

try {
  const exitCode = await main();
  if (exitCode !== undefined) process.exitCode = exitCode;
} catch (error) {
  if (!(error instanceof UsageError) && !isMockError(error)) throw error;
  console.error(error.message);
  if (error instanceof UsageError) console.error("See wisekit-mock --help.");
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
