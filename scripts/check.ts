// `pnpm check` runs every check, `pnpm check layout imports` those, `pnpm check --write` writes the API reports.
import { apiReport, writeApiReports } from "./checks/api-report.ts";
import { bundleBudgets } from "./checks/bundle-budgets.ts";
import { changeset } from "./checks/changeset.ts";
import { circles } from "./checks/circles.ts";
import { cleanTree } from "./checks/clean-tree.ts";
import { ROOT } from "./checks/command.ts";
import { docExamples } from "./checks/doc-examples.ts";
import { docPaths } from "./checks/doc-paths.ts";
import { documentedThrows } from "./checks/documented-throws.ts";
import { formatLint } from "./checks/format-lint.ts";
import { imports } from "./checks/imports.ts";
import { layout } from "./checks/layout.ts";
import { optionDefaults } from "./checks/option-defaults.ts";
import { packageTruth } from "./checks/package-truth.ts";
import { packedSize } from "./checks/packed-size.ts";
import { formatProblem, type Problem } from "./checks/problem.ts";
import { specLint } from "./checks/spec-lint.ts";
import { typeCheck } from "./checks/type-check.ts";
import { unused } from "./checks/unused.ts";

/** The first one builds what some of the others look at. */
const CHECKS: Readonly<Record<string, () => Promise<Problem[]>>> = {
  "clean-tree": () => cleanTree(ROOT),
  "format-lint": () => formatLint(ROOT),
  spec: () => specLint(),
  layout: () => layout(ROOT),
  imports: () => imports(ROOT),
  circles: () => circles(ROOT),
  options: () => optionDefaults(ROOT),
  throws: () => documentedThrows(ROOT),
  types: () => typeCheck(ROOT),
  packages: () => packageTruth(ROOT),
  unused: () => unused(ROOT),
  bundle: () => bundleBudgets(),
  "packed-size": () => packedSize(ROOT),
  api: () => apiReport(ROOT),
  examples: () => docExamples(ROOT),
  "doc-paths": () => docPaths(ROOT),
  changeset: () => changeset(ROOT),
};

const asked = process.argv.slice(2).filter((argument) => argument !== "--write");
const unknown = asked.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`Unknown check: ${unknown.join(", ")}. There are: ${Object.keys(CHECKS).join(", ")}`);
  process.exit(1);
}

const failed: string[] = [];
const selected = Object.entries(CHECKS).filter(([name]) => asked.length === 0 || asked.includes(name));
const isBuilding = ([name]: [string, unknown]): boolean => name === "clean-tree";
for (const check of selected.filter(isBuilding)) report(await run(check));
if (process.argv.includes("--write")) await writeApiReports(ROOT);
// The others only read: they run side by side and are reported in order.
const results = selected.filter((check) => !isBuilding(check)).map(run);
for (const result of results) report(await result);
console.log(failed.length === 0 ? "\nEvery check passed." : `\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

interface Result {
  name: string;
  problems: Problem[];
  seconds: number;
}

async function run([name, check]: [string, () => Promise<Problem[]>]): Promise<Result> {
  const started = performance.now();
  const problems = await check().catch((error: Error) => [{ file: name, message: `could not run: ${error.message}` }]);
  return { name, problems, seconds: (performance.now() - started) / 1000 };
}

function report({ name, problems, seconds }: Result): void {
  const outcome = problems.length === 0 ? "ok" : `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
  console.log(`${name.padEnd(12)} ${outcome} (${seconds.toFixed(1)} s)`);
  for (const problem of problems) console.log(`  ${formatProblem(problem)}`);
  if (problems.length > 0) failed.push(name);
}
