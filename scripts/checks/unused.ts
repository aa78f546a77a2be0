import { runCommand } from "./command.ts";
import type { Problem } from "./problem.ts";

interface Finding {
  name: string;
  line?: number;
}

type FileReport = { file: string } & Record<string, Finding[] | string | undefined>;

/** Files, dependencies and exports that nothing uses, and those that are used but not declared, as knip sees them. */
export async function unused(root: string): Promise<Problem[]> {
  const { output } = await runCommand("knip", ["--reporter", "json", "--no-progress"], {
    cwd: root,
    env: { PATH: `${import.meta.dirname}/../node_modules/.bin:${process.env.PATH}` },
  });
  const report = output.split("\n").find((line) => line.startsWith("{"));
  if (!report) throw new Error(`knip left no report: ${output}`);
  const { issues }: { issues: FileReport[] } = JSON.parse(report);
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, findings]) =>
      Array.isArray(findings)
        ? findings.map(({ name, line }) => ({
            file,
            ...(line !== undefined && { line }),
            message: `${name} [knip: ${kind}]`,
          }))
        : [],
    ),
  );
}
