import { posix } from "node:path";
import type { Problem } from "./problem.ts";
import { fileText, numberedLines, repositoryFiles } from "./repository-files.ts";

const CODE_FENCE = /^```(ts|tsx|js|typescript|javascript)\b/;
const EXAMPLE = /^<!-- example: (\S+) -->$/;

/** Every code fence of a README is the text of the example file that the comment above it names, whole and unchanged. */
export async function docExamples(root: string): Promise<Problem[]> {
  const files = await repositoryFiles(root);
  const readmes = files.filter((file) => /(^|\/)(README|CONTRIBUTING)\.md$/.test(file));
  const problems = await Promise.all(
    readmes.map(async (readme) => problemsOf(root, files, readme, await fileText(root, readme))),
  );
  return problems.flat();
}

async function problemsOf(root: string, files: readonly string[], readme: string, text: string): Promise<Problem[]> {
  const lines = numberedLines(text);
  const problems: Problem[] = [];
  for (const [index, { line, text: opening }] of lines.entries()) {
    if (!CODE_FENCE.test(opening)) continue;
    const path = EXAMPLE.exec(lines[index - 1]?.text ?? "")?.[1];
    const report = (message: string): number => problems.push({ file: readme, line, message });
    if (!path) {
      report("code without `<!-- example: path -->` above it");
      continue;
    }
    const example = posix.join(posix.dirname(readme), path);
    if (!files.includes(example)) report(`the example file ${path} does not exist`);
    else if (fenceText(lines.slice(index + 1)) !== (await fileText(root, example)).trim())
      report(`differs from ${path}`);
  }
  return problems;
}

function fenceText(lines: readonly { text: string }[]): string {
  const end = lines.findIndex(({ text }) => text.startsWith("```"));
  const inside = lines.slice(0, end === -1 ? undefined : end);
  return inside
    .map(({ text }) => text)
    .join("\n")
    .trim();
}
