import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./command.ts";

/** Every file that is, or would be, in version control, relative to the root and in order. Deleted ones are left out. */
export async function repositoryFiles(root: string): Promise<string[]> {
  const list = (...flags: string[]): Promise<string[]> => gitFiles(root, flags);
  const [present, deleted] = await Promise.all([list("--cached", "--others", "--exclude-standard"), list("--deleted")]);
  return [...new Set(present)].filter((file) => !deleted.includes(file)).sort();
}

async function gitFiles(root: string, flags: readonly string[]): Promise<string[]> {
  const { code, output } = await runCommand("git", ["ls-files", "-z", ...flags], { cwd: root });
  if (code !== 0) throw new Error(`git ls-files failed: ${output}`);
  return output.split("\0").filter(Boolean);
}

/** The text of a file of the repository. */
export function fileText(root: string, file: string): Promise<string> {
  return readFile(join(root, file), "utf8");
}

/** The lines of a text, with their numbers from 1. */
export function numberedLines(text: string): { line: number; text: string }[] {
  return text.split("\n").map((content, index) => ({ line: index + 1, text: content }));
}
