import { expect, it } from "vitest";
import { checkVocabulary } from "../contract/check-contract.ts";
import { vocabulary } from "../contract/vocabulary.ts";

it("the vocabulary has each extension once", () => {
  const names = vocabulary.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

it.each(vocabulary)("$name says in a sentence what it means", ({ meaning }) => {
  expect(meaning).toMatch(/^[A-Z`].*\.$/s);
});

const operation = { "x-sdk-name": "cards.list", responses: {} };
const info = { "x-rate-limits": [{ requests: 1, windowSeconds: 1 }] };

it("an extension that there is not is found where it stands, and nowhere else", () => {
  const document = { info, paths: { "/cards": { get: { ...operation, "x-retries": 3 } } } };
  expect(checkVocabulary(document, document)).toEqual([
    {
      extension: "x-retries",
      path: ["paths", "/cards", "get", "x-retries"],
      reason: "x-retries is no extension of the contract: see extensions.md",
    },
  ]);
});

it("an extension on the wrong kind of node is found", () => {
  const document = { info: { ...info, "x-retry": "read" }, paths: {} };
  expect(checkVocabulary(document, document)).toEqual([
    expect.objectContaining({ path: ["info", "x-retry"], reason: expect.stringContaining("does not belong") }),
  ]);
});

it("a value that is none of the extension's is found, at the part that is wrong, with what it must be", () => {
  const document = { info: { "x-rate-limits": [{ requests: 1, windowSeconds: 0 }] }, paths: {} };
  expect(checkVocabulary(document, document)).toEqual([
    {
      extension: "x-rate-limits",
      path: ["info", "x-rate-limits", "0", "windowSeconds"],
      reason:
        'x-rate-limits must be a list of { requests, windowSeconds }, both whole numbers above 0, not [{"requests":1,"windowSeconds":0}]',
    },
  ]);
});

it("an extension beside a reference, where nobody reads it, is found; on a property it is read", () => {
  const ofProperty = { $ref: "#/components/schemas/Text", "x-sensitive": "none" };
  const parameter = { $ref: "#/components/parameters/Id", "x-sdk-argument": "id" };
  const schema = { type: "object", properties: { token: ofProperty } };
  const responses = { 200: { content: { "application/json": { schema } } } };
  const document = {
    info,
    paths: { "/cards": { get: { ...operation, parameters: [parameter], responses } } },
    components: { schemas: { Text: { type: "string" } }, parameters: { Id: { name: "id", in: "query" } } },
  };
  expect(checkVocabulary(document, document).map(({ path }) => path.join("/"))).toEqual([
    "paths//cards/get/parameters/0/x-sdk-argument",
  ]);
});

it("an operation that is a reference to nowhere is left to OpenAPI's own rules", () => {
  const document = { info, paths: { "/cards": { get: { $ref: "#/nowhere" } } } };
  expect(checkVocabulary(document, document)).toEqual([]);
});
