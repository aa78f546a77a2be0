import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, runCommand } from "../../checks/command.ts";
import type { GeneratedCase } from "./generated-case.ts";

const PACKAGES = ["client", "crypto", "mock", "react"];

/** A type error in a generated file. */
export interface TypeProblem {
  /** Root of the case that the file belongs to. */
  readonly root: string;
  readonly text: string;
}

/** Type-checks the generated files of many cases at once, each beside the hand-written files that it imports. */
export async function checkTypes(root: string, cases: readonly GeneratedCase[]): Promise<TypeProblem[]> {
  linkDependencies(root);
  for (const { root: folder } of cases) addHandWritten(folder);
  const project = {
    extends: join(ROOT, "tsconfig.base.json"),
    compilerOptions: { types: ["node", "react"], lib: ["ESNext", "DOM", "DOM.Iterable"], jsx: "react-jsx" },
    include: cases.flatMap(({ root: folder }) => [`${folder}/*/src/generated`, `${folder}/*/*/src/generated`]),
  };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify(project));
  const { output } = await runCommand("tsc", ["-p", root, "--pretty", "false"], { cwd: root });
  // A message may go on over indented lines.
  const messages = output.split(/\n(?! )/).filter((text) => /\/generated\/[^(]*\(\d/.test(text));
  return messages.map((text) => {
    const owner = cases.find(({ root: folder }) => join(root, text).startsWith(`${folder}/`));
    if (!owner) throw new Error(`tsc speaks of a file of no case: ${text}`);
    return { root: owner.root, text };
  });
}

/** What the packages depend on lies above all cases, so that the compiler reads each of it once. */
function linkDependencies(root: string): void {
  for (const name of PACKAGES) {
    const modules = join(ROOT, "packages", name, "node_modules");
    for (const entry of readdirSync(modules).filter((file) => !file.startsWith("."))) {
      const names = entry.startsWith("@")
        ? readdirSync(join(modules, entry)).map((file) => `${entry}/${file}`)
        : [entry];
      for (const dependency of names.filter((file) => !file.startsWith("@wisekit/"))) link(root, modules, dependency);
    }
  }
}

function link(root: string, modules: string, dependency: string): void {
  const target = join(root, "node_modules", dependency);
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(realpathSync(join(modules, dependency)), target);
}

/** The hand-written files of the packages, and the packages under their names, as sources. */
function addHandWritten(folder: string): void {
  for (const name of PACKAGES) {
    const source = join(ROOT, "packages", name, "src");
    cpSync(source, join(folder, "packages", name, "src"), {
      recursive: true,
      filter: (path) => !/\.gen\.\w+$/.test(path),
    });
    addPackage(folder, `packages/${name}`, { ".": "./src/index.ts", "./internal": "./src/internal.ts" });
  }
  addPackage(folder, "spec", { ".": "./src/generated/contract-types.gen.ts" });
}

function addPackage(folder: string, place: string, exports: Readonly<Record<string, string>>): void {
  const name = `@wisekit/${place.split("/").at(-1)}`;
  writeFileSync(join(folder, place, "package.json"), JSON.stringify({ name, type: "module", exports }));
  const target = join(folder, "node_modules", name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(folder, place), target);
}
