import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { nodeToTry } from "../programs/machine-node.ts";

const pinned = `the pinned Node ${process.version}`;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "machine-node-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** A folder with a program in it that says that it is this version of Node. */
async function nodeIn(name: string, version: string, exitCode = 0): Promise<string> {
  const place = join(folder, name);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "node"), `#!/bin/sh\necho ${version}\nexit ${exitCode}\n`);
  await chmod(join(place, "node"), 0o755);
  return place;
}

it("the first Node on the path that is not the workspace's own is tried", async () => {
  const places = [
    await nodeIn("node_modules/.bin", "v24.0.0"),
    await nodeIn("a", "v20.19.0"),
    await nodeIn("b", "v22.0.0"),
  ];
  expect(await nodeToTry(places.join(delimiter))).toEqual({
    path: join(folder, "a/node"),
    about: "this machine's Node v20.19.0",
  });
});

it.each([
  [
    "an older one",
    () => nodeIn("a", "v20.18.3"),
    `${pinned}, because this machine's Node is v20.18.3, older than 20.19`,
  ],
  ["a broken one", () => nodeIn("a", "v20.19.0", 1), `${pinned}, because this machine's Node does not run`],
  ["none", async () => folder, `${pinned}, because this machine has no other`],
])("where there is %s, the pinned one is tried, and the reason is told", async (_, place, about) => {
  expect(await nodeToTry(await place())).toEqual({ path: process.execPath, about });
});
