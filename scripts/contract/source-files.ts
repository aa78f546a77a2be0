import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** A line of a file of the contract. */
export interface Position {
  readonly file: string;
  readonly line: number;
}

/** A node of a file, by the keys that lead to it. */
export interface SourcePlace {
  readonly file: string;
  readonly path: readonly string[];
}

/** The files of a contract, each read once. */
export interface SourceFiles {
  /** What a file holds; nothing if it cannot be read or is no YAML, which is a problem then. */
  open(file: string): unknown;
  /** The line of the key that leads to a node, or of the node itself in a list. */
  position(place: SourcePlace): Position;
  readonly problems: readonly (Position & { readonly reason: string })[];
}

interface OpenFile {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

/** Names of files are given relative to `baseFolder`. */
export function createSourceFiles(baseFolder: string): SourceFiles {
  const files = new Map<string, OpenFile | undefined>();
  const problems: (Position & { reason: string })[] = [];

  function read(file: string): OpenFile | undefined {
    const text = textOf(file);
    if (text === undefined) {
      problems.push({ file: relative(baseFolder, file), line: 1, reason: "there is no such file" });
      return undefined;
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    for (const { message, pos } of document.errors) {
      const [reason = message] = message.split(" at line ");
      problems.push({ file: relative(baseFolder, file), line: lines.linePos(pos[0]).line, reason });
    }
    return document.errors.length > 0 ? undefined : { document, lines, value: document.toJS() };
  }

  function open(file: string): OpenFile | undefined {
    if (!files.has(file)) files.set(file, read(file));
    return files.get(file);
  }

  return {
    problems,
    open: (file) => open(file)?.value,
    position: ({ file, path }) => {
      const opened = open(file);
      const line = opened ? opened.lines.linePos(offsetOf(opened.document, path)).line : 1;
      return { file: relative(baseFolder, file), line: Math.max(line, 1) };
    },
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (["ENOENT", "EISDIR", "ENOTDIR"].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}

/** As far as the path leads. */
function offsetOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    const child = childOf(node, step);
    if (!child) break;
    offset = child.offset;
    node = child.node;
  }
  return offset;
}

function childOf(parent: unknown, step: string): { offset: number; node: unknown } | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === step);
    return pair && { offset: startOf(pair.key), node: pair.value };
  }
  const item = isSeq(parent) ? parent.items[Number(step)] : undefined;
  return item === undefined ? undefined : { offset: startOf(item), node: item };
}

function startOf(node: unknown): number {
  return isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0;
}
