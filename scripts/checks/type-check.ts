import { availableParallelism } from "node:os";
import { runCommand } from "./command.ts";
import type { Problem } from "./problem.ts";
import { repositoryFiles } from "./repository-files.ts";

const FINDING = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+: .*)$/;

/** TypeScript's findings in every project of the workspace, tests included. Packages must have been built. */
export async function typeCheck(root: string): Promise<Problem[]> {
  const projects = (await repositoryFiles(root)).filter((file) => /(^|\/)tsconfig\.json$/.test(file));
  const problems: Problem[] = [];
  const lanes = Array.from({ length: availableParallelism() }, async () => {
    for (let project = projects.shift(); project; project = projects.shift())
      problems.push(...(await problemsOf(root, project)));
  });
  await Promise.all(lanes);
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

async function problemsOf(root: string, project: string): Promise<Problem[]> {
  const { code, output } = await runCommand("tsc", ["-p", project, "--noEmit", "--pretty", "false"], { cwd: root });
  const problems = output.split("\n").flatMap((text): Problem[] => {
    const [, file = project, line, message] = FINDING.exec(text) ?? [];
    return message === undefined ? [] : [{ file, ...(line !== undefined && { line: Number(line) }), message }];
  });
  if (code !== 0 && problems.length === 0) return [{ file: project, message: `tsc failed: ${output.trim()}` }];
  return problems;
}
