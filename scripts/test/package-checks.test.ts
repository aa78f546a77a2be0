import { describe, expect, it } from "vitest";
import { packageTruth } from "../checks/package-truth.ts";
import { packedSize } from "../checks/packed-size.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const MANIFEST = {
  name: "@wisekit/sample",
  version: "1.0.0",
  license: "MIT",
  type: "module",
  sideEffects: false,
  engines: { node: ">=20" },
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
  files: ["dist"],
};

function sample(manifest: object = {}, files: Record<string, string> = {}): Record<string, string> {
  return {
    "packages/sample/package.json": JSON.stringify({ ...MANIFEST, ...manifest }),
    "packages/sample/README.md": "# sample\n",
    "packages/sample/LICENSE": "MIT\n",
    "packages/sample/dist/index.js": "export const a = 1;\n",
    "packages/sample/dist/index.d.ts": "/** One. */\nexport declare const a: number;\n",
    ...files,
  };
}

describe("package truth", () => {
  it("a package that is what it says is no problem", async () => {
    expect(await packageTruth(await temporaryRepository(sample()))).toEqual([]);
  });

  it.each([
    ["an entry that is not in the tarball", { files: ["lib"] }, "[publint]"],
    [
      "types after the code",
      { exports: { ".": { default: "./dist/index.js", types: "./dist/index.d.ts" } } },
      "[publint]",
    ],
    ["an entry without types", { exports: { ".": "./dist/index.js", "./a": "./dist/a.js" } }, "[are-the-types-wrong]"],
    ["CommonJS", { type: "commonjs" }, "must be ESM"],
    ["side effects", { sideEffects: undefined }, "must be free of side effects"],
    ["side effects of a file that is no entry", { sideEffects: ["./dist/a.js"] }, "must be free of side effects"],
    ["sources in the tarball", { files: ["dist", "src"] }, 'must publish "dist" and nothing else'],
    ["a wildcard export", { exports: { ...MANIFEST.exports, "./*": "./dist/*.js" } }, "must not export by wildcard"],
  ])("%s is reported", async (_title, manifest, message) => {
    const root = await temporaryRepository(sample(manifest, { "packages/sample/dist/a.js": "export {};\n" }));
    const problems = await packageTruth(root);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
    expect(problems.every((problem) => problem.file === "packages/sample/package.json")).toBe(true);
  });

  it("a package with an entry that is a script is no problem", async () => {
    const manifest = { sideEffects: ["./dist/index.js"] };
    expect(await packageTruth(await temporaryRepository(sample(manifest)))).toEqual([]);
  });

  it("a package without its papers is reported", async () => {
    const { "packages/sample/README.md": _readme, "packages/sample/LICENSE": _license, ...files } = sample();
    const problems = await packageTruth(await temporaryRepository(files));
    expect(problems.map(({ message }) => message)).toEqual(["must come with a README.md", "must come with a LICENSE"]);
  });

  it("a type of a package that is not published is reported", async () => {
    const types = 'import type { Card } from "@wisekit/spec";\nexport declare const a: Card;\n';
    const root = await temporaryRepository(sample({}, { "packages/sample/dist/index.d.ts": types }));
    expect((await packageTruth(root)).map(({ message }) => message)).toEqual([
      "imports @wisekit/spec in dist/index.d.ts without depending on it",
    ]);
  });

  it("a private package is not looked at", async () => {
    expect(await packageTruth(await temporaryRepository(sample({ private: true, type: "commonjs" })))).toEqual([]);
  });
});

describe("packed size", () => {
  const budget = { name: "@wisekit/sample", packedBytes: 2_000, unpackedBytes: 2_000 };

  it("a package within its budget is no problem", async () => {
    expect(await packedSize(await temporaryRepository(sample()), [budget])).toEqual([]);
  });

  it("a package that unpacks to more than its budget is reported, though it packs well", async () => {
    const root = await temporaryRepository(sample({}, { "packages/sample/dist/a.js": " ".repeat(5_000) }));
    expect(await packedSize(root, [budget])).toEqual([
      { file: "packages/sample", message: expect.stringMatching(/^unpacks to 5\d{3} bytes; 2000 are the most$/) },
    ]);
  });

  it("a package that packs to more than its budget is reported", async () => {
    const problems = await packedSize(await temporaryRepository(sample()), [{ ...budget, packedBytes: 100 }]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^packs to \d{3} bytes; 100 are the most$/),
    ]);
  });

  it("a budget of no package is reported", async () => {
    const problems = await packedSize(await temporaryRepository(sample()), [{ ...budget, name: "@wisekit/other" }]);
    expect(problems.map(({ message }) => message)).toEqual(["has no @wisekit/other, which has a budget"]);
  });
});
