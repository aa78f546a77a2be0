// `pnpm test`: generated code is current, everything builds, the programs that tests use are there, and then all tests.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, runCommand } from "./checks/command.ts";
import { findPrograms } from "./programs/find-programs.ts";
import { nodeToTry } from "./programs/machine-node.ts";

const RESULTS = join(ROOT, ".artifacts/test-results.json");

interface Counts {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const started = performance.now();
heading("Generated code");
await step("generate --check", "node", ["scripts/generate/main.ts", "--check"]);
heading("Build");
await step("build", "turbo", ["run", "build"]);
heading("Programs that tests use");
const programs = await findPrograms().catch((error: Error) => giveUp(error.message));
for (const { title, path } of programs) console.log(`${title}: ${path}`);
console.log(`Packages are tried on ${(await nodeToTry()).about}`);
heading("Tests");
process.exitCode = await runTests(Object.fromEntries(programs.map(({ variable, path }) => [variable, path])));

async function runTests(env: Record<string, string>): Promise<number> {
  await rm(RESULTS, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`, "--silent=passed-only"];
  const { code } = await runCommand("vitest", ["run", ...reporters, ...process.argv.slice(2)], { env, show: true });
  const counts: Counts | undefined = await readFile(RESULTS, "utf8").then(JSON.parse, () => undefined);
  if (!counts) giveUp("vitest left no results");
  const skipped = counts.numPendingTests + counts.numTodoTests;
  // An error outside any test (a file that does not load, an unhandled rejection) fails the run without a failed test.
  const failed = code === 0 ? counts.numFailedTests : Math.max(counts.numFailedTests, 1);
  summary(counts.numPassedTests, failed, skipped);
  return failed > 0 ? 1 : 0;
}

async function step(name: string, command: string, commandArguments: string[]): Promise<void> {
  const { code } = await runCommand(command, commandArguments, { show: true });
  if (code !== 0) giveUp(`${name} failed (exit code ${code})`);
}

function giveUp(reason: string): never {
  console.error(`\n${reason}`);
  summary(0, 1, 0);
  process.exit(1);
}

function summary(passed: number, failed: number, skipped: number): void {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\nSummary: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`);
}

function heading(title: string): void {
  console.log(`\n== ${title} ==`);
}
