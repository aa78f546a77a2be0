import { posix } from "node:path";
import { type Import, importsOf } from "./imports.ts";
import type { Problem } from "./problem.ts";
import { fileText, repositoryFiles } from "./repository-files.ts";

const SOURCE = /^(packages\/[^/]+\/src|scripts|spec)\/.*\.(tsx?|js)$/;

/** The imports of a file that lead to another file of the same kind, by the file they lead to. */
type Edges = ReadonlyMap<string, readonly Import[]>;

/** No file imports itself by way of others. An import of types alone counts as well: a reader follows it all the same. */
export async function circles(root: string): Promise<Problem[]> {
  const files = (await repositoryFiles(root)).filter((file) => SOURCE.test(file));
  const edges = new Map(
    await Promise.all(files.map(async (file) => [file, await edgesOf(root, file, files)] as const)),
  );
  const finished = new Set<string>();
  return files.flatMap((file) => circlesFrom(file, { edges, finished, path: [] }));
}

async function edgesOf(root: string, file: string, files: readonly string[]): Promise<Import[]> {
  return importsOf(await fileText(root, file))
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier, line }) => ({ specifier: posix.join(posix.dirname(file), specifier), line }))
    .filter(({ specifier }) => files.includes(specifier));
}

/** The circles that a walk from a file closes: an import of a file that the walk is still in. */
function circlesFrom(file: string, walk: { edges: Edges; finished: Set<string>; path: readonly string[] }): Problem[] {
  const { edges, finished } = walk;
  if (finished.has(file)) return [];
  const path = [...walk.path, file];
  const problems = (edges.get(file) ?? []).flatMap(({ specifier: next, line }) => {
    const start = path.indexOf(next);
    if (start === -1) return circlesFrom(next, { edges, finished, path });
    return [{ file, line, message: `closes a circle of imports: ${[...path.slice(start), next].join(" -> ")}` }];
  });
  finished.add(file);
  return problems;
}
