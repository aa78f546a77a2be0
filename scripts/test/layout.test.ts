import { expect, it } from "vitest";
import { layout } from "../checks/layout.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const HEADER = "// Generated from spec/ by `pnpm generate`; edit the contract instead.\n";

const SOUND = {
  "packages/client/src/index.ts":
    'export { a, type B } from "./retry-policy.ts";\nexport * from "./generated/operations.gen.ts";\n',
  "packages/client/src/retry-policy.ts": "export const a = 1;\nexport type B = string;\n",
  "packages/client/src/generated/operations.gen.ts": `${HEADER}${"export {};\n".repeat(400)}`,
  "packages/client/src/generated/versions/2026-q3.gen.ts": HEADER,
  "spec/src/generated/contract-types.gen.ts": HEADER,
  "packages/react/src/generated/hooks.gen.ts": `"use client";\n${HEADER}`,
  "packages/client/test/retry-policy.test.ts": "// long\n".repeat(400),
};

it("a repository that keeps the rules has no problem", async () => {
  expect(await layout(await temporaryRepository(SOUND))).toEqual([]);
});

const VIOLATIONS: Record<string, { file: string; text?: string; line?: number; message: string }> = {
  "a generated file outside of its folder": {
    file: "packages/client/src/schema.gen.ts",
    text: HEADER,
    message: "is named as generated, but not in a folder src/generated",
  },
  "a hand-written file among generated ones": {
    file: "packages/client/src/generated/by-hand.ts",
    message: "is in a folder of generated files, but not named *.gen.*",
  },
  "a generated file without its header": {
    file: "packages/client/src/generated/by-hand.gen.ts",
    text: "export {};\n",
    line: 1,
    message: "lacks the header of generated files",
  },
  "a generated file in disguise": {
    file: "packages/client/src/operations.ts",
    text: HEADER,
    line: 1,
    message: "is marked as generated, but not named *.gen.ts",
  },
  "a source of 301 lines": {
    file: "packages/client/src/long.ts",
    text: "//\n".repeat(301),
    line: 301,
    message: "has 301 lines; 300 are the most",
  },
  "logic in an index file": {
    file: "packages/react/src/index.ts",
    text: 'export { a } from "./a.ts";\nexport const b = 1;\n',
    line: 2,
    message: "an index file holds explicit named re-exports only",
  },
  "a star export in an index file": {
    file: "packages/react/src/index.ts",
    text: 'export * from "./a.ts";\n',
    line: 1,
    message: "an index file holds explicit named re-exports only",
  },
  "a default export in an index file": {
    file: "packages/react/src/index.ts",
    text: 'export { a as default } from "./a.ts";\n',
    line: 1,
    message: "an index file holds explicit named re-exports only",
  },
};

it.each(Object.entries(VIOLATIONS))(
  "%s is the one problem that is reported",
  async (_title, { file, text = "", line, message }) => {
    const root = await temporaryRepository({ ...SOUND, [file]: text });
    expect(await layout(root)).toEqual([line === undefined ? { file, message } : { file, line, message }]);
  },
);
