import { expect, it } from "vitest";
import { circles } from "../checks/circles.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const SOUND = {
  "packages/client/src/index.ts": 'export { send } from "./call/send.ts";\nexport type { Clock } from "./clock.ts";\n',
  "packages/client/src/call/send.ts":
    'import type { Clock } from "../clock.ts";\nimport { wait } from "./deadline.ts";\n',
  "packages/client/src/call/deadline.ts": 'import type { Clock } from "../clock.ts";\n',
  "packages/client/src/clock.ts": 'import "./missing.ts";\nimport { join } from "node:path";\n',
  "packages/client/test/a.ts": 'import "./b.ts";\n',
  "packages/client/test/b.ts": 'import "./a.ts";\n',
  "scripts/check.ts": 'import "./checks/layout.ts";\n',
  "scripts/checks/layout.ts": "export {};\n",
};

it("two ways to one file are no circle", async () => {
  expect(await circles(await temporaryRepository(SOUND))).toEqual([]);
});

it.each([
  [
    "three files",
    {
      "packages/mock/src/a.ts": '\nimport { b } from "./b.ts";\n',
      "packages/mock/src/b.ts": 'export { c } from "./c/c.ts";\n',
      "packages/mock/src/c/c.ts": '// c\n// needs a\nimport { a } from "../a.ts";\n',
    },
    {
      file: "packages/mock/src/c/c.ts",
      line: 3,
      message:
        "closes a circle of imports: packages/mock/src/a.ts -> packages/mock/src/b.ts -> packages/mock/src/c/c.ts -> packages/mock/src/a.ts",
    },
  ],
  [
    "types alone",
    {
      "packages/mock/src/a.ts": 'import type { B } from "./b.ts";\n',
      "packages/mock/src/b.ts": 'export type { A } from "./a.ts";\n',
    },
    {
      file: "packages/mock/src/b.ts",
      line: 1,
      message: "closes a circle of imports: packages/mock/src/a.ts -> packages/mock/src/b.ts -> packages/mock/src/a.ts",
    },
  ],
  [
    "an import on demand",
    { "scripts/checks/layout.ts": 'const main = () => import("../check.ts");\n' },
    {
      file: "scripts/checks/layout.ts",
      line: 1,
      message: "closes a circle of imports: scripts/check.ts -> scripts/checks/layout.ts -> scripts/check.ts",
    },
  ],
  [
    "one file that imports itself",
    { "spec/src/a.ts": 'import type { A } from "./a.ts";\n' },
    { file: "spec/src/a.ts", line: 1, message: "closes a circle of imports: spec/src/a.ts -> spec/src/a.ts" },
  ],
])("a circle of %s is reported where it closes", async (_title, planted, problem) => {
  expect(await circles(await temporaryRepository({ ...SOUND, ...planted }))).toEqual([problem]);
});
