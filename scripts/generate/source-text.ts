const widest = 116;

/** First line of every source file that an emitter writes. */
export const generatedNotice = "// Generated from spec/ by `pnpm generate`; edit the contract instead.\n";

/** The same line in the file, where it names the emitter as well. */
export function noticeOf(emitter: string): string {
  return generatedNotice.replace("`pnpm generate`", () => `\`pnpm generate\` (scripts/generate/${emitter}.ts)`);
}

/** What makes a module of a file that exports nothing. */
export const emptyModule = "export {};\n";

/** Where the types of the contract are imported from; a build takes in what it uses of them. */
export const contractPackage = "@wisekit/spec";

/** What a doc comment says. */
export interface Documentation {
  readonly paragraphs: readonly (string | undefined)[];
  readonly deprecated?: boolean | string;
}

/** A doc comment, wrapped and indented, with its line end; nothing if there is nothing to say. */
export function docComment(documentation: Documentation, indent = ""): string {
  const paragraphs = documentation.paragraphs.filter((text) => text !== undefined && text.trim() !== "") as string[];
  if (documentation.deprecated) {
    paragraphs.push(`@deprecated ${documentation.deprecated === true ? "" : documentation.deprecated}`.trimEnd());
  }
  if (paragraphs.length === 0) return "";
  const width = widest - indent.length;
  const lines = paragraphs.flatMap((text, index) => {
    const wrapped = text
      .trim()
      .split("\n")
      .flatMap((line) => wrap(line.trim(), width));
    return index === 0 ? wrapped : ["", ...wrapped];
  });
  const safe = lines.map((line) => line.replaceAll("*/", "*\\/"));
  if (safe.length === 1 && indent.length + `/** ${safe[0]} */`.length <= 120) return `${indent}/** ${safe[0]} */\n`;
  return [`${indent}/**`, ...safe.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`, ""].join("\n");
}

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + word.length + 1 > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** An import of types, or nothing if there are none. */
export function importTypes(names: readonly string[], from: string): string {
  if (names.length === 0) return "";
  const line = `import type { ${names.join(", ")} } from "${from}";`;
  return line.length <= widest + 4
    ? `${line}\n`
    : `import type {\n${names.map((n) => `  ${n},\n`).join("")}} from "${from}";\n`;
}

/** Types of another module under the same names; nothing if there are none. */
export function exportTypes(names: readonly string[], from: string): string {
  const sorted = [...new Set(names)].sort();
  return sorted.length === 0
    ? ""
    : `export type {\n${sorted.map((name) => `  ${name},\n`).join("")}} from "${from}";\n`;
}

/** An import of values, and of types marked as such; nothing if there are none. */
export function importNames(names: readonly string[], from: string): string {
  return importTypes(names, from).replace("import type", "import");
}
