import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, runCommand } from "../checks/command.ts";
import { repositoryFiles } from "../checks/repository-files.ts";
import { specLint } from "../checks/spec-lint.ts";

const PATH_FILE = `
programs:
  parameters:
    - { $ref: ../components/parameters.yaml#/ProfileId }
    - { $ref: ../components/parameters.yaml#/CorrelationId }
  get:
    operationId: cardProgramList
    tags: [cards]
    summary: List card programs
    description: Returns the programs that a profile can have cards of.
    x-sdk-name: cardPrograms.list
    x-retry: read
    x-sca: never
    x-pagination: none
    responses:
      "200":
        description: The programs.
        headers:
          x-trace-id: { $ref: ../components/headers.yaml#/TraceId }
          X-External-Correlation-Id: { $ref: ../components/headers.yaml#/CorrelationId }
        content:
          application/json:
            schema: { $ref: ../schemas/card.yaml#/CardProgramList }
      "400": { $ref: ../components/responses.yaml#/BadRequest }
      "401": { $ref: ../components/responses.yaml#/Unauthorized }
      "403": { $ref: ../components/responses.yaml#/Forbidden }
      "429": { $ref: ../components/responses.yaml#/RateLimited }
      "500": { $ref: ../components/responses.yaml#/ServerError }
      "503": { $ref: ../components/responses.yaml#/Unavailable }
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
console.log(JSON.stringify(outcome));
await mock.stop();
`;

const PACKAGES = ["client", "crypto", "mock", "react"];
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "new-operation-"));
  const files = (await repositoryFiles(ROOT)).filter((file) =>
    /^(packages\/(client|crypto|mock|react)\/|spec\/|tsconfig)/.test(file),
  );
  for (const file of files) await cp(join(ROOT, file), join(copy, file));
  for (const name of PACKAGES) await linkDependencies(join(ROOT, "packages", name), join(copy, "packages", name));
  await addOperation();
});

afterAll(() => rm(copy, { recursive: true }));

/** Gives a copied package the dependencies of the original, with the copies in the place of our own packages. */
async function linkDependencies(original: string, target: string): Promise<void> {
  const dependencies = await readdir(join(original, "node_modules"));
  const scoped = await Promise.all(
    dependencies
      .filter((name) => name.startsWith("@"))
      .map(async (scope) => {
        return (await readdir(join(original, "node_modules", scope))).map((name) => `${scope}/${name}`);
      }),
  );
  const names = [...dependencies.filter((name) => !/^[@.]/.test(name)), ...scoped.flat()];
  for (const name of names) {
    const link = join(target, "node_modules", name);
    await mkdir(join(link, ".."), { recursive: true });
    const own = name.startsWith("@wisekit/") ? join(copy, "packages", name.slice("@wisekit/".length)) : undefined;
    await symlink(own ?? (await realpath(join(original, "node_modules", name))), link);
  }
}

async function addOperation(): Promise<void> {
  await appendFile(join(copy, "spec/paths/cards.yaml"), PATH_FILE);
  await appendFile(join(copy, "spec/schemas/card.yaml"), SCHEMA);
  const root = join(copy, "spec/openapi.yaml");
  const text = await readFile(root, "utf8");
  await writeFile(
    root,
    text.replace("\npaths:\n", () => `\npaths:${ROUTE}`),
  );
}

async function succeed(command: string, commandArguments: string[], cwd = ROOT): Promise<string> {
  const { code, output } = await runCommand(command, commandArguments, { cwd });
  if (code !== 0) throw new Error(`${command} ${commandArguments.join(" ")} failed:\n${output}`);
  return output;
}

it("an operation that is only in the contract has a typed call, a hook and a mocked answer", async () => {
  expect(await specLint(join(copy, "spec"))).toEqual([]);
  await succeed("node", ["scripts/generate/main.ts", "--root", copy]);
  for (const name of PACKAGES) {
    const tsdown = join(ROOT, "packages", name, "node_modules/.bin/tsdown");
    await succeed(tsdown, [], join(copy, "packages", name));
  }

  const consumer = join(copy, "packages/react/consumer");
  await mkdir(consumer);
  await writeFile(join(consumer, "main.ts"), CONSUMER);
  const project = {
    extends: "../../../tsconfig.base.json",
    compilerOptions: { types: ["node"], lib: ["ES2023", "DOM"] },
    include: ["."],
  };
  await writeFile(join(consumer, "tsconfig.json"), JSON.stringify(project));
  await symlink(join(copy, "packages/mock"), join(copy, "packages/react/node_modules/@wisekit/mock"));
  await succeed("tsc", ["-p", consumer]);
  const outcome = JSON.parse(await succeed("node", [join(consumer, "main.ts")]));
  expect(outcome).toEqual({
    name: "MADE_UP_PROGRAM",
    queried: "MADE_UP_PROGRAM",
    hook: "useCardPrograms",
    wrong: "wrong",
  });
});
