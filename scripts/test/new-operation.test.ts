import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { specLint } from "../checks/spec-lint.ts";
import { type ContractCopy, copyContract } from "./contract-copy.ts";

const PATH_FILE = `
programs:
  parameters:
    - { $ref: ../components/parameters.yaml#/ProfileId }
  get:
    operationId: cardProgramList
    tags: [cards]
    summary: List card programs
    description: Returns the programs that a profile can have cards of.
    x-sdk-name: cardPrograms.list
    x-pagination: none
    responses:
      "200":
        description: The programs.
        content:
          application/json:
            schema: { $ref: ../schemas/card.yaml#/CardProgramList }
`;

const SCHEMA = `
CardProgramList:
  type: object
  description: Programs.
  required: [programs]
  properties:
    programs:
      type: array
      description: The programs.
      items: { $ref: "#/CardProgram" }
      examples: [[{ name: MADE_UP_PROGRAM, scheme: VISA }]]
`;

const ROUTE = `
  /v3/spend/profiles/{profileId}/card-programs:
    $ref: ./paths/cards.yaml#/programs
`;

const CONSUMER = `
import { writeFileSync } from "node:fs";
import { QueryClient } from "@tanstack/react-query";
import { createClient } from "@wisekit/client";
import { startMock } from "@wisekit/mock";
import { attachClient, cardProgramQueries, useCardPrograms } from "@wisekit/react";

const mock = await startMock();
const wise = createClient({ baseUrl: mock.url, auth: "a-token" });
const called = await wise.cardPrograms.list({ profileId: 123456 });
const name: string | undefined = called.programs[0]?.name;
// @ts-expect-error a profile is a number
const wrong = () => wise.cardPrograms.list({ profileId: "x" });
// @ts-expect-error the answer has no such field
const missing: unknown = called.program;

const queryClient = new QueryClient();
attachClient(queryClient, wise);
const queried = await queryClient.fetchQuery(cardProgramQueries.list({ profileId: 123456 }));
const hook: (args: { profileId: number }) => { data: typeof called | undefined } = useCardPrograms;
const outcome = { name, queried: queried.programs[0]?.name, hook: hook.name, wrong: wrong.name, missing };
writeFileSync(process.argv[2] as string, JSON.stringify(outcome));
await mock.stop();
`;

let copy: ContractCopy;

beforeAll(async () => {
  copy = await copyContract();
  await addOperation();
});

afterAll(() => copy?.remove());

async function addOperation(): Promise<void> {
  await appendFile(join(copy.root, "spec/paths/cards.yaml"), PATH_FILE);
  await appendFile(join(copy.root, "spec/schemas/card.yaml"), SCHEMA);
  const root = join(copy.root, "spec/openapi.yaml");
  const text = await readFile(root, "utf8");
  await writeFile(
    root,
    text.replace("\npaths:\n", () => `\npaths:${ROUTE}`),
  );
}

it("an operation that is only in the contract has a typed call, a hook and a mocked answer", async () => {
  expect(await specLint(join(copy.root, "spec"))).toEqual([]);
  await copy.generate();
  await copy.build();
  expect(await copy.run({ "main.ts": CONSUMER })).toEqual({
    name: "MADE_UP_PROGRAM",
    queried: "MADE_UP_PROGRAM",
    hook: "useCardPrograms",
    wrong: "wrong",
  });
});
