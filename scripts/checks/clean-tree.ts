import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./command.ts";
import type { Problem } from "./problem.ts";
import { repositoryFiles } from "./repository-files.ts";

/** Something that may write files: a command, run in the root. */
export type Step = readonly [command: string, ...commandArguments: string[]];

const STEPS: readonly Step[] = [
  ["node", "scripts/generate/main.ts"],
  ["turbo", "run", "build"],
];

/** Generating and building change no file that is, or would be, in version control. */
export async function cleanTree(root: string, steps: readonly Step[] = STEPS): Promise<Problem[]> {
  const before = await fingerprints(root);
  for (const [command, ...commandArguments] of steps) {
    const { code, output } = await runCommand(command, commandArguments, { cwd: root });
    if (code !== 0) return [{ file: [command, ...commandArguments].join(" "), message: `failed:\n${output.trim()}` }];
  }
  const after = await fingerprints(root);
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => ({ file, message: `${change(before.has(file), after.has(file))} by generating or building` }));
}

function change(wasThere: boolean, isThere: boolean): string {
  if (wasThere && isThere) return "is changed";
  return isThere ? "is made" : "is removed";
}

async function fingerprints(root: string): Promise<Map<string, string>> {
  const files = await repositoryFiles(root);
  const entries = files.map(async (file): Promise<[string, string]> => {
    return [
      file,
      createHash("sha256")
        .update(await readFile(join(root, file)))
        .digest("hex"),
    ];
  });
  return new Map(await Promise.all(entries));
}
