import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { ROOT } from "../checks/command.ts";
import { repositoryFiles } from "../checks/repository-files.ts";

/** The operations that CONTRIBUTING adds; it adds a webhook too. */
export const DOCUMENTED_OPERATIONS: readonly string[] = [
  "cardDesigns.get",
  "cardNotes.list",
  "cardNotes.create",
  "cardPhotos.upload",
  "cardLetters.get",
];

const ADDITION = /^<!-- add to (\S+) -->\n```yaml\n([\s\S]*?)^```$/gm;

/** Adds the operations of CONTRIBUTING to the contract in a copy of the repository, as its reader would. */
export async function addDocumentedOperations(root: string): Promise<void> {
  const text = await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8");
  for (const [, file = "", addition = ""] of text.matchAll(ADDITION)) {
    const path = join(root, file);
    const present = await readFile(path, "utf8").catch(() => "{}");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, stringify(merged(parse(present), parse(addition))));
  }
}

/** Lines of the packages in a copy that are neither as they are here nor written by the generator. */
export async function handWrittenLines(copy: string): Promise<number> {
  const files = (await repositoryFiles(ROOT)).filter((file) => /^packages\/(client|crypto|mock|react)\//.test(file));
  const changed = await Promise.all(
    files
      .filter((file) => !/\.gen\.\w+$/.test(file))
      .map(async (file) => {
        const ours = (await readFile(join(ROOT, file), "utf8")).split("\n");
        const theirs = (await readFile(join(copy, file), "utf8")).split("\n");
        return theirs.filter((line, index) => line !== ours[index]).length;
      }),
  );
  return changed.reduce((sum, count) => sum + count, 0);
}

type Mapping = Record<string, unknown>;

function merged(present: Mapping, addition: Mapping): Mapping {
  const entries = Object.entries(addition).map(([key, value]) => {
    const before = present[key];
    return [key, isMapping(before) && isMapping(value) ? merged(before, value) : value];
  });
  return { ...present, ...Object.fromEntries(entries) };
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
