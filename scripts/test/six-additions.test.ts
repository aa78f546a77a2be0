import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { specLint } from "../checks/spec-lint.ts";
import { readContractModel } from "../generate/contract-model.ts";
import { type ContractCopy, copyContract } from "./contract-copy.ts";
import { ADDED_OPERATIONS, addSix, handWrittenLines } from "./six-additions.ts";
import { consumerText, type Usage, usagesOf } from "./wide/consumer-text.ts";
import { expectSuccess, type Observation } from "./wide/observation.ts";

const CONSUMER = join(import.meta.dirname, "fixtures/wide-consumer");

const EVENTS = `
import type { WebhookEvent } from "@wisekit/client";

export function statusOf(event: WebhookEvent): string {
  if (event.event_type !== "cards#card-order-status-change") return "of another event";
  const version: "4.0.0" = event.schema_version;
  // @ts-expect-error the event has no such field
  const missing: unknown = event.data.card_status;
  return event.data.order_status + version + missing;
}
`;

let copy: ContractCopy;
let usages: Usage[];
let observed: Record<string, Observation>;

beforeAll(async () => {
  copy = await copyContract();
  await addSix(join(copy.root, "spec"));
  await copy.generate();
  const model = await readContractModel(join(copy.root, "spec/openapi.yaml"));
  const added = model.operations.filter(({ sdkName }) => ADDED_OPERATIONS.includes(sdkName));
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

it("six operations that only the contract has need no line of code written by hand", async () => {
  expect(await specLint(join(copy.root, "spec"))).toEqual([]);
  expect(await handWrittenLines(copy.root)).toBe(0);
});

it("six operations that only the contract has can be called, rendered and mocked", () => {
  expect(new Set(usages.map(({ operation }) => operation))).toEqual(new Set(ADDED_OPERATIONS));
  for (const usage of usages) expectSuccess(observed, usage);
});

it("values of added operations come from the contract", () => {
  expect(observed["cardPrograms.get call"]?.value).toEqual({ name: "MADE_UP_PROGRAM" });
  expect(observed["cardOrders.list all pages"]?.value).toEqual([{ id: 142 }]);
  expect(observed["cardOrders.create call"]?.value).toEqual({ id: 142 });
  expect(observed["disputes.upload call"]?.value).toEqual({ receipt: "ab4f5d2" });
  expect(observed["transfers.receipt call"]?.value).toMatchObject({ mediaType: "application/pdf" });
});
