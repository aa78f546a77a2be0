import { mkdtemp, readFile, rm } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkPackage,
  createPackageFromTarballData,
  type Package,
  type Problem as TypesProblem,
} from "@arethetypeswrong/core";
import { problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { packPackage } from "./packed-package.ts";
import type { Problem } from "./problem.ts";
import { publishedPackages, type WorkspacePackage } from "./workspace-packages.ts";

/** What would be published is what it says: publint and are-the-types-wrong on the packed tarball of each package. */
export async function packageTruth(root: string): Promise<Problem[]> {
  const problems = await Promise.all((await publishedPackages(root)).map(problemsOf));
  return problems.flat();
}

async function problemsOf(published: WorkspacePackage): Promise<Problem[]> {
  const tarball = await pack(published);
  const unpacked = createPackageFromTarballData(tarball);
  const messages = [
    ...(await wrongManifest(tarball)),
    ...missingPapers(unpacked),
    ...missingDependencies(unpacked),
    ...(await wrongTypes(unpacked)),
  ];
  return messages.map((message) => ({ file: `${published.folder}/package.json`, message }));
}

async function pack(published: WorkspacePackage): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), "pack-"));
  try {
    const tarball = join(folder, "package.tgz");
    await packPackage(published, tarball);
    return new Uint8Array(await readFile(tarball));
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Manifest {
  type?: string;
  sideEffects?: unknown;
  files?: unknown;
  exports?: Record<string, unknown>;
}

async function wrongManifest(tarball: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  return [...messages.map((message) => `${formatMessage(message, pkg, { color: false })} [publint]`), ...shape(pkg)];
}

/** What our packages have in common beyond being right. */
function shape({ type, sideEffects, files, exports = {} }: Manifest): string[] {
  const messages: string[] = [];
  if (type !== "module") messages.push('must be ESM: "type": "module"');
  if (!isFreeOfSideEffects(sideEffects, exports)) {
    messages.push('must be free of side effects: "sideEffects": false, or a list of entries that are scripts');
  }
  if (JSON.stringify(files) !== '["dist"]') messages.push('must publish "dist" and nothing else');
  if (Object.keys(exports).some((subpath) => subpath.includes("*"))) messages.push("must not export by wildcard");
  return messages;
}

/** An entry that is a script does something, and gives nothing: a bundler may not drop it. */
function isFreeOfSideEffects(sideEffects: unknown, exports: Record<string, unknown>): boolean {
  if (!Array.isArray(sideEffects)) return sideEffects === false;
  const entries = Object.values(exports).map((entry) => (entry as { default?: unknown }).default);
  return sideEffects.length > 0 && sideEffects.every((file) => entries.includes(file));
}

// These packages are ESM only: how CommonJS and the resolution before `exports` see them is not their affair.
const FOREIGN_RESOLUTIONS = ["node10", "node16-cjs"];

/** The papers that everybody who installs a package should find in it. */
function missingPapers(unpacked: Package): string[] {
  const folder = `/node_modules/${unpacked.packageName}`;
  const missing = ["README.md", "LICENSE"].filter((file) => !unpacked.fileExists(`${folder}/${file}`));
  return missing.map((file) => `must come with a ${file}`);
}

/** What its declarations import must be installed with it: a package of the workspace that is not published never is. */
function missingDependencies(unpacked: Package): string[] {
  const folder = `/node_modules/${unpacked.packageName}`;
  const { dependencies, peerDependencies } = JSON.parse(unpacked.readFile(`${folder}/package.json`));
  const installed = [unpacked.packageName, ...Object.keys({ ...dependencies, ...peerDependencies })];
  return unpacked
    .listFiles(`${folder}/dist`)
    .filter((file) => file.endsWith(".d.ts"))
    .flatMap((file) =>
      ts
        .preProcessFile(unpacked.readFile(file))
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => !name.startsWith(".") && !isBuiltin(name))
        .filter((name) => !installed.some((own) => name === own || name.startsWith(`${own}/`)))
        .map((name) => `imports ${name} in ${file.slice(folder.length + 1)} without depending on it`),
    );
}

async function wrongTypes(unpacked: Package): Promise<string[]> {
  const result = await checkPackage(unpacked);
  if (result.types === false) return ["has no types [are-the-types-wrong]"];
  return result.problems.filter(concernsUs).map((problem) => {
    const place = "entrypoint" in problem ? ` at "${problem.entrypoint}" (${problem.resolutionKind})` : "";
    return `${problemKindInfo[problem.kind].shortDescription}${place} [are-the-types-wrong]`;
  });
}

function concernsUs(problem: TypesProblem): boolean {
  if ("entrypoint" in problem && problem.entrypoint === "./package.json") return false;
  return !("resolutionKind" in problem && FOREIGN_RESOLUTIONS.includes(problem.resolutionKind));
}
