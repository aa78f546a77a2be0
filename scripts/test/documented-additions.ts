import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { ROOT } from "../checks/command.ts";

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
