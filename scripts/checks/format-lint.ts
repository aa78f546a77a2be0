import { runCommand } from "./command.ts";
import type { Problem } from "./problem.ts";

interface Diagnostic {
  severity: string;
  message: string;
  category: string;
  location: { path: string; start: { line: number } };
}

/** Biome's findings on format and lint: errors and warnings, not hints. */
export async function formatLint(root: string): Promise<Problem[]> {
  const { output } = await runCommand("biome", ["ci", "--reporter=json", "--max-diagnostics=none", "--colors=off"], {
    cwd: root,
  });
  const report = output.split("\n").find((line) => line.startsWith("{"));
  if (!report) throw new Error(`biome left no report: ${output}`);
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(report);
  const findings = diagnostics.filter(({ severity }) => severity !== "info");
  return findings.map(({ message, category, location }) => ({
    file: location.path,
    ...(location.start.line > 0 && { line: location.start.line }),
    message: `${message} [${category}]`,
  }));
}
