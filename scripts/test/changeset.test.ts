import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changeset } from "../checks/changeset.ts";
import { commitAll, temporaryRepository } from "./temporary-repository.ts";

const PACKAGES = {
  ".changeset/config.json": "{}",
  "packages/client/package.json": JSON.stringify({ name: "@wisekit/client" }),
  "packages/client/src/index.ts": "",
  "packages/demo/package.json": JSON.stringify({ name: "@wisekit/demo", private: true }),
  "packages/demo/src/main.ts": "",
};

const CHANGESET = '---\n"@wisekit/client": minor\n---\n\nList cards.\n';

it("before the first release there must be a changeset", async () => {
  const [problem] = await changeset(await temporaryRepository(PACKAGES));
  expect(problem).toEqual({
    file: ".changeset",
    message: "no changeset names @wisekit/client, of which 2 files changed, such as packages/client/package.json",
  });
});

it("a changeset for a published package is enough", async () => {
  expect(await changeset(await temporaryRepository({ ...PACKAGES, ".changeset/new-cards.md": CHANGESET }))).toEqual([]);
});

describe("with two published packages", () => {
  const TWO = {
    ...PACKAGES,
    "packages/crypto/package.json": JSON.stringify({
      name: "@wisekit/crypto",
      devDependencies: { "@wisekit/demo": "workspace:*", "@wisekit/spec": "workspace:*" },
    }),
    "packages/crypto/src/index.ts": "",
    "spec/package.json": JSON.stringify({ name: "@wisekit/spec", private: true }),
    "spec/src/contract-types.ts": "",
    ".changeset/new-cards.md": CHANGESET,
  };
  const missing = (...files: string[]): object[] => [
    expect.objectContaining({
      message: `no changeset names @wisekit/crypto, of which ${files.length} files changed, such as ${files[0]}`,
    }),
  ];

  it("a changeset for one of them does not announce the other", async () => {
    expect(await changeset(await temporaryRepository(TWO))).toEqual([
      expect.objectContaining({ message: expect.stringContaining("no changeset names @wisekit/crypto") }),
    ]);
  });

  it("one changeset or several may announce both", async () => {
    const crypto = CHANGESET.replace("client", "crypto");
    expect(await changeset(await temporaryRepository({ ...TWO, ".changeset/keys.md": crypto }))).toEqual([]);
    const both = CHANGESET.replace("minor\n", 'minor\n"@wisekit/crypto": patch\n');
    expect(await changeset(await temporaryRepository({ ...TWO, ".changeset/new-cards.md": both }))).toEqual([]);
  });

  it("a change of what is built into a package is a change of that package", async () => {
    const root = await temporaryRepository({ ...TWO, "packages/client/CHANGELOG.md": "# 0.1.0\n" });
    await commitAll(root, "Release 0.1.0");
    await writeFile(join(root, "packages/demo/src/main.ts"), "//\n");
    await writeFile(
      join(root, "spec/package.json"),
      JSON.stringify({ name: "@wisekit/spec", private: true, type: "module" }),
    );
    expect(await changeset(root)).toEqual(missing("packages/demo/src/main.ts"));
    await writeFile(join(root, "packages/demo/src/main.ts"), "");
    expect(await changeset(root)).toEqual([]);
    await writeFile(join(root, "spec/src/contract-types.ts"), "//\n");
    expect(await changeset(root)).toEqual(missing("spec/src/contract-types.ts"));
  });
});

it.each([
  [
    "an unknown package",
    CHANGESET.replace("client", "clients"),
    { line: 2, message: "@wisekit/clients is no published package" },
  ],
  [
    "a private package",
    CHANGESET.replace("client", "demo"),
    { line: 2, message: "@wisekit/demo is no published package" },
  ],
  ["no text", '---\n"@wisekit/client": minor\n---\n', { line: 1 }],
  ["a bump that does not exist", CHANGESET.replace("minor", "huge"), { line: 1 }],
])("a changeset with %s is reported", async (_title, text, problem) => {
  const root = await temporaryRepository({
    ...PACKAGES,
    ".changeset/sound.md": CHANGESET,
    ".changeset/new-cards.md": text,
  });
  expect(await changeset(root)).toEqual([expect.objectContaining({ file: ".changeset/new-cards.md", ...problem })]);
});

it("after a release only a change to published source asks for a changeset", async () => {
  const root = await temporaryRepository({ ...PACKAGES, "packages/client/CHANGELOG.md": "# 0.1.0\n" });
  await commitAll(root, "Release 0.1.0");
  expect(await changeset(root)).toEqual([]);
  await appendFile(join(root, "packages/demo/src/main.ts"), "//\n");
  await commitAll(root, "Change the demo");
  expect(await changeset(root)).toEqual([]);
  await writeFile(join(root, "packages/client/src/new.ts"), "//\n");
  expect(await changeset(root)).toEqual([expect.objectContaining({ message: expect.stringContaining("src/new.ts") })]);
});

it("a release that was taken back counts as none", async () => {
  const root = await temporaryRepository({ ...PACKAGES, "packages/client/CHANGELOG.md": "# 0.1.0\n" });
  await commitAll(root, "Release 0.1.0");
  await rm(join(root, "packages/client/CHANGELOG.md"));
  await commitAll(root, "Take the release back");
  expect(await changeset(root)).toHaveLength(1);
});
