import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { createKeyOffsets, type KeyOffsets } from "./key-offsets.ts";

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
  const offsets = new Map<string, KeyOffsets>();
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
    position: ({ file, path }) => {
      const text = textOf(file) ?? "";
      const known = offsets.get(file) ?? createKeyOffsets(text);
      offsets.set(file, known);
      return { file: relative(baseFolder, file), line: text.slice(0, known(path)).split("\n").length };
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
