import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../../checks/command.ts";
import { RANDOM_CASES, RANDOM_SEED } from "../../random-cases.ts";

import type { CallOutcome } from "./call-everything.ts";
import { callOrder } from "./call-order.ts";
import { checkTypes, type TypeProblem } from "./check-types.ts";
import { type GeneratedCase, generateCases } from "./generated-case.ts";

const CONTRACT = join(import.meta.dirname, "../fixtures/wide");

let root: string;
let cases: GeneratedCase[];
let problems: TypeProblem[];
let outcomes: CallOutcome[];

const generated = (): GeneratedCase[] => cases.filter(({ outcome }) => outcome.kind === "generated");
const editsOf = (folder: string): string => cases.find((entry) => entry.root === folder)?.edits.join("; ") ?? folder;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "random-contracts-"));
  cases = await generateCases(CONTRACT, { count: RANDOM_CASES, seed: RANDOM_SEED, root });
  problems = await checkTypes(root, generated());
  const broken = new Set(problems.map((problem) => problem.root));
  outcomes = await callEverything(generated().filter((entry) => !broken.has(entry.root)));
}, 1_800_000);

afterAll(() => rmSync(root, { recursive: true }));

async function callEverything(working: readonly GeneratedCase[]): Promise<CallOutcome[]> {
  const orders = join(root, "orders.json");
  const results = join(root, "outcomes.json");
  writeFileSync(orders, JSON.stringify(working.map(callOrder)));
  const { code, output } = await runCommand("node", [join(import.meta.dirname, "call-everything.ts"), orders, results]);
  if (code !== 0) throw new Error(output);
  return JSON.parse(readFileSync(results, "utf8"));
}

it("a contract that was broken at random never crashes the generator", () => {
  const crashes = cases.flatMap(({ edits, outcome }) =>
    outcome.kind === "crashed" ? [`${edits.join("; ")}\n${outcome.error}`] : [],
  );
  expect(crashes).toEqual([]);
});

it("generation that stops says in which file, on which line and why", () => {
  const stops = cases.flatMap((entry) =>
    entry.outcome.kind === "stopped" ? entry.outcome.stops.map((stop) => ({ ...stop, root: entry.root })) : [],
  );
  expect(stops).not.toEqual([]);
  for (const { root: folder, file, line, reason } of stops) {
    const path = join(folder, file);
    expect(existsSync(path), `${file} of ${editsOf(folder)}`).toBe(true);
    expect(readFileSync(path, "utf8").split("\n").length, reason).toBeGreaterThanOrEqual(line);
    expect(line).toBeGreaterThan(0);
    expect(reason).toMatch(/\S/);
  }
});

it("whatever is generated from a contract that was broken at random compiles", () => {
  expect(generated()).not.toEqual([]);
  // Cases that fail alike are told once.
  const byText = new Map(problems.map(({ root: folder, text }) => [text.replace(/^case-\d+\//, ""), editsOf(folder)]));
  expect([...byText].map(([text, edits]) => `${edits}\n${text}`)).toEqual([]);
});

it("whatever is generated from a contract that was broken at random works against the mock", () => {
  expect(outcomes).not.toEqual([]);
  const failures = outcomes
    .filter(({ error, violations }) => error !== undefined || violations.length > 0)
    .map(({ root: folder, sdkName, ...rest }) => `${editsOf(folder)}\n${sdkName}: ${JSON.stringify(rest)}`);
  expect(failures).toEqual([]);
});

it("the broken contracts are not all alike: some stop, most of the others still have every operation called", () => {
  expect(cases.length).toBe(RANDOM_CASES);
  expect(generated().length).toBeGreaterThan(cases.length / 10);
  expect(outcomes.length).toBeGreaterThan(generated().length * 40);
});
