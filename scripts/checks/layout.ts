import ts from "typescript";
import type { Problem } from "./problem.ts";
import { fileText, repositoryFiles } from "./repository-files.ts";

const LONGEST_SOURCE = 300;
const GENERATED_HEADER = "// Generated from spec/ by `pnpm generate`";

/** Places and sizes of files, and what index files hold: the rules of the house that a reader relies on. */
export async function layout(root: string): Promise<Problem[]> {
  const files = (await repositoryFiles(root)).filter((file) => /^(packages|scripts|spec)\//.test(file));
  const problems = await Promise.all(files.map((file) => problemsOf(root, file)));
  return problems.flat();
}

async function problemsOf(root: string, file: string): Promise<Problem[]> {
  const problems = generatedPlace(file);
  if (!/\.tsx?$/.test(file)) return problems;
  const text = await fileText(root, file);
  return [...problems, ...size(file, text), ...generatedHeader(file, text), ...indexFile(file, text)];
}

function generatedPlace(file: string): Problem[] {
  const isNamed = /\.gen\.[a-z]+$/.test(file);
  const isPlaced = /^(packages\/[^/]+|spec)\/src\/generated\//.test(file);
  if (isNamed === isPlaced) return [];
  const message = isNamed
    ? "is named as generated, but not in a folder src/generated"
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
