import { join, relative } from "node:path";
import { getLineColLocation, lint, loadConfig, type NormalizedProblem } from "@redocly/openapi-core";
import { ROOT } from "./command.ts";
import type { Problem } from "./problem.ts";

const CONFIG = join(ROOT, "spec/redocly.yaml");

/** A problem of the contract, with the rule that found it. */
export interface SpecProblem extends Problem {
  rule: string;
}

/** Lints the contract in a folder by the rules of `spec/redocly.yaml`. */
export async function specLint(folder: string = join(ROOT, "spec")): Promise<SpecProblem[]> {
  const config = await loadConfig({ configPath: CONFIG });
  const problems = await lint({ ref: join(folder, "openapi.yaml"), config });
  const found = problems.filter((problem) => !problem.ignored).map((problem) => specProblem(problem, folder));
  // What several operations share is visited once for each of them.
  return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function specProblem({ ruleId, message, location }: NormalizedProblem, folder: string): SpecProblem {
  const [place] = location;
  if (!place) throw new TypeError(`the rule ${ruleId} reports no place: ${message}`);
  const file = join("spec", relative(folder, place.source.absoluteRef));
  return { rule: ruleId, file, line: getLineColLocation(place).start.line, message: `${message} [${ruleId}]` };
}
