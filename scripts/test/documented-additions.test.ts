import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readContractModel } from "../generate/contract-model.ts";
import { type ContractCopy, copyContract } from "./contract-copy.ts";
import { addDocumentedOperations, DOCUMENTED_OPERATIONS, handWrittenLines } from "./documented-additions.ts";
import { consumerText, type Usage, usagesOf } from "./wide/consumer-text.ts";
import { expectSuccess, type Observation } from "./wide/observation.ts";

const CONSUMER = join(import.meta.dirname, "fixtures/wide-consumer");

const EVENTS = `
import type { WebhookEvent } from "@wisekit/client";

export function statusOf(event: WebhookEvent): string {
  if (event.event_type !== "cards#design-change") return "of another event";
  const version: "4.0.0" = event.schema_version;
  // @ts-expect-error the event has no such field
  const missing: unknown = event.data.card_design;
  return event.data.design + version + missing;
}
`;

let copy: ContractCopy;
let usages: Usage[];
let observed: Record<string, Observation>;

beforeAll(async () => {
  copy = await copyContract();
  await addDocumentedOperations(copy.root);
  await copy.generate();
  const model = await readContractModel(join(copy.root, "spec/openapi.yaml"));
  const added = model.operations.filter(({ sdkName }) => DOCUMENTED_OPERATIONS.includes(sdkName));
  usages = usagesOf({ ...model, operations: added });
  await copy.build();
  const program = (name: string) => readFile(join(CONSUMER, name), "utf8");
  observed = (await copy.run({
    "main.ts": consumerText({ ...model, operations: added }, usages),
    "events.ts": EVENTS,
    "observe.ts": await program("observe.ts"),
    "pages.ts": await program("pages.ts"),
    "render.ts": await program("render.ts"),
    "world.ts": await program("world.ts"),
  })) as Record<string, Observation>;
}, 240_000);

afterAll(() => copy?.remove());

it("the operations that CONTRIBUTING adds need no line of code written by hand", async () => {
  expect(await handWrittenLines(copy.root)).toBe(0);
});

it("the operations that CONTRIBUTING adds can be called, rendered and mocked", () => {
  expect(new Set(usages.map(({ operation }) => operation))).toEqual(new Set(DOCUMENTED_OPERATIONS));
  for (const usage of usages) expectSuccess(observed, usage);
});

it("the mock responds to them with the examples that CONTRIBUTING adds", () => {
  expect(observed["cardDesigns.get call"]?.value).toEqual({ id: "blue", name: "Deep blue" });
  expect(observed["cardNotes.list all pages"]?.value).toEqual([{ id: 142, text: "For travel" }]);
  expect(observed["cardNotes.create call"]?.value).toEqual({ id: 142, text: "For travel" });
  expect(observed["cardPhotos.upload call"]?.value).toEqual({ id: "ab4f5d2" });
  expect(observed["cardLetters.get call"]?.value).toMatchObject({ mediaType: "application/pdf" });
});
