import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";

const folder = new URL("../examples/", import.meta.url);
const examples = (await readdir(folder)).filter((file) => !file.endsWith(".test.ts"));

it.each(examples)("the example %s runs", async (file) => {
  expect(await import(new URL(file, folder).href)).toBeDefined();
});
