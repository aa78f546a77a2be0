import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT, runCommand } from "../checks/command.ts";
import { repositoryFiles } from "../checks/repository-files.ts";

const PACKAGES = ["client", "crypto", "mock", "react"] as const;

/** The contract and the packages that are made from it, copied into a folder of their own. */
export interface ContractCopy {
  readonly root: string;
  /** Generates every file from the copy's contract. @throws Error with what the generator printed, where it stops */
  generate(): Promise<void>;
  /** Adds an entry to the client's manifest for each dated version: what is done by hand when Wise announces one. */
  addVersions(versions: readonly string[]): Promise<void>;
  /** Builds the four packages, as they are published. */
  build(): Promise<void>;
  /** Type-checks a program that uses the packages and runs its `main.ts`; gives what that wrote, as JSON, into the file it was told. */
  run(files: Readonly<Record<string, string>>): Promise<unknown>;
  remove(): Promise<void>;
}

/** Copies contract and packages. Where a folder is given, its contract is in the place of ours. */
export async function copyContract(contract?: string): Promise<ContractCopy> {
  const root = await mkdtemp(join(tmpdir(), "contract-copy-"));
  const files = (await repositoryFiles(ROOT)).filter((file) => isCopied(file, contract !== undefined));
  for (const file of files) await cp(join(ROOT, file), join(root, file));
  if (contract !== undefined) await cp(contract, join(root, "spec"), { recursive: true });
  for (const name of PACKAGES) await linkDependencies(root, name);
  await linkInto(join(root, "packages/react"), "@wisekit/mock", join(root, "packages/mock"));
  return {
    root,
    generate: async () => {
      await succeed("node", ["scripts/generate/main.ts", "--root", root]);
    },
    addVersions: (versions) => addVersions(join(root, "packages/client/package.json"), versions),
    build: async () => {
      await Promise.all(["client", "crypto"].map((name) => buildPackage(root, name)));
      await Promise.all(["mock", "react"].map((name) => buildPackage(root, name)));
    },
    run: (program) => runProgram(root, program),
    remove: () => rm(root, { recursive: true }),
  };
}

/** A package's own files; of the contract everything, or what stays where another one takes its place. */
function isCopied(file: string, isReplaced: boolean): boolean {
  if (/^spec\//.test(file)) return !isReplaced || !/\.yaml$|^spec\/examples\//.test(file);
  return /^(packages\/(client|crypto|mock|react)\/|tsconfig)/.test(file);
}

/** Gives a copied package the dependencies of the original, with the copies in the place of our own packages. */
async function linkDependencies(root: string, name: string): Promise<void> {
  const original = join(ROOT, "packages", name, "node_modules");
  const entries = await readdir(original);
  const scoped = await Promise.all(
    entries
      .filter((entry) => entry.startsWith("@"))
      .map(async (scope) => (await readdir(join(original, scope))).map((entry) => `${scope}/${entry}`)),
  );
  for (const dependency of [...entries.filter((entry) => !/^[@.]/.test(entry)), ...scoped.flat()]) {
    const target = ownFolder(root, dependency) ?? (await realpath(join(original, dependency)));
    await linkInto(join(root, "packages", name), dependency, target);
  }
}

function ownFolder(root: string, dependency: string): string | undefined {
  if (!dependency.startsWith("@wisekit/")) return undefined;
  const name = dependency.slice("@wisekit/".length);
  return join(root, name === "spec" ? name : `packages/${name}`);
}

async function linkInto(folder: string, dependency: string, target: string): Promise<void> {
  const link = join(folder, "node_modules", dependency);
  await mkdir(dirname(link), { recursive: true });
  await symlink(target, link);
}

async function addVersions(file: string, versions: readonly string[]): Promise<void> {
  const manifest = JSON.parse(await readFile(file, "utf8"));
  for (const version of versions) {
    const entry = `./dist/${version.toLowerCase()}`;
    manifest.exports[`./${version}`] = { types: `${entry}.d.ts`, default: `${entry}.js` };
  }
  await writeFile(file, JSON.stringify(manifest));
}

async function buildPackage(root: string, name: string): Promise<void> {
  await succeed(join(ROOT, "packages", name, "node_modules/.bin/tsdown"), [], join(root, "packages", name));
}

/** The program stands in the package that depends on all others, so that it finds what a user would have installed. */
async function runProgram(root: string, files: Readonly<Record<string, string>>): Promise<unknown> {
  const folder = await mkdtemp(join(root, "packages/react/program-"));
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  const project = {
    extends: "../../../tsconfig.base.json",
    compilerOptions: { types: ["node"], lib: ["ESNext", "DOM", "DOM.Iterable"], isolatedDeclarations: false },
    include: ["."],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
  await succeed("tsc", ["-p", folder]);
  const outcome = join(folder, "outcome.json");
  await succeed("node", [join(folder, "main.ts"), outcome]);
  return JSON.parse(await readFile(outcome, "utf8"));
}

async function succeed(command: string, commandArguments: string[], cwd = ROOT): Promise<string> {
  const { code, output } = await runCommand(command, commandArguments, { cwd });
  if (code !== 0) throw new Error(`${command} ${commandArguments.join(" ")} failed:\n${output}`);
  return output;
}
