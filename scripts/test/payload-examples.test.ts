import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { contractUnderTest } from "./contract-validator.ts";
import { documentedExamples, exampleContent } from "./documented-examples.ts";

const contract = await contractUnderTest();
const { payloads, requests } = await documentedExamples();

function named(schema: string): { $ref: string } {
  return { $ref: `#/components/schemas/${schema}` };
}

it.each(payloads)("$file is what the contract describes", async (example) => {
  const value = await exampleContent(example);
  const omissions = (example.omissions ?? []).flatMap(({ pointer, missing }) =>
    missing.map((name) => `${pointer} must have required property '${name}'`),
  );
  const errors =
    "schema" in example
      ? contract.valueErrors(named(example.schema), value)
      : contract.responseErrors(contract.operation(example.operationId), {
          status: Number(example.status),
          mediaType: "application/json",
          text: JSON.stringify(value),
        });
  expect(errors).toEqual(omissions);
});

it("every omission has a reason", () => {
  const omissions = payloads.flatMap((example) => example.omissions ?? []);
  expect(omissions.filter(({ reason }) => reason.trim() === "")).toEqual([]);
});

it("the index names every example file, and no other", async () => {
  const folder = join(ROOT, "spec/examples");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /^\w+\/.+\.json$/.test(file));
  expect([...payloads, ...requests].map(({ file }) => file).sort()).toEqual(files.sort());
});

it("a value that breaks the contract is rejected, so that accepting one proves something", async () => {
  const card = await exampleContent<Record<string, unknown>>({ file: "payloads/current-card.json" });
  expect(contract.valueErrors(named("Card"), { ...card, profileId: "x" })).toHaveLength(1);
  expect(contract.valueErrors(named("Card"), { ...card, token: undefined })).toHaveLength(1);
  const operation = contract.operation("cardGet");
  const received = { mediaType: "application/json", text: JSON.stringify(card) };
  expect(contract.responseErrors(operation, { ...received, status: 418 })).toHaveLength(1);
  expect(contract.responseErrors(operation, { ...received, status: 200, mediaType: "text/html" })).toHaveLength(1);
  expect(contract.responseErrors(operation, { ...received, status: 200, text: "{" })).toHaveLength(1);
});
