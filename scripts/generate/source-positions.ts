import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Position } from "./contract-stop.ts";

interface SourceFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

interface Place {
  readonly file: string;
  readonly path: readonly string[];
}

/** Finds where in the contract's files the value at a path of the whole document is written, across `$ref`s. */
export interface SourcePositions {
  at(path: readonly (string | number)[]): Position;
}

/** Positions for the contract whose root document is `rootFile`; file names are given relative to `baseFolder`. */
export function createSourcePositions(rootFile: string, baseFolder: string): SourcePositions {
  const files = new Map<string, SourceFile>();

  function open(file: string): SourceFile {
    const known = files.get(file);
    if (known) return known;
    const lines = new LineCounter();
    const opened = { document: parseDocument(readFileSync(file, "utf8"), { lineCounter: lines }), lines };
    files.set(file, opened);
    return opened;
  }

  function follow(place: Place): Place {
    const reference = open(place.file).document.getIn([...place.path, "$ref"]);
    if (typeof reference !== "string") return place;
    const [file = "", pointer = ""] = reference.split("#");
    const target = file === "" ? place.file : resolve(dirname(place.file), file);
    return follow({ file: target, path: pointer.split("/").slice(1).map(unescapePointer) });
  }

  return {
    at(path) {
      let place: Place = { file: rootFile, path: [] };
      for (const step of path) {
        // Something may stand beside a reference.
        const from = has(below(place, step)) ? place : follow(place);
        const next = below(from, step);
        if (!has(next)) return position(from);
        place = next;
      }
      return position(place);
    },
  };

  function has({ file, path }: Place): boolean {
    return open(file).document.getIn(path, true) !== undefined;
  }

  function position(place: Place): Position {
    const { document, lines } = open(place.file);
    const offset = offsetOf(document, place.path);
    return { file: relative(baseFolder, place.file), line: lines.linePos(offset).line };
  }
}

function below({ file, path }: Place, step: string | number): Place {
  return { file, path: [...path, String(step)] };
}

function unescapePointer(step: string): string {
  return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The offset of the key that leads to the value, or of the value itself in a list. */
function offsetOf(document: Document, path: readonly string[]): number {
  const last = path.at(-1);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === last);
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  if (isSeq(parent) && last !== undefined) {
    const item = parent.items[Number(last)];
    if (isNode(item)) return item.range?.[0] ?? 0;
  }
  return 0;
}
