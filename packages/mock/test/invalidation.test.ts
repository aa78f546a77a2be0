import { startMock } from "@wisekit/mock";
import { afterEach, beforeEach, expect, it } from "vitest";
import document from "../src/generated/openapi.gen.json" with { type: "json" };
import { call, cardPath, over, profileId } from "./support/mock-caller.ts";

let nowMs = Date.parse("2026-07-17T12:00:00Z");
let mock: Awaited<ReturnType<typeof startMock>>;
beforeEach(async () => {
  mock = await startMock({ clock: () => nowMs });
});
afterEach(() => mock.stop());

const profilePath = `/v3/spend/profiles/${profileId}`;
const reads: Record<string, string> = {
  "cards.list": `${profilePath}/cards`,
  "cards.get": cardPath,
  "permissions.list": `${cardPath}/spending-permissions`,
  "spendingLimits.list": `${cardPath}/spending-limits`,
  "spendingLimits.listForProfile": `${profilePath}/spending-limits`,
};

/** What each write does here to the first card of the default scenario, and the reads that this changes. */
const writes: [name: string, method: string, path: string, json: unknown, changed: string[]][] = [
  ["cards.updateStatus", "PUT", `${cardPath}/status`, { status: "FROZEN" }, ["cards.list", "cards.get"]],
  ["cards.resetPinCount", "POST", `${cardPath}/reset-pin-count`, undefined, []],
  [
    "cards.updatePhoneNumber",
    "PUT",
    `${cardPath}/phone-number`,
    { phoneNumber: "+6588888888" },
    ["cards.list", "cards.get"],
  ],
  [
    "permissions.update",
    "PATCH",
    `${cardPath}/spending-permissions`,
    { type: "ECOM", isEnabled: true },
    ["permissions.list"],
  ],
  [
    "permissions.updateMany",
    "PATCH",
    `${cardPath.replace("/v3/", "/v4/")}/spending-permissions`,
    { permissions: [{ type: "ECOM", isEnabled: true }] },
    ["permissions.list"],
  ],
  [
    "spendingLimits.set",
    "PATCH",
    `${cardPath}/spending-limits`,
    { cardLimitType: "DAILY", maxLimitAmount: 1 },
    ["spendingLimits.list"],
  ],
  ["spendingLimits.remove", "DELETE", `${cardPath}/spending-limits/DAILY`, undefined, ["spendingLimits.list"]],
];

it.each(writes)("%s changes no read but those that the contract says", async (name, method, path, json, changed) => {
  const before = await readAll();
  nowMs += 1000;
  expect((await call(over(mock), path, { method, json })).status).toBe(200);
  const after = await readAll();
  const different = Object.keys(reads).filter((read) => before[read] !== after[read]);
  expect(different).toEqual(changed);
  expect(invalidatedBy(name)).toEqual(expect.arrayContaining(different));
});

async function readAll(): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, path] of Object.entries(reads)) texts[name] = (await call(over(mock), path)).text;
  return texts;
}

function invalidatedBy(name: string): string[] {
  type Operation = { "x-sdk-name"?: string; "x-invalidates"?: string[] };
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item) as Operation[]);
  const operation = operations.find((candidate) => candidate["x-sdk-name"] === name);
  return operation?.["x-invalidates"] ?? [];
}
