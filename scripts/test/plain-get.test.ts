import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isMap, LineCounter, type Pair, parseDocument, type Range, type Scalar, type YAMLMap } from "yaml";
import { ROOT } from "../checks/command.ts";

/** What an operation has to say only if there is something particular about it. */
const PARTICULAR = ["parameters", "deprecated", "x-assumption", "x-sca", "x-optimistic", "servers", "security"];

interface PlainGet {
  readonly name: string;
  readonly lines: number;
}

function plainGets(file: string): PlainGet[] {
  const text = readFileSync(file, "utf8");
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  const items = isMap(contents) ? contents.items.map(({ value }) => value).filter((value) => isMap(value)) : [];
  return items.flatMap((item) =>
    (item.items as Pair<Scalar<string>, YAMLMap>[])
      .filter(({ key, value }) => key.value === "get" && value !== null && isPlain(value))
      .map(({ key, value }) => {
        const [from] = key.range as Range;
        const [, to] = (value as YAMLMap).range as Range;
        const end = text.slice(0, to).trimEnd().length;
        const lines = counter.linePos(end).line - counter.linePos(from).line + 1;
        return { name: String((value as YAMLMap).get("x-sdk-name")), lines };
      }),
  );
}

function isPlain(operation: YAMLMap): boolean {
  return !PARTICULAR.some((key) => operation.has(key)) && !isMap(operation.get("x-pagination"));
}

it("a plain GET of the contract takes at most 15 lines", () => {
  const files = readdirSync(join(ROOT, "spec/paths"), { recursive: true, encoding: "utf8" });
  const gets = files
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => plainGets(join(ROOT, "spec/paths", file)));
  expect(gets.map(({ name }) => name)).toContain("cards.get");
  expect(gets.filter(({ lines }) => lines > 15)).toEqual([]);
});
