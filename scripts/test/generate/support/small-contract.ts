import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readContractModel } from "../../../generate/contract-model.ts";
import { ContractStopError } from "../../../generate/contract-stop.ts";
import type { ContractModel, OperationModel } from "../../../generate/model.ts";

/** The parts of a small contract that a test is about, as YAML below their keys. */
export interface SmallContract {
  readonly paths: string;
  readonly schemas?: string;
  /** Further keys of the document. */
  readonly root?: string;
}

/** The model of a contract of a few operations. Whatever a contract must have besides is added. */
export async function smallContract(parts: SmallContract): Promise<ContractModel> {
  return readText(documentText(parts));
}

/** One of its operations. */
export async function smallOperation(parts: SmallContract, sdkName = "things.act"): Promise<OperationModel> {
  const { operations } = await smallContract(parts);
  const found = operations.find((operation) => operation.sdkName === sdkName);
  if (!found) throw new TypeError(`the contract has no ${sdkName}`);
  return found;
}

/** Why generation stops: `here: <reason>` for the line that ends with `# here`, or the whole `file:line: reason`. */
export async function stopsOf(parts: SmallContract): Promise<string[]> {
  const text = documentText(parts);
  const here = text.split("\n").findIndex((line) => line.endsWith("# here"));
  const error: unknown = await readText(text).catch((reason: unknown) => reason);
  if (!(error instanceof ContractStopError)) throw new Error("the contract was accepted", { cause: error });
  return error.message.split("\n").map((line) => line.replace(`spec/openapi.yaml:${here + 1}: `, "here: "));
}

async function readText(text: string): Promise<ContractModel> {
  const folder = mkdtempSync(join(tmpdir(), "wisekit-small-contract-"));
  try {
    mkdirSync(join(folder, "spec"));
    writeFileSync(join(folder, "spec/openapi.yaml"), text);
    return await readContractModel(join(folder, "spec/openapi.yaml"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The operation `things.act`, of which only what matters is given: YAML below its method. */
export function act(more: string, { method = "post", url = "/things" } = {}): string {
  const writes = method === "get" ? "" : "\n    x-retry: never\n    x-invalidates: []";
  const responses = /^responses:/m.test(more) ? "" : '\n    responses: { "204": { description: Done. } }';
  return `
${url}:
  ${method}:
    operationId: thingsAct
    tags: [things]
    summary: Act
    x-sdk-name: things.act${writes}${responses}
${indented(indented(more.trim()))}
`;
}

function documentText({ paths, schemas = "", root = "" }: SmallContract): string {
  return `openapi: 3.1.0
info:
  title: A small contract
  version: 0.0.0
  x-rate-limits: [{ requests: 100, windowSeconds: 1 }]
servers:
  - { url: "https://api.example.com", x-environment: production, x-host: api }
  - { url: "https://api.sandbox.example.com", x-environment: sandbox, x-host: api }
security: [{ userToken: [] }]
tags: [{ name: things, description: Things. }]
${root}
paths:
  /facts:
    get:
      operationId: factsGet
      tags: [things]
      summary: Get facts
      security: [{ partner: [] }]
      x-sdk-name: facts.get
      x-retry: read
      x-pagination: none
      responses:
        "204":
          description: Nothing.
          headers:
            x-trace-id: { x-sdk-fact: traceId, schema: { type: string } }
            x-challenge: { x-sdk-fact: { challenge: REJECTED }, schema: { type: string } }
${indented(paths)}
components:
  securitySchemes:
    userToken: { type: http, scheme: bearer, x-token: user }
    applicationToken: { type: http, scheme: bearer, x-token: application }
    personalToken: { type: http, scheme: bearer, description: A token that a user made by hand., x-token: personal }
    partner: { type: http, scheme: basic, x-sdk-credentials: [clientId, clientSecret] }
  schemas:
    Nothing: { type: object }
${indented(indented(schemas))}
`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
