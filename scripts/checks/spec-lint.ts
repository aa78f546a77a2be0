import { dirname, join, relative, resolve } from "node:path";
import { getLineColLocation, lint, loadConfig, type NormalizedProblem } from "@redocly/openapi-core";
import { checkVocabulary } from "../contract/check-contract.ts";
import type { JsonObject } from "../contract/contract-nodes.ts";
import { checkOpenapi } from "../contract/openapi-rules.ts";
import type { Position } from "../contract/source-files.ts";
import { ContractStopError } from "../generate/contract-stop.ts";
import { loadContract } from "../generate/load-contract.ts";
import { ROOT } from "./command.ts";
import type { Problem } from "./problem.ts";

const CONFIG = join(ROOT, "spec/redocly.yaml");

/** A problem of the contract, with the rule or the extension that it breaks. */
export interface SpecProblem extends Problem {
  rule: string;
}

/** Lints the contract in a folder: by Redocly's rules in `spec/redocly.yaml`, the vocabulary and our own rules. */
export async function specLint(folder: string = join(ROOT, "spec")): Promise<SpecProblem[]> {
  const rootFile = join(folder, "openapi.yaml");
  const config = await loadConfig({ configPath: CONFIG });
  const problems = (await lint({ ref: rootFile, config })).filter((problem) => !problem.ignored);
  const found = problems.map((problem) => redoclyProblem(problem, folder));
  const own = await contractProblems(rootFile, folder);
  // What several operations share is met in each of them.
  return [...new Map([...found, ...own].map((problem) => [JSON.stringify(problem), problem])).values()];
}

function redoclyProblem({ ruleId, message, location }: NormalizedProblem, folder: string): SpecProblem {
  const [place] = location;
  if (!place) throw new TypeError(`the rule ${ruleId} reports no place: ${message}`);
  const { line } = getLineColLocation(place).start;
  return specProblem(ruleId, relative(folder, place.source.absoluteRef), line, message);
}

async function contractProblems(rootFile: string, folder: string): Promise<SpecProblem[]> {
  const spot = ({ file, line }: Position): [string, number] => [relative(folder, resolve(dirname(folder), file)), line];
  try {
    const { bundled, document, at } = await loadContract(rootFile);
    const expanded = document as unknown as JsonObject;
    return [
      ...checkVocabulary(bundled, expanded).map(({ extension, path, reason }) => ({ rule: extension, path, reason })),
      ...checkOpenapi(expanded),
    ].map(({ rule, path, reason }) => specProblem(rule, ...spot(at(path)), reason));
  } catch (error) {
    if (!(error instanceof ContractStopError)) throw error;
    return error.stops.map((stop) => specProblem("bundle", ...spot(stop), stop.reason));
  }
}

function specProblem(rule: string, file: string, line: number, message: string): SpecProblem {
  return { rule, file: join("spec", file), line, message: `${message} [${rule}]` };
}
