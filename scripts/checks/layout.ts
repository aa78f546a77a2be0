import { basename, dirname } from "node:path";
import ts from "typescript";
import type { Problem } from "./problem.ts";
import { fileText, repositoryFiles } from "./repository-files.ts";

const TOP_LEVEL = [
  ...[
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
    "package.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
  ],
  ...["turbo.json", "tsconfig.base.json", "vitest.config.ts", "biome.json", "knip.json"],
  ...[".changeset", ".ci", ".github", ".editorconfig", ".gitattributes", ".gitignore"],
  ...["docs", "packages", "scripts", "spec"],
];

const CONVENTIONAL_FILES = /^(README|CHANGELOG|LICENSE|\.[a-z]+)(\.md)?$/;
const KEBAB_CASE_FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const KEBAB_CASE_FOLDER = /^\.?[a-z0-9]+(-[a-z0-9]+)*$/;
const NAMES_OF_NO_CONCEPT = /^(utils?|helpers?|common|misc|types?|constants?|shared|lib)$/;
const LONGEST_SOURCE = 300;
const GENERATED_HEADER = "// Generated from spec/ by `pnpm generate`";

/** Names, places and sizes of files: the rules of the house that a reader relies on to find things. */
export async function layout(root: string): Promise<Problem[]> {
  const files = await repositoryFiles(root);
  const problems = await Promise.all(files.map((file) => problemsOf(root, file)));
  return [...topLevel(files), ...problems.flat()];
}

function topLevel(files: readonly string[]): Problem[] {
  const names = new Set(files.map((file) => file.split("/")[0] ?? file));
  return [...names]
    .filter((name) => !TOP_LEVEL.includes(name))
    .map((file) => ({ file, message: "does not belong into the root of the repository" }));
}

async function problemsOf(root: string, file: string): Promise<Problem[]> {
  if (!/^(packages|scripts|spec|docs)\//.test(file)) return [];
  const problems = [...naming(file), ...generatedPlace(file)];
  if (!/\.tsx?$/.test(file)) return problems;
  const text = await fileText(root, file);
  return [...problems, ...size(file, text), ...generatedHeader(file, text), ...indexFile(file, text)];
}

function naming(file: string): Problem[] {
  const problems: Problem[] = [];
  const name = basename(file);
  const concept = name.replace(/(\.(test|test-d|gen|config|d))*\.[a-z]+$/, "");
  const folders = dirname(file).split("/");
  if (!KEBAB_CASE_FILE.test(name) && !CONVENTIONAL_FILES.test(name))
    problems.push({ file, message: "is not kebab-case" });
  if (folders.some((folder) => !KEBAB_CASE_FOLDER.test(folder)))
    problems.push({ file, message: "is in a folder that is not kebab-case" });
  // A benchmark is named after what it measures, and one of them measures types.
  const isBenchmark = dirname(file) === "scripts/bench";
  if (/\.tsx?$/.test(file) && NAMES_OF_NO_CONCEPT.test(concept) && !isBenchmark)
    problems.push({ file, message: `"${concept}" names no concept` });
  if (folders.some((folder) => NAMES_OF_NO_CONCEPT.test(folder)))
    problems.push({ file, message: "is in a folder whose name is no concept" });
  return problems;
}

function generatedPlace(file: string): Problem[] {
  const isNamed = /\.gen\.[a-z]+$/.test(file);
  const isPlaced = /^packages\/[^/]+\/src\/generated\/[^/]+$/.test(file);
  if (isNamed === isPlaced) return [];
  const message = isNamed
    ? "is named as generated, but not in packages/*/src/generated"
    : "is in a folder of generated files, but not named *.gen.*";
  return [{ file, message }];
}

function size(file: string, text: string): Problem[] {
  if (isGenerated(file) || file.includes("/test/")) return [];
  const lines = text.split("\n").length - 1;
  if (lines <= LONGEST_SOURCE) return [];
  return [{ file, line: LONGEST_SOURCE + 1, message: `has ${lines} lines; ${LONGEST_SOURCE} are the most` }];
}

function generatedHeader(file: string, text: string): Problem[] {
  // A directive such as "use client" has to stand first.
  const isMarked = text.replace(/^"use \w+";\s*/, "").startsWith(GENERATED_HEADER);
  if (isGenerated(file) === isMarked) return [];
  const message = isGenerated(file)
    ? "lacks the header of generated files"
    : "is marked as generated, but not named *.gen.ts";
  return [{ file, line: 1, message }];
}

function isGenerated(file: string): boolean {
  return /\.gen\.tsx?$/.test(file);
}

function indexFile(file: string, text: string): Problem[] {
  if (!/^packages\/[^/]+\/src\/(.*\/)?index\.tsx?$/.test(file)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => !isNamedReexport(statement))
    .map((statement) => ({
      file,
      line: source.getLineAndCharacterOfPosition(statement.getStart()).line + 1,
      message: "an index file holds explicit named re-exports only",
    }));
}

function isNamedReexport(statement: ts.Statement): boolean {
  if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return false;
  const { exportClause, moduleSpecifier } = statement;
  // A new operation brings its names along; the generated file lists each of them.
  if (!exportClause && /^"\.\/generated\/[^"]+\.gen\.ts"$/.test(moduleSpecifier.getText())) return true;
  if (!exportClause || !ts.isNamedExports(exportClause)) return false;
  return exportClause.elements.every((element) => element.name.text !== "default");
}
