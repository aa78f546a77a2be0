import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { noticesOf } from "../bundle/third-party-notices.ts";

const ours = { name: "a", version: "1.0.0", license: "ISC", licenseText: "Do as you like.\r\n" };

it("a text that several packages share is there once", () => {
  const notices = noticesOf([ours, { ...ours, name: "b" }]);
  expect(notices).toContain("a 1.0.0 (ISC)\nb 1.0.0 (ISC)\n\nDo as you like.\n");
  expect(notices.match(/Do as you like/g)).toHaveLength(1);
});

it("a package without a text gets that of the licence that it declares, if it is known whose it is", () => {
  const seedrandom = { name: "seedrandom", version: "3.0.5", license: "MIT", licenseText: "" };
  expect(noticesOf([seedrandom])).toContain("Copyright (c) 2019 David Bau");
});

it.each([
  ["declares no licence", { ...ours, license: "" }, "a is bundled and declares no licence."],
  [
    "comes without a text",
    { ...ours, licenseText: "" },
    "a is bundled and comes without the text of its licence, ISC.",
  ],
  ["has an unknown holder", { ...ours, license: "MIT", licenseText: " \n" }, "without the text of its licence, MIT."],
])("a package that %s fails the build", (_, bundled, message) => {
  expect(() => noticesOf([bundled])).toThrow(message);
});

it("what is published names the packages that it contains", async () => {
  const notices = await readFile(new URL("../dist/THIRD-PARTY-NOTICES.txt", import.meta.url), "utf8");
  for (const name of ["@stoplight/prism-core 5.16.0 (Apache-2.0)", "@faker-js/faker 10", "ajv 8", "lodash 4"]) {
    expect(notices).toContain(`\n${name}`);
  }
});
