import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import type { Problem } from "./problem.ts";
import { type EntrySurface, publicSurface } from "./public-surface.ts";
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

const INTRODUCTION = `The public surface, for review. Written by \`pnpm check --write\` from the build. What follows from the contract is an
index: a line for each generated method, function or member, and the names of types, which are reviewed in \`spec/\`.`;

/** One section for each entry of the package. */
async function report({ name, path }: WorkspacePackage): Promise<string> {
  const { exports }: Manifest = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
  const entries = Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === "object" && target.types
      ? [{ title: posix.join(name, subpath), types: join(path, target.types) }]
      : [],
  );
  const surface = publicSurface(entries.map(({ types }) => types));
  const sections = entries.map(({ title }, index) => entrySection(title, surface.entries[index]));
  const hidden =
    surface.hidden.length > 0 ? [`## Not exported, but used above\n\n${code(surface.hidden, "\n\n")}`] : [];
  return `${[`# ${name}`, INTRODUCTION, ...sections, ...hidden].join("\n\n")}\n`;
}

function entrySection(title: string, surface: EntrySurface | undefined): string {
  const { declarations = [], calls = [], contractTypes = [], repeated = [] } = surface ?? {};
  const parts = [
    declarations.length > 0 && code(declarations, "\n\n"),
    repeated.length > 0 && `As above: ${repeated.join(", ")}.`,
    calls.length > 0 && `Generated:\n\n${code(calls, "\n")}`,
    contractTypes.length > 0 && `Types of the contract:\n\n${byInitial(contractTypes).join("\n")}`,
  ];
  return [`## ${title}`, ...parts.filter((part) => part !== false)].join("\n\n");
}

function code(texts: readonly string[], separator: string): string {
  return `\`\`\`ts\n${texts.join(separator)}\n\`\`\``;
}

/** A list item for each initial, so that a new name changes one line. */
function byInitial(names: readonly string[]): string[] {
  const initials = [...new Set(names.map((name) => name.charAt(0)))];
  return initials.map((initial) => `- ${names.filter((name) => name.startsWith(initial)).join(", ")}`);
}

interface Manifest {
  exports: Record<string, string | { types?: string }>;
}
