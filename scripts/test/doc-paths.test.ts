import { expect, it } from "vitest";
import { docPaths } from "../checks/doc-paths.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const SOUND = {
  "docs/architecture.md":
    "See `packages/client/src/call.ts`, `packages/*/src/`, `scripts/checks/*.ts` and `pnpm test`.\n",
  "packages/client/src/call.ts": "",
  "scripts/checks/layout.ts": "",
};

it("files, folders and patterns that are there are no problem", async () => {
  expect(await docPaths(await temporaryRepository(SOUND))).toEqual([]);
});

it.each(["packages/client/src/send.ts", "packages/client/src/cal", "scripts/checks/*.md"])(
  "%s, which is not there, is reported with its line",
  async (path) => {
    const root = await temporaryRepository({ ...SOUND, "CONTRIBUTING.md": `# Contributing\n\nSee \`${path}\`.\n` });
    expect(await docPaths(root)).toEqual([
      { file: "CONTRIBUTING.md", line: 3, message: `names ${path}, which does not exist` },
    ]);
  },
);
