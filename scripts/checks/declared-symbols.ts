import { dirname } from "node:path";
import ts from "typescript";

const COMPILER: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  // Only names and declarations are read, no types are computed.
  noLib: true,
  types: [],
};

/** Who wrote a declaration: one of us, the generator, or another package. */
export type Author = "hand" | "generator" | "elsewhere";

/** An export, by the name that it is imported under. */
export interface Exported {
  name: string;
  symbol: ts.Symbol;
}

/** The declaration files of a package, read. */
export interface Declarations {
  /** What each entry exports, by name. */
  exports: readonly (readonly Exported[])[];
  authorOf(symbol: ts.Symbol): Author;
  /** The top-level declaration that an identifier stands for, whatever it is called where it is imported. */
  symbolOf(identifier: ts.Identifier): ts.Symbol | undefined;
}

/**
 * Reads the declaration files behind some entries of a package.
 *
 * @throws {Error} if one is not there.
 */
export function readDeclarations(entries: readonly string[]): Declarations {
  const program = ts.createProgram(entries, COMPILER);
  const checker = program.getTypeChecker();
  const unaliased = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const folders = entries.map((entry) => `${dirname(entry)}/`);
  return {
    exports: entries.map((entry) => {
      const source = program.getSourceFile(entry);
      const module = source && checker.getSymbolAtLocation(source);
      if (!module) throw new Error(`${entry} declares nothing; build the package first`);
      const exported = checker.getExportsOfModule(module).map((one) => ({ name: one.name, symbol: unaliased(one) }));
      return exported.sort((left, right) => (left.name < right.name ? -1 : 1));
    }),
    authorOf: (symbol) => {
      const [declaration] = symbol.declarations ?? [];
      const file = declaration?.getSourceFile().fileName ?? "";
      if (!declaration || !folders.some((folder) => file.startsWith(folder))) return "elsewhere";
      return /\/generated\/|\.gen\.d\.ts$/.test(sourceFileOf(declaration)) ? "generator" : "hand";
    },
    symbolOf: (identifier) => {
      const mentioned = checker.getSymbolAtLocation(identifier);
      const symbol = mentioned && unaliased(mentioned);
      const declarations = symbol?.declarations ?? [];
      return declarations.some((one) => ts.isSourceFile(statementOf(one).parent)) ? symbol : undefined;
    },
  };
}

/** The statement of a declaration: a variable is declared in a list in a statement, all else is its own. */
export function statementOf(declaration: ts.Declaration): ts.Node {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

/** The text of a node without comments, in one format. */
export function printed(node: ts.Node): string {
  return PRINTER.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
}

const PRINTER = ts.createPrinter({ removeComments: true });

/** The file that a declaration was written in. A bundled declaration file names it above each part. */
function sourceFileOf(declaration: ts.Declaration): string {
  const { text, fileName } = declaration.getSourceFile();
  const regions = text.slice(0, declaration.getStart()).matchAll(/^\/\/#region (.+)$/gm);
  return [...regions].at(-1)?.[1] ?? fileName;
}
