import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readContractModel } from "../../../generate/contract-model.ts";
import type { ContractModel } from "../../../generate/model.ts";

/** The parts of a small contract that a test is about, as YAML below their keys. */
export interface SmallContract {
  readonly paths: string;
  readonly schemas?: string;
  /** Further keys of the document. */
  readonly root?: string;
}

/** The model of a contract of a few operations. Whatever a contract must have besides is added. */
export async function smallContract(parts: SmallContract): Promise<ContractModel> {
  const folder = mkdtempSync(join(tmpdir(), "wisekit-small-contract-"));
  try {
    writeFileSync(join(folder, "openapi.yaml"), documentText(parts));
    return await readContractModel(join(folder, "openapi.yaml"));
  } finally {
    rmSync(folder, { recursive: true });
  }
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
    partner: { type: http, scheme: basic, x-sdk-credentials: [clientId, clientSecret] }
  schemas:
    Nothing: { type: object }
${indented(indented(schemas))}
`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
