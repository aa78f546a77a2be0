import ts from "typescript";
import { callIndex, isCallable } from "./call-index.ts";
import { type Declarations, type Exported, printed, readDeclarations, statementOf } from "./declared-symbols.ts";

/** The public surface of one entry of a package. */
export interface EntrySurface {
  /** Declarations of what was written by hand, each under the first entry that exports it. */
  declarations: readonly string[];
  /** Names that an earlier entry exports, too. */
  repeated: readonly string[];
  /** Generated methods and functions, one a line. */
  calls: readonly string[];
  /** Names of types that follow from the contract. */
  contractTypes: readonly string[];
}

/** The public surface of a package. */
export interface PackageSurface {
  entries: readonly EntrySurface[];
  /** Declarations that cannot be imported and that exported ones speak of. */
  hidden: readonly string[];
}

/**
 * What the declaration files behind some entries export. What was written by hand is printed without comments and in one
 * format, however the build cut it into files; what was generated is an index of calls and names of types.
 */
export function publicSurface(entries: readonly string[]): PackageSurface {
  const declared = readDeclarations(entries);
  const exportedSymbols = new Set(declared.exports.flat().map(({ symbol }) => symbol));
  const printedSymbols = new Set<ts.Symbol>();
  const hidden = new Set<ts.Symbol>();
  const surfaces = declared.exports.map((exported) => {
    const own = exported.filter(({ symbol }) => !printedSymbols.has(symbol));
    const mentioned = mentionedBy(own, declared).filter(
      (symbol) => !exportedSymbols.has(symbol) && !hidden.has(symbol),
    );
    for (const { symbol } of own) printedSymbols.add(symbol);
    for (const symbol of mentioned) hidden.add(symbol);
    const repeated = exported.filter((one) => !own.includes(one)).map(({ name }) => name);
    return { ...entrySurface(own, mentioned, declared), repeated };
  });
  const below = [...hidden]
    .filter((symbol) => declared.authorOf(symbol) === "hand")
    .map(underItsName)
    .sort(byName);
  return { entries: surfaces, hidden: below.map((one) => declarationText(one, declared)) };
}

function underItsName(symbol: ts.Symbol): Exported {
  return { name: symbol.name, symbol };
}

function byName(left: Exported, right: Exported): number {
  return left.name < right.name ? -1 : 1;
}

function entrySurface(
  exported: readonly Exported[],
  mentioned: readonly ts.Symbol[],
  declared: Declarations,
): Omit<EntrySurface, "repeated"> {
  const isGenerated = ({ symbol }: Exported): boolean => declared.authorOf(symbol) === "generator";
  const isCall = (one: Exported): boolean => isGenerated(one) && isCallable(one.symbol, declared);
  return {
    declarations: exported.filter((one) => !isGenerated(one)).map((one) => declarationText(one, declared)),
    calls: callIndex([...exported, ...mentioned.map(underItsName)].filter(isCall), declared),
    contractTypes: exported.filter((one) => isGenerated(one) && !isCall(one)).map(({ name }) => name),
  };
}

/** Declarations of the package that exports mention, directly or through others; types of the contract are left out. */
function mentionedBy(exported: readonly Exported[], declared: Declarations): ts.Symbol[] {
  const isOfInterest = (symbol: ts.Symbol): boolean => {
    const author = declared.authorOf(symbol);
    return author === "hand" || (author === "generator" && isCallable(symbol, declared));
  };
  const found = new Set(exported.map(({ symbol }) => symbol).filter(isOfInterest));
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? declared.symbolOf(node) : undefined;
    if (symbol && isOfInterest(symbol)) found.add(symbol);
    node.forEachChild(visit);
  };
  // What is added on the way is visited as well.
  for (const symbol of found) symbol.declarations?.forEach(visit);
  return [...found];
}

function declarationText({ name, symbol }: Exported, { authorOf }: Declarations): string {
  if (authorOf(symbol) === "elsewhere") return `export { ${name} }; // of another package`;
  const renamed = symbol.name === name ? "" : `// exported as ${name}\n`;
  const texts = (symbol.declarations ?? []).map((declaration) => printed(statementOf(declaration)));
  return renamed + texts.map((text) => text.replace(/^(export )?(declare )?/, "")).join("\n");
}
