import { describe, expect, it } from "vitest";
import { bundleBudgets, gzipSize } from "../checks/bundle-budgets.ts";
import { cleanTree } from "../checks/clean-tree.ts";
import { formatLint } from "../checks/format-lint.ts";
import { typeCheck } from "../checks/type-check.ts";
import { unused } from "../checks/unused.ts";
import { temporaryRepository } from "./temporary-repository.ts";

describe("format and lint", () => {
  const CONFIG = { "biome.json": '{ "vcs": { "enabled": true, "clientKind": "git" } }\n' };

  it("sound source is no problem", async () => {
    expect(await formatLint(await temporaryRepository({ ...CONFIG, "src/a.ts": "export const a = 1;\n" }))).toEqual([]);
  });

  it("an error of lint is reported with its line", async () => {
    const root = await temporaryRepository({
      ...CONFIG,
      "src/a.ts": "export const a = 1;\n\nexport let b: any = 1;\n",
    });
    expect(await formatLint(root)).toContainEqual(expect.objectContaining({ file: "src/a.ts", line: 3 }));
  });

  it("a warning is reported, a hint is not", async () => {
    const hint = 'export const a = (b: Record<string, string>) => b["c"];\n';
    const root = await temporaryRepository({ ...CONFIG, "src/a.ts": `${hint}export let d: any = 1;\n` });
    expect(await formatLint(root)).not.toEqual([]);
    const onlyHint = await temporaryRepository({ ...CONFIG, "src/a.ts": hint });
    expect(await formatLint(onlyHint)).toEqual([]);
  });

  it("a file in another format is reported", async () => {
    const root = await temporaryRepository({ ...CONFIG, "src/a.ts": "export const a   =   1;\n" });
    expect(await formatLint(root)).toEqual([{ file: "src/a.ts", message: expect.stringContaining("[format]") }]);
  });
});

describe("types", () => {
  const PROJECT = {
    "packages/a/tsconfig.json": JSON.stringify({ compilerOptions: { strict: true }, include: ["src"] }),
  };

  it("sound source is no problem", async () => {
    expect(
      await typeCheck(
        await temporaryRepository({ ...PROJECT, "packages/a/src/a.ts": "export const a: number = 1;\n" }),
      ),
    ).toEqual([]);
  });

  it("a type error in any project is reported with its line", async () => {
    const root = await temporaryRepository({
      ...PROJECT,
      "packages/a/src/a.ts": "export const a = 1;\nexport const b: string = a;\n",
    });
    expect(await typeCheck(root)).toEqual([
      { file: "packages/a/src/a.ts", line: 2, message: expect.stringMatching(/^TS2322: /) },
    ]);
  });

  it("a project that cannot be read is reported", async () => {
    const root = await temporaryRepository({ "packages/a/tsconfig.json": "{ nonsense" });
    expect((await typeCheck(root)).length).toBeGreaterThan(0);
  });
});

describe("a clean tree", () => {
  const write = (text: string): ["node", "-e", string] => ["node", "-e", text];

  it("steps that write only what is ignored leave it clean", async () => {
    const root = await temporaryRepository({ ".gitignore": "dist\n", "a.txt": "a" });
    expect(
      await cleanTree(root, [write('require("fs").mkdirSync("dist"); require("fs").writeFileSync("dist/a", "a")')]),
    ).toEqual([]);
  });

  it("files that a step changes, makes and removes are reported", async () => {
    const root = await temporaryRepository({ "changed.txt": "a", "removed.txt": "a" });
    const steps = [
      write(
        'const fs = require("fs"); fs.writeFileSync("changed.txt", "b"); fs.writeFileSync("made.txt", ""); fs.rmSync("removed.txt")',
      ),
    ];
    expect(await cleanTree(root, steps)).toEqual([
      { file: "changed.txt", message: "is changed by generating or building" },
      { file: "made.txt", message: "is made by generating or building" },
      { file: "removed.txt", message: "is removed by generating or building" },
    ]);
  });

  it("a step that fails is a problem with its output", async () => {
    const [problem] = await cleanTree(await temporaryRepository({}), [
      write('console.error("no such spec"); process.exit(1)'),
    ]);
    expect(problem?.message).toContain("no such spec");
  });
});

describe("bundle budgets", () => {
  const code = 'export { useQuery } from "@tanstack/react-query"; export const text = "a few bytes";';

  it("an import within its budget is no problem, one byte more than the budget is", async () => {
    const bytes = await gzipSize(code);
    expect(await bundleBudgets([{ code, gzipBytes: bytes }])).toEqual([]);
    expect(await bundleBudgets([{ code, gzipBytes: bytes - 1 }])).toEqual([
      { file: code, message: `weighs ${bytes} bytes gzipped; ${bytes - 1} are the most` },
    ]);
  });

  it("what is loaded later does not count", async () => {
    const later = await gzipSize('export const open = () => import("@wisekit/crypto");');
    expect(later).toBeGreaterThan(0);
    expect(later).toBeLessThan(300);
  });

  it("an import that cannot be bundled fails instead of weighing nothing", async () => {
    await expect(bundleBudgets([{ code: 'export * from "./missing.ts";', gzipBytes: 1000 }])).rejects.toThrow(
      "missing.ts",
    );
  });
});

describe("unused code", () => {
  const PROJECT = {
    "package.json": JSON.stringify({
      name: "a",
      type: "module",
      main: "index.ts",
      dependencies: { "left-over": "1.0.0" },
    }),
    "index.ts": 'import { used } from "./used.ts";\nconsole.log(used);\n',
    "used.ts": "export const used = 1;\nexport const forgotten = 2;\n",
    "orphan.ts": "export {};\n",
  };

  it("a file, an export and a dependency that nothing uses are reported", async () => {
    expect(await unused(await temporaryRepository(PROJECT))).toEqual([
      { file: "orphan.ts", message: "orphan.ts [knip: files]" },
      { file: "package.json", message: "left-over [knip: dependencies]" },
      { file: "used.ts", line: 2, message: "forgotten [knip: exports]" },
    ]);
  });
});
