import { join } from "node:path";
import { bundleSize } from "./bundle-size.ts";
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
export const BUDGETS: readonly Budget[] = [
  { code: 'export * from "@wisekit/client"', gzipBytes: 17_900 },
  { code: 'export { createClient } from "@wisekit/client"', gzipBytes: 13_700 },
  { code: 'export { createClientWith } from "@wisekit/client"', gzipBytes: 12_000 },
  { code: 'export { isApiError } from "@wisekit/client"', gzipBytes: 600 },
  { code: 'export * from "@wisekit/crypto"', gzipBytes: 13_000 },
  { code: 'export { createCardDataSession } from "@wisekit/crypto"', gzipBytes: 12_500 },
  { code: 'export * from "@wisekit/crypto"; export * from "@wisekit/crypto/dom"', gzipBytes: 14_300 },
  { code: 'export * from "@wisekit/crypto/dom"', gzipBytes: 2_300 },
  { code: 'export * from "@wisekit/crypto/frame"', gzipBytes: 2_200 },
  { code: 'export * from "@wisekit/react"', gzipBytes: 6_000 },
  { code: 'export { useCards, WiseProvider } from "@wisekit/react"', gzipBytes: 1_200 },
  { code: 'export { useUpdatePermissions, WiseProvider } from "@wisekit/react"', gzipBytes: 1_200 },
];

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

/** Gzipped bytes that an app loads at once for a module, beside what it brings along itself. */
export async function gzipSize(code: string): Promise<number> {
  // The demo depends on every package.
  const size = await bundleSize(code, { resolveDir: join(ROOT, "packages/demo"), external: PROVIDED });
  return size.gzipAtOnce;
}
