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

/**
 * What a declaration file exports, by name, and what else of its package those exports speak of: their declarations,
 * without comments and in one format, however the build cut them into files.
 */
export function publicSurface(entry: string): string {
  const program = ts.createProgram([entry], COMPILER);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} declares nothing; build the package first`);

  const exported = new Map<ts.Symbol, string>();
  for (const symbol of checker.getExportsOfModule(module)) exported.set(unaliased(checker, symbol), symbol.name);
  const own = (symbol: ts.Symbol): boolean => isInside(symbol, dirname(entry));
  const used = usedBy(checker, [...exported.keys()], own);

  const sections = [...exported].map(([symbol, name]) => ({ name, text: declarationText(symbol, name, own(symbol)) }));
  const hidden = used.map((symbol) => ({ name: symbol.name, text: declarationText(symbol, symbol.name, true) }));
  const below = hidden.length > 0 ? ["// Not exported, but used above.", ...sorted(hidden)] : [];
  return [...sorted(sections), ...below].join("\n\n");
}

function sorted(sections: { name: string; text: string }[]): string[] {
  return sections.sort((left, right) => (left.name < right.name ? -1 : 1)).map(({ text }) => text);
}

function unaliased(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isInside(symbol: ts.Symbol, folder: string): boolean {
  return (symbol.declarations ?? []).some((declaration) =>
    declaration.getSourceFile().fileName.startsWith(`${folder}/`),
  );
}

/** Symbols of the package that others mention, directly or through further ones. */
function usedBy(
  checker: ts.TypeChecker,
  roots: readonly ts.Symbol[],
  own: (symbol: ts.Symbol) => boolean,
): ts.Symbol[] {
  const seen = new Set(roots);
  const queue = roots.filter(own);
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const mentioned = checker.getSymbolAtLocation(node);
      const symbol = mentioned && unaliased(checker, mentioned);
      if (symbol && !seen.has(symbol) && own(symbol) && (symbol.declarations ?? []).some(isTopLevel)) {
        seen.add(symbol);
        found.push(symbol);
        queue.push(symbol);
      }
    }
    node.forEachChild(visit);
  };
  for (const symbol of queue) symbol.declarations?.forEach(visit);
  return found;
}

function isTopLevel(declaration: ts.Declaration): boolean {
  return ts.isSourceFile(statementOf(declaration).parent);
}

function declarationText(symbol: ts.Symbol, name: string, isOwn: boolean): string {
  if (!isOwn) return `export { ${name} }; // of another package`;
  const printer = ts.createPrinter({ removeComments: true });
  const texts = (symbol.declarations ?? []).map((declaration) =>
    printer.printNode(ts.EmitHint.Unspecified, statementOf(declaration), declaration.getSourceFile()),
  );
  const renamed = symbol.name === name ? "" : `// exported as ${name}\n`;
  return renamed + texts.map((text) => text.replace(/^(export )?(declare )?/, "")).join("\n");
}

/** A variable is declared in a list in a statement; every other declaration is its own statement. */
function statementOf(declaration: ts.Declaration): ts.Node {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}
