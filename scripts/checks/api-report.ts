import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import type { Problem } from "./problem.ts";
import { type PublishedPackage, publishedPackages } from "./published-packages.ts";

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

async function problemsOf(published: PublishedPackage): Promise<Problem[]> {
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

function reportFile({ name }: PublishedPackage): string {
  return `etc/${basename(name)}.api.md`;
}

/** The declarations of the built package, one section for each file, without comments and in one format. */
async function report({ name, path }: PublishedPackage): Promise<string> {
  const dist = join(path, "dist");
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith(".d.ts"));
  if (files.length === 0) throw new Error(`${name} has no declarations in dist; build it first`);
  const sections = await Promise.all(
    files.map(async (file) => ({
      file: withoutHash(file),
      text: declarations(file, await readFile(join(dist, file), "utf8")),
    })),
  );
  sections.sort((left, right) => (left.file < right.file ? -1 : 1));
  const parts = sections.map(({ file, text }) => `## ${file}\n\n\`\`\`ts\n${text}\n\`\`\`\n`);
  const head = `# ${name}\n\nThe public surface, for review. Written by \`pnpm check --write\` from the build.\n`;
  return [head, ...parts].join("\n");
}

function declarations(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const printed = ts.createPrinter({ removeComments: true }).printFile(source);
  return withoutHash(printed).trim();
}

/** Shared chunks carry a hash of their content, which would change their name with every edit. */
function withoutHash(text: string): string {
  return text.replace(/-[A-Za-z0-9_-]{8}(?=\.(js|d\.ts)\b)/g, "");
}
