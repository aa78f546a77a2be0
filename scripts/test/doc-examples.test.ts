import { expect, it } from "vitest";
import { docExamples } from "../checks/doc-examples.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const EXAMPLE = { "packages/client/examples/first-call.ts": 'const a = "a";\n' };
const readme = (...lines: string[]): string => ["# client", "", ...lines, ""].join("\n");
const fence = (code: string): string[] => ["```ts", code, "```"];

it("a fence that is its example file is no problem, nor is a fence of a shell", async () => {
  const text = readme("<!-- example: examples/first-call.ts -->", ...fence('const a = "a";'), "```sh", "npx x", "```");
  expect(await docExamples(await temporaryRepository({ ...EXAMPLE, "packages/client/README.md": text }))).toEqual([]);
});

it.each([
  ["code without an example file", fence('const a = "a";'), 3, "code without `<!-- example: path -->` above it"],
  [
    "a missing example file",
    ["<!-- example: examples/gone.ts -->", ...fence("1")],
    4,
    "the example file examples/gone.ts does not exist",
  ],
  [
    "code that differs",
    ["<!-- example: examples/first-call.ts -->", ...fence('const a = "b";')],
    4,
    "differs from examples/first-call.ts",
  ],
])("%s is reported at its fence", async (_title, lines, line, message) => {
  const root = await temporaryRepository({ ...EXAMPLE, "packages/client/README.md": readme(...lines) });
  expect(await docExamples(root)).toEqual([{ file: "packages/client/README.md", line, message }]);
});
