import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import type { Problem } from "./problem.ts";
import { fileText, repositoryFiles } from "./repository-files.ts";

/** What a package may import besides its own files and its dependencies. */
interface Direction {
  /** Packages of ours. */
  ours: readonly string[];
  /** Whether Node's own modules are there where it runs. */
  node: boolean;
  /** Whether it may speak to the network itself. */
  network: boolean;
  /** Dependencies that would break the package's promise. */
  never: readonly string[];
}

const HTTP = ["openapi-fetch", "undici", "ky", "axios"];
const NETWORK_GLOBALS = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  client: { ours: [], node: false, network: true, never: ["jose"] },
  crypto: { ours: [], node: false, network: false, never: HTTP },
  react: { ours: ["client", "crypto"], node: false, network: false, never: [...HTTP, "jose"] },
  mock: { ours: [], node: true, network: true, never: ["openapi-fetch"] },
  demo: { ours: ["client", "crypto", "react", "mock"], node: true, network: true, never: [] },
};

/** Something that a file imports, and where it says so. */
export interface Import {
  specifier: string;
  line: number;
}

/** Who imports whom: the directions of the house, no way around a package's front door, no Node where browsers run. */
export async function imports(root: string): Promise<Problem[]> {
  const files = (await repositoryFiles(root)).filter((file) => /^packages\/[^/]+\/(src|test)\/.*\.tsx?$/.test(file));
  const problems = await Promise.all(files.map(async (file) => problemsOf(root, file, await fileText(root, file))));
  return problems.flat();
}

async function problemsOf(root: string, file: string, text: string): Promise<Problem[]> {
  const [, name = "", folder = ""] = file.split("/");
  const direction = DIRECTIONS[name];
  if (!direction)
    return [{ file, message: `the package ${name} has no import directions in scripts/checks/imports.ts` }];
  const found = await Promise.all(
    importsOf(text).map(async ({ specifier, line }) => {
      const message =
        (await frontDoor(root, file, specifier)) ??
        (folder === "src" ? directionProblem(name, direction, file, specifier) : undefined);
      return message === undefined ? [] : [{ file, line, message: `imports ${specifier}: ${message}` }];
    }),
  );
  return [...found.flat(), ...(folder === "src" && !direction.network ? networkUse(name, file, text) : [])];
}

/** Uses of the platform's network functions; an option or a variable of that name is none. */
function networkUse(name: string, file: string, text: string): Problem[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: ts.Identifier[] = [];
  const own = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && NETWORK_GLOBALS.includes(node.text)) {
      if (isNameOfDeclaration(node)) own.add(node.text);
      else if (isOfPlatform(node)) found.push(node);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found
    .filter((node) => ts.isPropertyAccessExpression(node.parent) || !own.has(node.text))
    .map((node) => ({
      file,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      message: `uses ${node.text}: ${name} does not speak to the network itself`,
    }));
}

function isNameOfDeclaration(node: ts.Identifier): boolean {
  return (node.parent as ts.NamedDeclaration).name === node && !ts.isPropertyAccessExpression(node.parent);
}

/** Not a property of something else, such as `options.fetch`. */
function isOfPlatform({ parent, text }: ts.Identifier): boolean {
  if (!ts.isPropertyAccessExpression(parent) || parent.name.text !== text) return true;
  return /^(globalThis|window|self)$/.test(parent.expression.getText());
}

/** Every import of a source file: static, dynamic and of types alone, and every export from another file. */
export function importsOf(text: string): Import[] {
  return ts.preProcessFile(text).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split("\n").length,
  }));
}

/** For source and tests alike: another package is entered by what it exports. */
async function frontDoor(root: string, file: string, specifier: string): Promise<string | undefined> {
  const home = file.split("/").slice(0, 2).join("/");
  if (specifier.startsWith(".")) {
    const target = relative(home, join(dirname(file), specifier));
    return target.startsWith("..") && relative(".", join(home, target)).startsWith("packages/")
      ? "reaches into another package"
      : undefined;
  }
  const [, name, subpath] = /^@wisekit\/([^/]+)(\/.+)?$/.exec(specifier) ?? [];
  if (!name || !subpath) return undefined;
  const { exports } = JSON.parse(await fileText(root, `packages/${name}/package.json`));
  return `.${subpath}` in exports ? undefined : "is not exported";
}

function directionProblem(name: string, direction: Direction, file: string, specifier: string): string | undefined {
  // It holds types and nothing else, and a build takes in those it uses.
  if (specifier === "@wisekit/spec") return undefined;
  if (specifier.startsWith(".")) return leavesSource(file, specifier) ? "leaves src" : undefined;
  const [scope, ours] = specifier.split("/");
  if (scope === "@wisekit" && ours === name) return "is the package itself; use a relative path";
  if (scope === "@wisekit" && !direction.ours.includes(ours ?? "")) return `${name} may not depend on it`;
  if (isBuiltin(specifier) && !direction.node) return `${name} runs in browsers`;
  const dependency = scope?.startsWith("@") ? `${scope}/${ours}` : scope;
  return direction.never.includes(dependency ?? "") ? `${name} may not depend on it` : undefined;
}

function leavesSource(file: string, specifier: string): boolean {
  const source = file.split("/").slice(0, 3).join("/");
  const target = relative(source, join(dirname(file), specifier));
  return target.startsWith("..") && !target.endsWith("package.json");
}
