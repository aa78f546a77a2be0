import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readContractModel } from "../generate/contract-model.ts";
import { emitHooks } from "../generate/emit-react-hooks.ts";
import { emitMutations, emitQueries } from "../generate/emit-react-options.ts";

const invalidates = "x-invalidates: [cards.list, cards.get]";
const optimistic = `${invalidates}
    x-optimistic:
      argument: status
      between: [ACTIVE, FROZEN]
      places:
        cards.get: status
        cards.list: cards[token=cardToken].status`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wisekit-generate-react-"));
  cpSync(join(import.meta.dirname, "fixtures/contract"), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function change(file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const model = () => readContractModel(join(root, "openapi.yaml"));

describe("what is generated for React", () => {
  it("gives a read its query options and hook, and a paged one those over all pages", async () => {
    const queries = emitQueries(await model());
    expect(queries).toContain('get: /* @__PURE__ */ createRead("cards.get", ["profileId", "cardToken"])');
    expect(queries).toContain('{ page: "pageNumber", items: "cards", total: "totalCount", first: 1 }');
    const hooks = emitHooks(await model());
    expect(hooks).toContain("export function useCards<Selected = CardPage>(");
    expect(hooks).toContain("export function useInfiniteCards<Selected = InfiniteData<CardPage, number>>(");
    expect(hooks).toContain("export function useCard<Selected = Card>(");
    expect(hooks.split("\n")[1]).toBe('"use client";');
  });

  it("gives a write the reads that it invalidates, each with the arguments they share", async () => {
    expect(emitMutations(await model())).toContain(
      'invalidates: { "cards.list": ["profileId"], "cards.get": ["profileId", "cardToken"] }',
    );
    expect(emitHooks(await model())).toContain("export function useUpdateCardStatus(");
  });

  it("has nothing for card data and for operations that take the partner's credentials", async () => {
    const text = [emitQueries, emitMutations, emitHooks].map(async (emit) => emit(await model()));
    for (const file of await Promise.all(text)) expect(file).not.toMatch(/cardData|oauth/i);
  });

  it("keeps an operation whose arguments hold a one-time token out of the caches", async () => {
    change("paths/parameters.yaml", "x-sensitive: none", "x-sensitive: token");
    const hooks = emitHooks(await model());
    expect(hooks).toContain("export function useCard(): UncachedCall<CardsGetArgs, Card>");
    expect(hooks).toContain("export function useUpdateCardStatus(): UncachedCall<CardsUpdateStatusArgs, void>");
    expect(emitQueries(await model())).not.toContain("cards.get");
    expect(emitMutations(await model())).not.toContain("createWrite(");
  });

  it("keeps an operation whose answer holds a token out of the caches", async () => {
    change("schemas/card.yaml", "note: { type", "note: { x-sensitive: token, type");
    expect(emitQueries(await model())).not.toContain("createRead(");
    expect(emitHooks(await model())).toContain("export function useCards(): UncachedCall<CardsListArgs, CardPage>");
  });

  it("keeps an operation that may be challenged out of the caches, since its refusal holds a one-time token", async () => {
    change("paths/cards.yaml", "x-sca: never", "x-sca: where-applicable");
    expect(emitQueries(await model())).not.toContain("cards.list");
    expect(emitHooks(await model())).toContain("export function useCards(): UncachedCall<CardsListArgs, CardPage>");
  });

  it("drops the arguments of a write early when they hold personal data", async () => {
    expect(emitMutations(await model())).not.toContain("personal");
    change("schemas/card.yaml", "status: { $ref", "phone: { type: string, x-sensitive: pii }\n    status: { $ref");
    expect(emitMutations(await model())).toContain("personal: true");
  });

  it("says where the early outcome of a write is shown", async () => {
    change("paths/cards.yaml", invalidates, optimistic);
    const mutations = emitMutations(await model());
    expect(mutations).toContain('argument: "status", between: ["ACTIVE", "FROZEN"]');
    expect(mutations).toContain('{ read: "cards.get", shared: ["profileId", "cardToken"], set: ["status"] }');
    expect(mutations).toContain('set: ["status"], item: { of: "cards", field: "token", argument: "cardToken" } }');
  });
});

describe("an early outcome that generation stops on", () => {
  it.each([
    ["argument: status", "argument: state", "cards.updateStatus has no argument state"],
    ["cards.get: status", "cards.get: state", "the response of cards.get has no state there"],
    ["cards.get: status", "cards.get: a-b", '"a-b" is no place'],
    ["cards.get: status", "cards.gone: status", "x-invalidates does not name cards.gone"],
    ["cards[token=cardToken]", "card[token=cardToken]", "the response of cards.list has no token there"],
    ["cards[token=cardToken]", "cards[token=card]", "cards.updateStatus has no argument card"],
    ["between: [ACTIVE, FROZEN]", "values: [ACTIVE]", "x-optimistic is { argument, between, places }"],
  ])("has %s changed to %s", async (from, to, reason) => {
    change("paths/cards.yaml", invalidates, optimistic.replace(from, to));
    await expect(model()).rejects.toThrow(reason);
  });
});

it("generation stops on two operations whose hooks would have one name", async () => {
  change("paths/cards.yaml", "x-sdk-name: cards.get", "x-sdk-name: card.list");
  change("paths/cards.yaml", invalidates, "x-invalidates: []");
  change("paths/cards.yaml", "x-sdk-name: cards.list", "x-sdk-name: card.get");
  await expect(model()).rejects.toThrow("the hook of card.list would be useCard, as that of card.get");
});
