import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, runCommand } from "../checks/command.ts";
import { fileText, repositoryFiles } from "../checks/repository-files.ts";
import { type Bench, judge } from "./harness/report.ts";

/** How many cases each proof tries: as many as take some minutes. A broken contract takes about as long as a thousand calls. */
const CASES = 5000;
const CASES_OF: Readonly<Record<string, number>> = {
  "packages/client/test/proxy-properties.test.ts": 10_000,
  "scripts/test/wide/random-contracts.test.ts": 300,
};

const RESULTS = join(ROOT, ".artifacts/proof-results.json");

interface FileResult {
  readonly name: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
}

/** Every test that tries random cases, with many more of them than the fifty that `pnpm test` takes. */
export const bench: Bench = {
  title: "proofs: every random proof with thousands of cases",
  async run() {
    const files = await filesWithProofs();
    const results: FileResult[] = [];
    for (const file of files) results.push(...(await runProof(file, CASES_OF[file] ?? CASES)));
    const rows = results.map(({ name, startTime, endTime, assertionResults }): [string, number, number, string] => {
      const failed = assertionResults.filter(({ status }) => status === "failed").map(({ title }) => title);
      const tests = assertionResults.filter(({ status }) => status === "passed").length;
      return [name.replace(`${ROOT}/`, ""), tests, (endTime - startTime) / 1000, failed.join("; ") || "none"];
    });
    const failures = rows.filter(([, , , failed]) => failed !== "none").length + (files.length - rows.length);
    return [
      {
        title: "Random proofs",
        method:
          "RANDOM_CASES=<number> vitest run <file>, one after the other: the tests that passed, and those that did not.",
        columns: ["file", "passed", "seconds", "failed"],
        rows,
        verdicts: [judge("no file has a proof that fails", failures, { atMost: 0 })],
      },
    ];
  },
};

async function filesWithProofs(): Promise<string[]> {
  const tests = (await repositoryFiles(ROOT)).filter((file) => /\/test\/.*\.test\.tsx?$/.test(file));
  const texts = await Promise.all(tests.map((file) => fileText(ROOT, file)));
  return tests.filter((_, index) => texts[index]?.includes("RANDOM_CASES"));
}

async function runProof(file: string, cases: number): Promise<readonly FileResult[]> {
  await rm(RESULTS, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`, "--silent=passed-only"];
  const limits = ["--testTimeout=3600000", "--hookTimeout=3600000"];
  const env = { RANDOM_CASES: String(cases) };
  await runCommand("vitest", ["run", ...reporters, ...limits, file], { env, show: true });
  const { testResults } = JSON.parse(await readFile(RESULTS, "utf8")) as { testResults: readonly FileResult[] };
  return testResults;
}
