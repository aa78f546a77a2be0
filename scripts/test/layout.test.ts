import { expect, it } from "vitest";
import { layout } from "../checks/layout.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const HEADER = "// Generated from spec/ by `pnpm generate`; edit the contract instead.\n";

const SOUND = {
  "README.md": "# wisekit\n",
  "packages/client/README.md": "# client\n",
  "packages/client/src/index.ts":
    'export { a, type B } from "./retry-policy.ts";\nexport * from "./generated/operations.gen.ts";\n',
  "packages/client/src/retry-policy.ts": "export const a = 1;\nexport type B = string;\n",
  "packages/client/src/generated/operations.gen.ts": `${HEADER}${"export {};\n".repeat(400)}`,
  "packages/react/src/generated/hooks.gen.ts": `"use client";\n${HEADER}`,
  "packages/client/test/retry-policy.test.ts": "// long\n".repeat(400),
  "scripts/bench/types.ts": "export {};\n",
};

it("a repository that keeps the rules has no problem", async () => {
  expect(await layout(await temporaryRepository(SOUND))).toEqual([]);
});

const VIOLATIONS: Record<string, { file: string; text?: string; line?: number; message: string }> = {
  "a foreign file in the root": { file: "notes.txt", message: "does not belong into the root of the repository" },
  "a file that is not kebab-case": { file: "packages/client/src/retryPolicy.ts", message: "is not kebab-case" },
  "a folder that is not kebab-case": {
    file: "packages/client/src/Retry/policy.ts",
    message: "is in a folder that is not kebab-case",
  },
  "a file named after no concept": { file: "packages/client/src/utils.ts", message: '"utils" names no concept' },
  "a test file named after no concept": {
    file: "packages/client/test/helpers.ts",
    message: '"helpers" names no concept',
  },
  "a folder named after no concept": {
    file: "packages/client/src/lib/retry.ts",
    message: "is in a folder whose name is no concept",
  },
  "a generated file outside of its folder": {
    file: "packages/client/src/schema.gen.ts",
    text: HEADER,
    message: "is named as generated, but not in packages/*/src/generated",
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
