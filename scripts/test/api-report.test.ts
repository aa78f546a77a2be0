import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { apiReport, writeApiReports } from "../checks/api-report.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const REPORT = "packages/sample/etc/sample.api.md";

function sample(files: Record<string, string> = {}): Record<string, string> {
  const exports = { ".": { types: "./dist/index.d.ts" }, "./package.json": "./package.json" };
  return {
    "packages/sample/package.json": JSON.stringify({ name: "@wisekit/sample", exports }),
    "packages/sample/dist/index.d.ts": "/** One. */\nexport declare const a: number;\n",
    ...files,
  };
}

it("a report is missing until it is written, and then true", async () => {
  const root = await temporaryRepository(sample());
  expect(await apiReport(root)).toEqual([{ file: REPORT, message: "is missing; write it with `pnpm check --write`" }]);
  await writeApiReports(root);
  expect(await apiReport(root)).toEqual([]);
});

const CUT_IN_TWO = {
  "packages/sample/dist/index.d.ts": '/** One. */\nexport { a } from "./part-AbCd1234.js";\n',
  "packages/sample/dist/part-AbCd1234.d.ts": "interface Size {\n  bytes: number;\n}\nexport declare const a: Size;\n",
};

it("comments and the cut into files are no part of the surface", async () => {
  const root = await temporaryRepository(sample(CUT_IN_TWO));
  await writeApiReports(root);
  const whole =
    "/** The first. */\nexport declare const a: Size;\n/** A size. */\ninterface Size { bytes: number }\nexport {};\n";
  await writeFile(join(root, "packages/sample/dist/index.d.ts"), whole);
  expect(await apiReport(root)).toEqual([]);
});

it.each([
  ["an export that changes its type", "export declare const a: Size;", "export declare const a: Size | undefined;", 9],
  ["a type that is used, not exported, and changes", "bytes: number", "bytes: bigint", 16],
])("%s is reported with its line in the report", async (_title, from, to, line) => {
  const root = await temporaryRepository(sample(CUT_IN_TWO));
  await writeApiReports(root);
  const part = CUT_IN_TWO["packages/sample/dist/part-AbCd1234.d.ts"].replace(from, to);
  await writeFile(join(root, "packages/sample/dist/part-AbCd1234.d.ts"), part);
  expect(await apiReport(root)).toEqual([expect.objectContaining({ file: REPORT, line })]);
});

it("a new export is reported", async () => {
  const root = await temporaryRepository(sample());
  await writeApiReports(root);
  await appendFile(join(root, "packages/sample/dist/index.d.ts"), "export declare const b: string;\n");
  expect(await apiReport(root)).toHaveLength(1);
});

it("a package that has not been built fails the check instead of passing it", async () => {
  const root = await temporaryRepository(sample());
  await writeApiReports(root);
  await rm(join(root, "packages/sample/dist/index.d.ts"));
  await expect(apiReport(root)).rejects.toThrow("build the package first");
});

/** A build that was bundled: each part of a file says where it was written. */
const BUNDLED = {
  "packages/sample/package.json": JSON.stringify({
    name: "@wisekit/sample",
    exports: { ".": { types: "./dist/index.d.ts" }, "./proxy": { types: "./dist/proxy.d.ts" } },
  }),
  "packages/sample/dist/index.d.ts": `import { Card as C, cards, cardWrites, Client, cardsUsed } from "./client-AbCd1234.js";
//#region src/guards.d.ts
declare function isCard(value: unknown): value is C;
//#endregion
export { type C as Card, type Client, isCard, cards, cardWrites, cardsUsed };
`,
  "packages/sample/dist/proxy.d.ts": `import { Card, Client } from "./client-AbCd1234.js";
//#region src/proxy.d.ts
declare function createProxy(client: Client): (card: Card) => Promise<Response>;
//#endregion
export { type Card, createProxy };
`,
  "packages/sample/dist/client-AbCd1234.d.ts": `//#region ../../spec/src/generated/contract-types.gen.d.ts
interface components {
  schemas: {
    Card: { token: string; state: "ACTIVE" };
  };
}
//#endregion
//#region src/generated/resources.gen.d.ts
/** A card. */
type Card = components["schemas"]["Card"];
interface CardsListCall {
  /** One page. */
  (args: { profileId: number }): Promise<Card[]>;
  all(args: { profileId: number }): AsyncGenerator<Card>;
}
interface CardsResource {
  readonly list: CardsListCall;
  get(args: { token: string }): Promise<Card>;
}
interface Resources {
  readonly cards: CardsResource;
}
declare const cards: {
  readonly list: Query<Card[]>;
  readonly get: Query<Card>;
};
declare const cardWrites: With<"cards", {
  readonly freeze: Query<Card>;
}>;
declare function cardsUsed(since: string): number;
//#endregion
//#region src/client.d.ts
type With<Name, Value> = [Name, Value];
interface Query<Data> { key: string; data?: Data }
interface Client extends Resources { close(): void }
//#endregion
export { Card, cards, cardWrites, Client, cardsUsed };
`,
};

it("what was written by hand is printed once, what follows from the contract is an index", async () => {
  const root = await temporaryRepository(BUNDLED);
  await writeApiReports(root);
  const text = await readFile(join(root, REPORT), "utf8");
  expect(text.slice(text.indexOf("## "))).toBe(`## @wisekit/sample

\`\`\`ts
interface Client extends Resources {
    close(): void;
}

function isCard(value: unknown): value is C;
\`\`\`

Generated:

\`\`\`ts
cardWrites: With<"cards", {…}>
cardWrites.freeze: Query<Card>
cards.list: Query<Card[]>
cards.get: Query<Card>
cardsUsed(since: string): number
cards.list(args: { profileId: number; }): Promise<Card[]>
cards.list.all(args: { profileId: number; }): AsyncGenerator<Card>
cards.get(args: { token: string; }): Promise<Card>
\`\`\`

Types of the contract:

- Card

## @wisekit/sample/proxy

\`\`\`ts
function createProxy(client: Client): (card: Card) => Promise<Response>;
\`\`\`

As above: Card.

## Not exported, but used above

\`\`\`ts
interface Query<Data> {
    key: string;
    data?: Data;
}

type With<Name, Value> = [
    Name,
    Value
];
\`\`\`
`);
});

it.each([
  ["a generated method that changes its result", "Promise<Card[]>;", "Promise<Card>;"],
  ["a generated method that goes", "get(args: { token: string }): Promise<Card>;", ""],
  ["a member of a generated object that changes", "list: Query<Card[]>", "list: Query<Card>"],
])("%s is reported", async (_title, from, to) => {
  const root = await temporaryRepository(BUNDLED);
  await writeApiReports(root);
  const file = "packages/sample/dist/client-AbCd1234.d.ts";
  await writeFile(join(root, file), BUNDLED[file].replace(from, to));
  expect(await apiReport(root)).toEqual([expect.objectContaining({ file: REPORT })]);
});

it("a change inside a type of the contract is left to the review of the contract", async () => {
  const root = await temporaryRepository(BUNDLED);
  await writeApiReports(root);
  const file = "packages/sample/dist/client-AbCd1234.d.ts";
  await writeFile(join(root, file), BUNDLED[file].replace('"ACTIVE"', '"ACTIVE" | "FROZEN"'));
  expect(await apiReport(root)).toEqual([]);
});
