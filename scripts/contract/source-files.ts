import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
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
  /** What a file holds; nothing if it is not there, or is no YAML, which is a problem then. */
  open(file: string): unknown;
  /** The line of the key that leads to a node, or of the node itself in a list. */
  position(place: SourcePlace): Position;
  readonly problems: readonly (Position & { readonly reason: string })[];
}

/** Names of files are given relative to `baseFolder`. */
export function createSourceFiles(baseFolder: string): SourceFiles {
  const values = new Map<string, unknown>();
  const parsed = new Map<string, ParsedFile>();
  const problems: (Position & { reason: string })[] = [];

  const problem = (file: string, line: number, reason: string) =>
    problems.push({ file: relative(baseFolder, file), line, reason });

  function read(file: string): unknown {
    const text = textOf(file);
    if (text === undefined) return undefined;
    try {
      return load(text, { schema: CORE_SCHEMA });
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      problem(file, (error.mark?.line ?? 0) + 1, error.reason);
      return undefined;
    }
  }

  return {
    problems,
    open: (file) => {
      if (!values.has(file)) values.set(file, read(file));
      return values.get(file);
    },
    // Lines are only asked for when something is wrong: the faster parser does not know them.
    position: ({ file, path }) => {
      const opened = parsed.get(file) ?? parse(file);
      parsed.set(file, opened);
      return {
        file: relative(baseFolder, file),
        line: opened.lines.linePos(offsetOf(opened.document, path)).line || 1,
      };
    },
  };
}

interface ParsedFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

function parse(file: string): ParsedFile {
  const lines = new LineCounter();
  return { document: parseDocument(textOf(file) ?? "", { lineCounter: lines }), lines };
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
