import { expect, it } from "vitest";
import { checkShape } from "../contract/check-shape.ts";

const operation = {
  operationId: "a",
  parameters: [{ name: "a", in: "query", schema: { type: "string" } }],
  requestBody: { content: { "application/json": { schema: { type: ["object", "null"], properties: { a: {} } } } } },
  responses: { "200": { description: "It.", headers: { a: { schema: { pattern: "^a$" } } } } },
};

/** The contract with one operation, some fields of which are others. */
function document(changed: object = {}) {
  return { openapi: "3.1.0", info: { title: "A" }, paths: { "/a": { get: { ...operation, ...changed } } } };
}

const schema = (value: unknown) => ({ requestBody: { content: { "application/json": { schema: value } } } });

it("a contract that is OpenAPI has nothing wrong with its form", () => {
  expect(checkShape(document())).toEqual([]);
});

it.each([
  ["a map of responses that is a list", { responses: [] }, "responses must be a map to objects"],
  [
    "an operation without responses",
    { responses: undefined },
    "responses must be a map to objects\nresponses is missing",
  ],
  ["a parameter without a name", { parameters: [{ in: "query" }] }, "name is missing"],
  [
    "a parameter in an unknown place",
    { parameters: [{ name: "a", in: "body" }] },
    "in must be path, query, header, cookie",
  ],
  [
    "parameters that are a map",
    { parameters: { a: {} } },
    "parameters must be a list of objects\nname is missing\nin is missing",
  ],
  ["a body without content", { requestBody: {} }, "content is missing"],
  ["tags that are no texts", { tags: [1] }, "tags must be a list of texts"],
  ["callbacks", { callbacks: {} }, "callbacks must be left out; nothing reads them"],
  ["a schema that is a text", schema("string"), "schema must be an object"],
  [
    "an unknown type",
    schema({ type: "text" }),
    "type must be one of array, boolean, integer, null, number, object, string, or a list of them",
  ],
  [
    "an empty list of types",
    schema({ type: [] }),
    "type must be one of array, boolean, integer, null, number, object, string, or a list of them",
  ],
  ["an empty enum", schema({ enum: [] }), "enum must be a list of at least one value"],
  ["an empty oneOf", schema({ oneOf: [] }), "oneOf must be a list of at least one schema"],
  ["a required flag on a schema", schema({ required: true }), "required must be a list of texts"],
  ["properties that are a list", schema({ properties: [] }), "properties must be a map to objects"],
  ["a property that is true", schema({ properties: { a: true } }), "properties must be a map to objects"],
  ["items that are true", schema({ items: true }), "items must be an object"],
  ["a broken pattern", schema({ pattern: "(" }), "pattern must be a regular expression"],
  ["a minimum that is a text", schema({ minimum: "1" }), "minimum must be a number"],
  [
    "what only OpenAPI 3.0 has",
    schema({ nullable: true }),
    "nullable must be left out; a type with null says it in OpenAPI 3.1",
  ],
  ["definitions of its own", schema({ $defs: {} }), "$defs must be left out; a schema has a name in a file"],
])("%s is said to be wrong", (_title, changed, reason) => {
  expect(
    checkShape(document(changed))
      .map((finding) => finding.reason)
      .join("\n"),
  ).toBe(reason);
});

it("an operation that is a text is said to be wrong, with its place", () => {
  expect(checkShape({ ...document(), paths: { "/a": { get: "it" } } })).toEqual([
    { path: ["paths", "/a", "get"], reason: "get must be an operation" },
  ]);
});
