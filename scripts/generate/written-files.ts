import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Outputs } from "./outputs.ts";

/** Generated files under `root` that differ from `outputs`: changed, missing, or no longer generated. */
export function staleFiles(root: string, outputs: Outputs): string[] {
  const changed = [...outputs].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, "utf8") !== text;
  });
  return [...changed.map(([path]) => path), ...orphans(root, outputs)].sort();
}

/** Brings the generated files under `root` up to date and gives those it touched. */
export function writeFiles(root: string, outputs: Outputs): string[] {
  const stale = staleFiles(root, outputs);
  for (const path of stale) {
    const text = outputs.get(path);
    const file = join(root, path);
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return stale;
}

function orphans(root: string, outputs: Outputs): string[] {
  const generated = ["{spec,packages/*}/src/generated/**/*.gen.*", "docs/reference/*.md"];
  return globSync(generated, { cwd: root }).filter((path) => !outputs.has(path));
}
