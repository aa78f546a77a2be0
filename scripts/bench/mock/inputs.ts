import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock } from "@wisekit/mock";

/** Files that the servers under test are started with. */
export interface BenchInputs {
  /** The contract with the ten cards of the mock's own response as its example, so that all lists are as long. */
  readonly contract: string;
  /** The contract ten times over. */
  readonly largeContract: string;
  /** A scenario of 100 cards. */
  readonly smallScenario: string;
}

interface Contract {
  paths: Record<string, Record<string, { "x-sdk-name"?: string; responses: Record<string, Response> }>>;
}
interface Response {
  content?: Record<string, { example?: unknown }>;
}

const contractFile = new URL("../../../packages/mock/src/generated/openapi.gen.json", import.meta.url);
const cardsPath = "/v3/spend/profiles/{profileId}/cards";

/** Writes the files into a temporary folder. */
export async function writeInputs(): Promise<BenchInputs> {
  const folder = await mkdtemp(join(tmpdir(), "wisekit-bench-mock-"));
  const contract = JSON.parse(await readFile(contractFile, "utf8")) as Contract;
  const write = async (name: string, value: unknown) => {
    const file = join(folder, name);
    await writeFile(file, JSON.stringify(value));
    return file;
  };
  return {
    contract: await write("contract.json", await withExample(contract)),
    largeContract: await write("large-contract.json", multiply(contract, 10)),
    smallScenario: await write("small.json", smallScenario()),
  };
}

async function withExample(contract: Contract): Promise<Contract> {
  const response = await createMock().fetch("/v3/spend/profiles/123456/cards", {
    headers: { authorization: "Bearer x" },
  });
  const copy = structuredClone(contract);
  const content = copy.paths[cardsPath]?.get?.responses["200"]?.content?.["application/json"];
  if (!content) throw new Error("The contract has no list of cards.");
  content.example = await response.json();
  return copy;
}

function multiply(contract: Contract, times: number): Contract {
  const paths: Contract["paths"] = { ...contract.paths };
  for (let copy = 1; copy < times; copy++) {
    for (const [path, item] of Object.entries(contract.paths)) {
      const clone = structuredClone(item);
      for (const operation of Object.values(clone)) {
        if (operation["x-sdk-name"]) operation["x-sdk-name"] += `Copy${copy}`;
      }
      paths[`/copy${copy}${path}`] = clone;
    }
  }
  return { ...contract, paths };
}

function smallScenario(): unknown {
  const mock = createMock({ scenario: "empty" });
  const [profile] = mock.state.profiles.list();
  if (!profile) throw new Error("The empty scenario has no profile.");
  const { usage: _usage, ...own } = profile;
  const programs = { VISA_DEBIT_BUSINESS_UK_1: { scheme: "VISA", defaultCurrency: "GBP", cardType: "VIRTUAL" } };
  const card = {
    token: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52",
    status: "ACTIVE",
    cardHolderName: "John Smith",
    expiryDate: "2038-05-31T00:00:00Z",
    pan: "4596610000006320",
    cvv2: "111",
    pin: "1234",
    program: "VISA_DEBIT_BUSINESS_UK_1",
    creationTime: "2022-05-31T01:43:24.596321434Z",
  };
  return { description: "", clientId: "bench", programs, profiles: [{ ...own, cards: [card], generatedCards: 99 }] };
}
