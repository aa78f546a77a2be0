import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { readContractModel } from "../../generate/contract-model.ts";
import { ContractStopError, type Stop } from "../../generate/contract-stop.ts";
import type { ContractModel } from "../../generate/model.ts";
import { emitAll } from "../../generate/outputs.ts";
import { anyEdits, breakContract } from "./break-contract.ts";
import { type ContractFiles, readContractFiles, writeContractFiles } from "./contract-files.ts";

/** What came of generating from a contract that was broken at random. */
export interface GeneratedCase {
  /** Where its contract and what was generated from it are. */
  readonly root: string;
  /** What was done to the contract, in words. */
  readonly edits: readonly string[];
  readonly outcome:
    | { readonly kind: "stopped"; readonly stops: readonly Stop[] }
    | { readonly kind: "generated"; readonly model: ContractModel; readonly files: readonly string[] }
    | { readonly kind: "crashed"; readonly error: string };
}

/** Breaks the contract in a folder at random, as often as asked, and generates from each. The same seed, the same cases. */
export async function generateCases(
  contract: string,
  { count, seed, root }: { readonly count: number; readonly seed: number; readonly root: string },
): Promise<GeneratedCase[]> {
  const original = readContractFiles(contract);
  const cases: GeneratedCase[] = [];
  for (const [index, edits] of fc.sample(anyEdits, { numRuns: count, seed }).entries()) {
    const files: ContractFiles = structuredClone(original);
    const told = breakContract(files, edits);
    cases.push(await generateCase(files, told, join(root, `case-${index + 1}`)));
  }
  return cases;
}

async function generateCase(files: ContractFiles, edits: readonly string[], root: string): Promise<GeneratedCase> {
  writeContractFiles(files, join(root, "spec"));
  try {
    const model = await readContractModel(join(root, "spec/openapi.yaml"));
    const outputs = await emitAll(model);
    for (const [name, text] of outputs) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return { root, edits, outcome: { kind: "generated", model, files: [...outputs.keys()] } };
  } catch (error) {
    if (error instanceof ContractStopError) return { root, edits, outcome: { kind: "stopped", stops: error.stops } };
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { root, edits, outcome: { kind: "crashed", error: text } };
  }
}
