import { expect, it } from "vitest";
import { imports } from "../checks/imports.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const SOUND = {
  "packages/client/package.json": JSON.stringify({ exports: { ".": "./dist/index.js", "./proxy": "./dist/proxy.js" } }),
  "packages/client/src/index.ts": 'export { a } from "./a.ts";\n',
  "packages/client/src/a.ts": 'import createFetch from "openapi-fetch";\nexport const a = createFetch;\n',
  "packages/client/test/a.test.ts":
    'import { readFile } from "node:fs/promises";\nimport { a } from "@wisekit/client";\n',
  "packages/crypto/src/index.ts": 'export { seal } from "./seal.ts";\n',
  "packages/react/src/hooks.ts":
    'import { a } from "@wisekit/client/proxy";\nimport { useQuery } from "@tanstack/react-query";\n',
  "packages/mock/src/server.ts": 'import { createServer } from "node:http";\n',
};

it("imports along the directions of the house are no problem", async () => {
  expect(await imports(await temporaryRepository(SOUND))).toEqual([]);
});

const VIOLATIONS: Record<string, { file: string; imports: string; message: string }> = {
  "the client importing crypto": {
    file: "packages/client/src/b.ts",
    imports: "@wisekit/crypto",
    message: "client may not depend on it",
  },
  "the client importing jose": {
    file: "packages/client/src/b.ts",
    imports: "jose",
    message: "client may not depend on it",
  },
  "crypto importing the client": {
    file: "packages/crypto/src/b.ts",
    imports: "@wisekit/client",
    message: "crypto may not depend on it",
  },
  "crypto importing an HTTP library": {
    file: "packages/crypto/src/b.ts",
    imports: "openapi-fetch",
    message: "crypto may not depend on it",
  },
  "the mock importing the client": {
    file: "packages/mock/src/b.ts",
    imports: "@wisekit/client",
    message: "mock may not depend on it",
  },
  "react importing the mock": {
    file: "packages/react/src/b.ts",
    imports: "@wisekit/mock",
    message: "react may not depend on it",
  },
  "a Node module with its prefix in the client": {
    file: "packages/client/src/b.ts",
    imports: "node:crypto",
    message: "client runs in browsers",
  },
  "a Node module without its prefix in crypto": {
    file: "packages/crypto/src/b.ts",
    imports: "buffer",
    message: "crypto runs in browsers",
  },
  "a package importing itself by name": {
    file: "packages/client/src/b.ts",
    imports: "@wisekit/client",
    message: "is the package itself; use a relative path",
  },
  "a deep import": {
    file: "packages/react/src/b.ts",
    imports: "@wisekit/client/dist/a.js",
    message: "is not exported",
  },
  "a deep import in a test": {
    file: "packages/react/test/b.test.ts",
    imports: "@wisekit/client/src/a.ts",
    message: "is not exported",
  },
  "a path into another package": {
    file: "packages/react/src/b.ts",
    imports: "../../client/src/a.ts",
    message: "reaches into another package",
  },
  "source importing tests": { file: "packages/react/src/b.ts", imports: "../test/b.ts", message: "leaves src" },
};

it.each(Object.entries(VIOLATIONS))("%s is the one problem that is reported", async (_title, violation) => {
  const text = `// first line\nexport type B = string;\nexport { b } from "${violation.imports}";\n`;
  const root = await temporaryRepository({ ...SOUND, [violation.file]: text });
  expect(await imports(root)).toEqual([
    { file: violation.file, line: 3, message: `imports ${violation.imports}: ${violation.message}` },
  ]);
});

it("dynamic and type-only imports count as imports", async () => {
  const text = 'import type { A } from "@wisekit/mock";\nconst b = await import("jose");\n';
  const root = await temporaryRepository({ ...SOUND, "packages/client/src/b.ts": text });
  expect((await imports(root)).map(({ line }) => line)).toEqual([1, 2]);
});

it.each(["fetch('/key')", "globalThis.fetch('/key')", "new WebSocket('/key')"])(
  "crypto that speaks to the network by %s is reported",
  async (use) => {
    const text = `// no fetch here\nexport const key = () => ${use};\n`;
    const root = await temporaryRepository({ ...SOUND, "packages/crypto/src/b.ts": text });
    const message = expect.stringMatching(/^uses \w+: crypto does not speak to the network itself$/);
    expect(await imports(root)).toEqual([{ file: "packages/crypto/src/b.ts", line: 2, message }]);
  },
);

it("an option that is called fetch is no use of the network", async () => {
  const text =
    "export const key = ({ fetch }: { fetch(): string }, other: { fetch(): string }) => fetch() + other.fetch();\n";
  expect(await imports(await temporaryRepository({ ...SOUND, "packages/crypto/src/b.ts": text }))).toEqual([]);
});

it("a package that nobody has thought about is a problem", async () => {
  const root = await temporaryRepository({ "packages/extra/src/a.ts": "" });
  expect(await imports(root)).toEqual([
    {
      file: "packages/extra/src/a.ts",
      message: "the package extra has no import directions in scripts/checks/imports.ts",
    },
  ]);
});
