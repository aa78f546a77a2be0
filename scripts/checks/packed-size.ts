import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPackageFromTarballData } from "@arethetypeswrong/core";
import { packPackage } from "./packed-package.ts";
import type { Problem } from "./problem.ts";
import { publishedPackages } from "./workspace-packages.ts";

/** What installing a package may cost. */
export interface PackedBudget {
  /** Name of the package. */
  name: string;
  /** Most bytes of the tarball. */
  packedBytes: number;
  /** Most bytes of the files in it. */
  unpackedBytes: number;
}

/** The mock brings Prism along; the other packages are small, and weighed where they run. */
export const PACKED_BUDGETS: readonly PackedBudget[] = [
  { name: "@wisekit/mock", packedBytes: 1_000_000, unpackedBytes: 4_800_000 },
];

/** Packages that are installed whole stay within their budgets. They must have been built. */
export async function packedSize(root: string, budgets: readonly PackedBudget[] = PACKED_BUDGETS): Promise<Problem[]> {
  const published = await publishedPackages(root);
  const folder = await mkdtemp(join(tmpdir(), "packed-size-"));
  try {
    const problems = await Promise.all(
      budgets.map(async (budget) => {
        const found = published.find(({ name }) => name === budget.name);
        if (!found) return [{ file: "packages", message: `has no ${budget.name}, which has a budget` }];
        const tarball = join(folder, found.folder.replaceAll("/", "-"));
        await packPackage(found, tarball);
        const messages = excess(budget, await readFile(tarball));
        return messages.map((message) => ({ file: found.folder, message }));
      }),
    );
    return problems.flat();
  } finally {
    await rm(folder, { recursive: true });
  }
}

function excess({ packedBytes, unpackedBytes }: PackedBudget, tarball: Uint8Array): string[] {
  const unpacked = createPackageFromTarballData(tarball);
  const bytes = unpacked.listFiles().reduce((total, file) => total + Buffer.byteLength(unpacked.readFile(file)), 0);
  const messages: string[] = [];
  if (tarball.length > packedBytes) messages.push(`packs to ${tarball.length} bytes; ${packedBytes} are the most`);
  if (bytes > unpackedBytes) messages.push(`unpacks to ${bytes} bytes; ${unpackedBytes} are the most`);
  return messages;
}
