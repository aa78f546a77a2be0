import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { specLint } from "../checks/spec-lint.ts";
import { readContractModel } from "../generate/contract-model.ts";
import type { ContractModel } from "../generate/model.ts";
import { emitAll, type Outputs } from "../generate/outputs.ts";
import { addDocumentedOperations } from "./documented-additions.ts";

let root: string;
let model: ContractModel;
let outputs: Outputs;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "contributing-"));
  await cp(join(ROOT, "spec"), join(root, "spec"), { recursive: true });
  await addDocumentedOperations(root);
  model = await readContractModel(join(root, "spec/openapi.yaml"));
  outputs = await emitAll(model);
});

afterAll(() => rm(root, { recursive: true }));

it("the operations that CONTRIBUTING adds keep the rules of the contract", async () => {
  expect(await specLint(join(root, "spec"))).toEqual([]);
});

it.each([
  ["cardDesigns.get", { httpMethod: "get", retry: "read", response: { kind: "json" } }],
  ["cardNotes.list", { pagination: { style: "cursor" } }],
  ["cardNotes.create", { retry: "keyed", invalidates: [{ read: "cardNotes.list" }] }],
  ["cardPhotos.upload", { body: { kind: "multipart", files: ["photo"] } }],
  ["cardLetters.get", { response: { kind: "file", mediaTypes: ["application/pdf"] } }],
])("%s of CONTRIBUTING is what it is said to be", (sdkName, expected) => {
  expect(model.operations.find((operation) => operation.sdkName === sdkName)).toMatchObject(expected);
});

it("the webhook of CONTRIBUTING is told from others by its two constants", () => {
  expect(model.webhooks).toMatchObject([{ type: "cards#design-change", version: "4.0.0" }]);
});

it.each([
  ["packages/react/src/generated/queries.gen.ts", ["cardDesignQueries", "cardNoteQueries"]],
  ["packages/react/src/generated/hooks.gen.ts", ["useCardDesign", "useInfiniteCardNotes", "useCreateCardNote"]],
  ["packages/client/src/generated/webhooks.gen.ts", ["WebhookEvent"]],
])("%s has the names that CONTRIBUTING promises", (file, names) => {
  for (const name of names) expect(outputs.get(file)).toMatch(new RegExp(`\\b${name}\\b`));
});
