import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import type { Problem } from "./problem.ts";
import { publicSurface } from "./public-surface.ts";
import { publishedPackages, type WorkspacePackage } from "./workspace-packages.ts";

/** The public surface of each published package is the one in its committed report. Packages must have been built. */
export async function apiReport(root: string): Promise<Problem[]> {
  const problems = await Promise.all((await publishedPackages(root)).map((published) => problemsOf(published)));
  return problems.flat();
}

/** Writes the report of each published package. */
export async function writeApiReports(root: string): Promise<void> {
  for (const published of await publishedPackages(root)) {
    const path = join(published.path, reportFile(published));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await report(published));
  }
}

async function problemsOf(published: WorkspacePackage): Promise<Problem[]> {
  const file = join(published.folder, reportFile(published));
  const committed = await readFile(join(published.path, reportFile(published)), "utf8").catch(() => undefined);
  const present = await report(published);
  if (committed === present) return [];
  if (committed === undefined) return [{ file, message: "is missing; write it with `pnpm check --write`" }];
  const line = firstDifference(committed.split("\n"), present.split("\n"));
  const message = "the public surface has changed; if that is meant, `pnpm check --write` and add a changeset";
  return [{ file, line, message }];
}

function firstDifference(left: readonly string[], right: readonly string[]): number {
  const index = left.findIndex((text, position) => text !== right[position]);
  return (index === -1 ? left.length : index) + 1;
}

function reportFile({ name }: WorkspacePackage): string {
  return `etc/${basename(name)}.api.md`;
}

/** One section for each entry of the package. */
async function report({ name, path }: WorkspacePackage): Promise<string> {
  const { exports }: Manifest = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
  const entries = Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === "object" && target.types ? [{ subpath, types: join(path, target.types) }] : [],
  );
  const sections = entries.map(({ subpath, types }) => {
    const title = posix.join(name, subpath);
    return `## ${title}\n\n\`\`\`ts\n${publicSurface(types)}\n\`\`\`\n`;
  });
  const head = `# ${name}\n\nThe public surface, for review. Written by \`pnpm check --write\` from the build.\n`;
  return [head, ...sections].join("\n");
}

interface Manifest {
  exports: Record<string, string | { types?: string }>;
}
