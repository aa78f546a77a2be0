import ts from "typescript";
import { type Declarations, type Exported, printed } from "./declared-symbols.ts";

/** Looks up what a generated type is called by; the same for every line of an index. */
interface Index {
  declared: Declarations;
  /** The interfaces that the index is inside of: a type may speak of itself. */
  inside: readonly ts.Symbol[];
}

/**
 * An index of generated exports: one line for each function, each method of an interface and each member of an object,
 * with its name and the names of its types.
 */
export function callIndex(generated: readonly Exported[], declared: Declarations): string[] {
  const parts = new Set(generated.flatMap(({ symbol }) => partsOf(symbol, declared)));
  return generated
    .filter(({ symbol }) => !parts.has(symbol))
    .flatMap(({ name, symbol }) => linesOf(symbol, name, { declared, inside: [] }));
}

/** Whether a symbol is for calling: a value, or an interface with methods or with members that have methods. */
export function isCallable(symbol: ts.Symbol, declared: Declarations): boolean {
  if (symbol.flags & ts.SymbolFlags.Value) return true;
  return membersOf(symbol).some((member) => !ts.isPropertySignature(member)) || partsOf(symbol, declared).length > 0;
}

/** The generated interfaces that members of an interface have as their types, if these are for calling. */
function partsOf(symbol: ts.Symbol, declared: Declarations): ts.Symbol[] {
  return membersOf(symbol).flatMap((member) => {
    const part = partOf(member, declared);
    return part && part !== symbol && isCallable(part, declared) ? [part] : [];
  });
}

function partOf(member: ts.TypeElement, { symbolOf, authorOf }: Declarations): ts.Symbol | undefined {
  if (!ts.isPropertySignature(member) || !member.type || !ts.isTypeReferenceNode(member.type)) return undefined;
  const { typeName } = member.type;
  const symbol = ts.isIdentifier(typeName) ? symbolOf(typeName) : undefined;
  return symbol && authorOf(symbol) === "generator" && membersOf(symbol).length > 0 ? symbol : undefined;
}

function membersOf(symbol: ts.Symbol): ts.TypeElement[] {
  return (symbol.declarations ?? []).flatMap((one) => (ts.isInterfaceDeclaration(one) ? [...one.members] : []));
}

function linesOf(symbol: ts.Symbol, name: string, index: Index): string[] {
  const members = membersOf(symbol);
  if (members.length > 0) {
    const within = { ...index, inside: [...index.inside, symbol] };
    // An interface of nothing but further ones is where a client's resources are: calls begin with their names.
    const isContainer = members.every((member) => partOf(member, index.declared));
    return members.flatMap((member) => memberLines(member, isContainer ? "" : name, within));
  }
  return (symbol.declarations ?? []).flatMap((declaration) => {
    const typed = ts.isVariableDeclaration(declaration) ? declaration.type : undefined;
    const object = typed && objectOf(typed);
    if (typed && object) {
      const wrapper = typed === object ? [] : [`${name}: ${inOneLine(typed).replace(inOneLine(object), "{…}")}`];
      return [...wrapper, ...object.members.flatMap((member) => memberLines(member, name, index))];
    }
    return [
      inOneLine(declaration)
        .replace(/^(export )?(declare )?(function )?/, "")
        .replace(/;$/, ""),
    ];
  });
}

/** The object type that a type is, or that it wraps as its last argument. */
function objectOf(type: ts.TypeNode): ts.TypeLiteralNode | undefined {
  if (ts.isTypeLiteralNode(type)) return type;
  const last = ts.isTypeReferenceNode(type) ? type.typeArguments?.at(-1) : undefined;
  return last && ts.isTypeLiteralNode(last) ? last : undefined;
}

function memberLines(member: ts.TypeElement, owner: string, index: Index): string[] {
  const text = inOneLine(member)
    .replace(/^readonly /, "")
    .replace(/;$/, "");
  const path = [owner, member.name && printed(member.name)].filter(Boolean).join(".");
  const part = partOf(member, index.declared);
  if (part && isCallable(part, index.declared) && !index.inside.includes(part)) return linesOf(part, path, index);
  return [member.name && owner ? `${owner}.${text}` : `${owner}${text}`];
}

function inOneLine(node: ts.Node): string {
  return printed(node).replace(/\s+/g, " ");
}
