import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { ROOT } from "./command.ts";
import type { Problem } from "./problem.ts";

/** Something that an app imports, and how many bytes that may cost it. */
export interface Budget {
  /** What is imported, as a module that an app might hold. */
  code: string;
  /** Most bytes after minification and gzip. */
  gzipBytes: number;
}

/** What the packages may weigh in a browser, whole and for the smallest useful import. */
export const BUDGETS: readonly Budget[] = [];

/** What an app brings along itself and does not count. */
const PROVIDED = ["react", "react-dom", "react/jsx-runtime", "@tanstack/react-query"];

/** Every import of the list stays within its budget. Packages must have been built. */
export async function bundleBudgets(budgets: readonly Budget[] = BUDGETS): Promise<Problem[]> {
  const sizes = await Promise.all(budgets.map(async (budget) => ({ ...budget, actual: await gzipSize(budget.code) })));
  return sizes
    .filter(({ gzipBytes, actual }) => actual > gzipBytes)
    .map(({ code, gzipBytes, actual }) => ({
      file: code,
      message: `weighs ${actual} bytes gzipped; ${gzipBytes} are the most`,
    }));
}

/** Bytes of a module and all it imports, bundled for browsers, minified and gzipped. */
export async function gzipSize(code: string): Promise<number> {
  const { outputFiles } = await build({
    // The demo depends on every package.
    stdin: { contents: code, resolveDir: join(ROOT, "packages/demo") },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: PROVIDED,
    logLevel: "silent",
  });
  return outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0);
}
