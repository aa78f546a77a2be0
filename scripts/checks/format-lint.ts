import { runCommand } from "./command.ts";
import type { Problem } from "./problem.ts";

interface Diagnostic {
  message: string;
  category: string;
  location: { path: string; start: { line: number } };
}

/** Biome's findings on format and lint, warnings included. */
export async function formatLint(root: string): Promise<Problem[]> {
  const { output } = await runCommand("biome", ["ci", "--reporter=json", "--max-diagnostics=none", "--colors=off"], {
    cwd: root,
  });
  const report = output.split("\n").find((line) => line.startsWith("{"));
  if (!report) throw new Error(`biome left no report: ${output}`);
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(report);
  return diagnostics.map(({ message, category, location }) => ({
    file: location.path,
    ...(location.start.line > 0 && { line: location.start.line }),
    message: `${message} [${category}]`,
  }));
}
