import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { documentedThrows } from "../checks/documented-throws.ts";

const DECLARATIONS = `
/** Makes it. @throws {TypeError} for an unknown option. */
export declare function createThing(): void;
/** Makes it. */
export declare function createSilently(): void;
/** Makes it. @throws */
export declare function createVaguely(): void;
/** Whether it is. */
export declare function isThing(value: unknown): boolean;
/** A number. */
export declare const thing: number;
`;

it("finds each exported function that does not say what it throws", async () => {
  const root = await mkdtemp(join(tmpdir(), "wisekit-throws-"));
  try {
    await mkdir(join(root, "client/dist"), { recursive: true });
    await writeFile(join(root, "client/package.json"), '{ "exports": { ".": { "types": "./dist/index.d.ts" } } }');
    await writeFile(join(root, "client/dist/index.d.ts"), DECLARATIONS);
    const problems = await documentedThrows(root, "client");
    expect(problems.map(({ message }) => message)).toEqual([
      "createSilently() is exported and has no @throws in its doc comment",
      "createVaguely() is exported and has no @throws in its doc comment",
    ]);
  } finally {
    await rm(root, { recursive: true });
  }
});

it("finds none in the client", async () => {
  expect(await documentedThrows(ROOT)).toEqual([]);
});
