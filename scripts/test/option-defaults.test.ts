import { expect, it } from "vitest";
import { optionDefaults } from "../checks/option-defaults.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const FILE = "packages/client/src/client-options.ts";
const PACKAGE = { "packages/client/package.json": JSON.stringify({ name: "@wisekit/client" }) };

function problemsOf(text: string): ReturnType<typeof optionDefaults> {
  return temporaryRepository({ ...PACKAGE, [FILE]: text }).then(optionDefaults);
}

it("an option that must be given or has a default is no problem, nor is an optional field of something else", async () => {
  const text = `
export interface ClientOptions {
  auth: string;
  /**
   * How long an attempt may take.
   * @default 60_000
   */
  timeoutMs?: number;
}
export interface Card { name?: string }
interface HiddenOptions { name?: string }
`;
  expect(await problemsOf(text)).toEqual([]);
});

it.each([
  ["without a comment", "export interface ClientOptions {\n  timeoutMs?: number;\n}\n", 2],
  [
    "whose comment is silent about it",
    "export interface ClientOptions {\n  /** A time. */\n  timeoutMs?: number;\n}\n",
    3,
  ],
  ["with an empty tag", "export interface ClientOptions {\n  /** @default */\n  timeoutMs?: number;\n}\n", 3],
  [
    "in one form of a type",
    "export type ClientOptions = { auth: string } & ({ token: string } | {\n  timeoutMs?: number;\n});\n",
    2,
  ],
])("an optional option %s is reported with its line", async (_title, text, line) => {
  const message = "ClientOptions.timeoutMs may be left out and has no @default in its doc comment";
  expect(await problemsOf(text)).toEqual([{ file: FILE, line, message }]);
});
