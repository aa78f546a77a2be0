import { join } from "node:path";
import ts from "typescript";
import { readDeclarations } from "./declared-symbols.ts";
import type { Problem } from "./problem.ts";
import { fileText } from "./repository-files.ts";

/**
 * Every function that the client exports says in its doc comment, with `@throws`, what it throws. Predicates (`is…`) throw
 * nothing. The package must have been built.
 */
export async function documentedThrows(root: string, folder = "packages/client"): Promise<Problem[]> {
  const { exports }: { exports: Record<string, string | { types?: string }> } = JSON.parse(
    await fileText(root, `${folder}/package.json`),
  );
  const entries = Object.entries(exports).flatMap(([name, entry]) =>
    typeof entry === "object" && entry.types && name !== "./internal" ? [join(root, folder, entry.types)] : [],
  );
  const declared = readDeclarations(entries);
  const silent = declared.exports.flat().flatMap(({ name, symbol }) => {
    const functions = (symbol.declarations ?? []).filter(ts.isFunctionDeclaration);
    const isOurs = functions.length > 0 && declared.authorOf(symbol) === "hand" && !/^is[A-Z]/.test(name);
    return isOurs && !functions.some(hasThrows) ? [name] : [];
  });
  return [...new Set(silent)].map((name) => ({
    file: folder,
    message: `${name}() is exported and has no @throws in its doc comment`,
  }));
}

function hasThrows(declaration: ts.FunctionDeclaration): boolean {
  return ts.getJSDocTags(declaration).some(({ tagName, comment }) => tagName.text === "throws" && Boolean(comment));
}
