import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readContractModel } from "../generate/contract-model.ts";
import { ContractStopError } from "../generate/contract-stop.ts";
import { emitAll } from "../generate/outputs.ts";
import { staleFiles, writeFiles } from "../generate/written-files.ts";

let root: string;
const rootFile = () => join(root, "spec/openapi.yaml");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wisekit-generate-"));
  cpSync(join(import.meta.dirname, "fixtures/contract"), join(root, "spec"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

async function generate() {
  return emitAll(await readContractModel(rootFile()));
}

function edit(file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} holds no ${JSON.stringify(from)}`);
  writeFileSync(path, text.replace(from, to));
}

/** `file:line` of the only line of the file that holds the text. */
function at(file: string, text: string): string {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  if (found.length !== 1) throw new Error(`${file} holds ${JSON.stringify(text)} ${found.length} times`);
  return `${file}:${found[0]}`;
}

async function stopsOf(): Promise<string[]> {
  const reason: unknown = await readContractModel(rootFile()).catch((error: unknown) => error);
  if (!(reason instanceof ContractStopError)) throw new Error("the contract was accepted");
  return reason.message.split("\n");
}

describe("generation", () => {
  it("gives the same text every time", async () => {
    expect(await generate()).toEqual(await generate());
  });

  it("writes files once, and finds them up to date afterwards", async () => {
    const outputs = await generate();
    expect(writeFiles(root, outputs)).toEqual([...outputs.keys()].sort());
    expect(writeFiles(root, outputs)).toEqual([]);
  });

  it("finds a file that was changed by hand, one that is missing and one that is generated no longer", async () => {
    const outputs = await generate();
    writeFiles(root, outputs);
    writeFileSync(join(root, "packages/client/src/generated/hosts.gen.ts"), "mine");
    rmSync(join(root, "packages/client/src/generated/operations.gen.ts"));
    writeFileSync(join(root, "packages/client/src/generated/old.gen.ts"), "left over");
    expect(staleFiles(root, outputs)).toEqual([
      "packages/client/src/generated/hosts.gen.ts",
      "packages/client/src/generated/old.gen.ts",
      "packages/client/src/generated/operations.gen.ts",
    ]);
  });

  it("changes generated files, and nothing else, when a description changes", async () => {
    writeFiles(root, await generate());
    edit("spec/paths/cards.yaml", "All cards of a profile.", "Every card of a profile.");
    expect(staleFiles(root, await generate())).toEqual([
      "docs/reference/cards.md",
      "packages/client/src/generated/resources.gen.ts",
      "packages/mock/src/generated/openapi.gen.json",
      "packages/react/src/generated/hooks.gen.ts",
      "packages/react/src/generated/queries.gen.ts",
      "spec/src/generated/contract-types.gen.ts",
    ]);
  });

  it("--check lists stale files, says what to run and fails", () => {
    const check = () =>
      spawnSync(process.execPath, [join(import.meta.dirname, "../generate/main.ts"), "--check", "--root", root], {
        encoding: "utf8",
      });
    const stale = check();
    expect(stale.status).toBe(1);
    expect(stale.stderr).toContain("packages/client/src/generated/operations.gen.ts");
    expect(stale.stderr).toContain("Run: pnpm generate");
  });
});

describe("what is generated", () => {
  it("describes an operation as data, without what most operations have", async () => {
    const operations = (await generate()).get("packages/client/src/generated/operations.gen.ts");
    expect(operations).toContain(`    list: {
      method: "GET",
      path: "/v1/profiles/{profileId}/cards",
      query: ["pageSize", "pageNumber"],
      page: {
        style: pageNumberSteps,
        page: "pageNumber",
        first: 1,
        size: "pageSize",
        maximumSize: 100,
        total: ["totalCount"],
        items: ["cards"],
      },
      all: walkPages,
    },
`);
    expect(operations).toContain(`    details: {
      method: "POST",
      path: "/data/details",
      host: "twcard",
      retry: "read",
      header: ["cardToken"],
      body: { fields: ["keyVersion", "encryptedPayload"], integers: ["keyVersion"] },
      required: ["cardToken", "keyVersion", "encryptedPayload"],
      wireNames: { cardToken: "x-card-token" },
      response: "sealed",
    },
`);
    expect(operations).toContain(`    token: {
      method: "POST",
      path: "/oauth/token",
      auth: { user: "clientId", password: "clientSecret" },
      body: { as: formBody, fields: ["grant_type", "refresh_token"] },
      required: ["grant_type"],
    },
`);
  });

  it("gives the client the headers that it reads of every response", async () => {
    const facts = (await generate()).get("packages/client/src/generated/client-facts.gen.ts");
    expect(facts).toContain(`export const responseFacts: ResponseFacts = {
  traceId: "x-trace-id",
  correlationId: "x-external-correlation-id",
  oneTimeToken: "x-2fa-approval",
  challenge: { header: "x-2fa-approval-result", value: "REJECTED" },
  errorHeaders: ["x-trace-id", "x-2fa-approval-result"],
};`);
  });

  it("names the types of arguments and responses, and marks what is deprecated", async () => {
    const resources = (await generate()).get("packages/client/src/generated/resources.gen.ts") ?? "";
    expect(resources).toContain("(args: CardsListArgs, options?: CallOptions): CallPromise<CardPage>;");
    expect(resources).toContain("all(args: CardsListAllArgs, options?: PageOptions): ItemWalk<Card, CardPage>;");
    expect(resources).toContain(
      "details(args: CardDataDetailsArgs, options?: CallOptions): CallPromise<SealedCardData<CardDetails>>;",
    );
    expect(resources).toMatch(/@deprecated[^\n]*\n {3}\*\/\n {2}updateStatus\(args: CardsUpdateStatusArgs/);
    expect(resources).toContain("} & (ClientCredentialsGrant | RefreshTokenGrant);");
  });

  it("types an open enum as one of its values or another string", async () => {
    const schema = (await generate()).get("spec/src/generated/contract-types.gen.ts");
    expect(schema).toContain('"ACTIVE" | "FROZEN" | "BLOCKED" | "EXPIRED" | (string & {})');
  });

  it("gives crypto the types of card data and the names of secret fields", async () => {
    const cardData = (await generate()).get("packages/crypto/src/generated/card-data.gen.ts") ?? "";
    expect(cardData).toContain('export type {\n  CardDetails,\n  SealedRequest,\n} from "@wisekit/spec";');
    expect(cardData).toContain('export const sealedFields = {\n  cvv2: "cvv2",\n  pan: "pan",\n} as const;');
  });

  it("gives the mock the way from each SDK name to the contract types", async () => {
    const ids = (await generate()).get("packages/mock/src/generated/operation-ids.gen.ts") ?? "";
    expect(ids).toContain('  "cards.list": "cardList";\n');
  });
});

describe("a contract that generation stops on", () => {
  it("has an operationId twice", async () => {
    edit("spec/paths/cards.yaml", "operationId: cardGet", "operationId: cardList # again");
    expect(await stopsOf()).toEqual([
      expect.stringMatching(
        /^spec\/paths\/cards\.yaml:\d+: the operationId cardList is taken at spec\/paths\/cards\.yaml:\d+$/,
      ),
    ]);
  });

  it("breaks the vocabulary", async () => {
    edit("spec/paths/cards.yaml", "x-retry: idempotent", "x-retry: sometimes");
    expect(await stopsOf()).toEqual([
      `${at("spec/paths/cards.yaml", "sometimes")}: x-retry must be read, idempotent, keyed or never, not "sometimes"`,
    ]);
  });

  it("has two arguments of one name", async () => {
    edit("spec/schemas/card-data.yaml", "keyVersion: {", "cardToken: { x-sensitive: none,");
    edit("spec/schemas/card-data.yaml", "[keyVersion,", "[cardToken,");
    expect(await stopsOf()).toEqual([
      `${at("spec/schemas/card-data.yaml", "cardToken:")}: the body argument cardToken collides with the header argument at ${at("spec/paths/card-data.yaml", "name: x-card-token")}; x-sdk-argument gives it another name`,
    ]);
  });

  it("does not say how a call is challenged", async () => {
    edit("spec/paths/card-data.yaml", "    x-sca: where-applicable\n", "");
    edit("spec/paths/card-data.yaml", "      - $ref: parameters.yaml#/OneTimeToken\n", "");
    edit("spec/paths/card-data.yaml", "x-sdk-fact: { challenge: REJECTED }, ", "");
    expect((await stopsOf()).join()).toContain("no header of a response has the x-sdk-fact challenge");
  });

  it("refers to a schema that does not exist", async () => {
    edit("spec/paths/cards.yaml", "card.yaml#/CardPage", "card.yaml#/Page");
    expect(await stopsOf()).toEqual([
      `${at("spec/paths/cards.yaml", "card.yaml#/Page")}: $ref leads nowhere: ../schemas/card.yaml#/Page`,
    ]);
  });
});
