import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { runCommand } from "../checks/command.ts";

/** A git repository with these files, none of them committed, that is gone after the test. Gives its root. */
export async function temporaryRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "repository-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await git(root, "init", "--quiet");
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

/** Commits everything that is there. */
export async function commitAll(root: string, message: string): Promise<void> {
  await git(root, "add", "--all");
  await git(
    root,
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.com",
    "commit",
    "--quiet",
    "--message",
    message,
  );
}

async function git(root: string, ...commandArguments: string[]): Promise<void> {
  const { code, output } = await runCommand("git", commandArguments, { cwd: root });
  if (code !== 0) throw new Error(output);
}
