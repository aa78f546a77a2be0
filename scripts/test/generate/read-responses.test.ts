import { describe, expect, it } from "vitest";
import { act, smallOperation, stopsOf } from "./support/small-contract.ts";

/** A read with a response of this content, on one line. */
function response(content: string, { status = "200", more = "" } = {}): string {
  return act(
    `
responses:
  "${status}":
    description: It.
    content: ${content}${more === "" ? "" : `\n  ${more}`}
`,
    { method: "get" },
  ).replace("x-sdk-name: things.act", "x-sdk-name: things.act\n    x-pagination: none");
}

const json = (schema: string) => `{ application/json: { schema: ${schema} } }`;

describe("a response", () => {
  it.each([
    ["an object", "{ type: object, properties: { a: { type: string } } }", false],
    ["an array", "{ type: array, items: { type: string } }", false],
    ["one of several", "{ oneOf: [{ type: object }, { type: array }] }", false],
    ["something or null", '{ type: [object, "null"] }', true],
    ["one of several or null", '{ oneOf: [{ type: object }, { type: "null" }] }', true],
    ["a map", "{ type: object, additionalProperties: { type: integer } }", false],
  ])("of JSON is %s", async (_title, schema, nullable) => {
    const { response: model } = await smallOperation({ paths: response(json(schema)) });
    expect(model).toMatchObject({ kind: "json", nullable });
  });

  it("of JSON names its integers that may arrive as strings", async () => {
    const schema = "{ type: object, properties: { id: { type: integer, x-may-be-text: true }, n: { type: integer } } }";
    const { response: model } = await smallOperation({ paths: response(json(schema)) });
    expect(model).toMatchObject({ kind: "json", integersAsText: ["id"] });
  });

  it("of JSON may be recursive", async () => {
    const schemas = 'Node: { type: object, properties: { next: { $ref: "#/components/schemas/Node" } } }';
    const { response: model, isSecret } = await smallOperation({
      schemas,
      paths: response(json('{ $ref: "#/components/schemas/Node" }')),
    });
    expect([model, isSecret]).toEqual([
      { kind: "json", schema: { $ref: "#/components/schemas/Node" }, nullable: false, integersAsText: [] },
      false,
    ]);
  });

  it.each([
    ["a PDF without a schema", "{ application/pdf: {} }", { kind: "file", mediaTypes: ["application/pdf"] }],
    [
      "one of several formats",
      "{ text/csv: { schema: { type: string } }, application/pdf: {}, text/plain: {} }",
      { kind: "file", mediaTypes: ["text/csv", "application/pdf", "text/plain"] },
    ],
    ["plain text without a schema", "{ text/plain: {} }", { kind: "file", mediaTypes: ["text/plain"] }],
    ["plain text", "{ text/plain: { schema: { type: string } } }", { kind: "text", mediaType: "text/plain" }],
    ["signed JSON", "{ application/jose+json: {} }", { kind: "text", mediaType: "application/jose+json" }],
    [
      "sealed",
      "{ application/json: { schema: { type: object } }, application/jose: { schema: { type: string } } }",
      { kind: "sealed", schema: { type: "object" }, mediaTypes: ["application/json", "application/jose"] },
    ],
    [
      "sealed, since it holds a PIN",
      json("{ type: array, items: { type: object, properties: { pin: { type: string, x-sensitive: pin } } } }"),
      { kind: "sealed", mediaTypes: ["application/json"] },
    ],
    ["nothing", "{}", { kind: "none" }],
  ])("is %s", async (_title, content, expected) => {
    expect((await smallOperation({ paths: response(content) })).response).toMatchObject(expected);
  });

  it("may have two statuses with one body", async () => {
    const second = '"201": { description: Made., content: { application/json: { schema: { type: object } } } }';
    const { response: model } = await smallOperation({ paths: response(json("{ type: object }"), { more: second }) });
    expect(model.kind).toBe("json");
  });

  it("has error codes, and says which of them are assumed", async () => {
    const schemas = `
Code: { type: string, x-open-enum: true, x-error-code-enum: true, enum: [A, B] }
Problem2: { type: object, properties: { code: { $ref: "#/components/schemas/Code" } } }
`;
    const error = (status: string, code: string, more = "") =>
      `"${status}": { description: No., x-error-codes: [${code}], ${more}content: { application/json: { schema: { $ref: "#/components/schemas/Problem2" } } } }`;
    const paths = response("{}", {
      more: `${error("404", "A")}\n  ${error("409", "B", "x-assumption: Nobody says so., x-retryable: true, ")}`,
    });
    const operation = await smallOperation({ schemas, paths });
    expect(operation.errorCodes).toEqual([
      { code: "A", isAssumed: false },
      { code: "B", isAssumed: true },
    ]);
    expect(operation.retryable409).toBe(true);
    expect(operation.assumptions).toEqual(["Nobody says so."]);
    const assumed = schemas.replace("enum: [A, B]", "enum: [A, B], x-assumption: Nobody says which there are.");
    expect((await smallOperation({ schemas: assumed, paths })).errorCodes.map(({ isAssumed }) => isAssumed)).toEqual([
      true,
      true,
    ]);
  });
});

describe("generation stops on a response that", () => {
  it.each([
    ["has no schema", "{ application/json: {} } # here", "a response of application/json needs a schema"],
    [
      "is JSON or something else",
      "{ application/json: { schema: { type: object } }, application/pdf: {} } # here",
      "application/pdf beside JSON: a call gives one of them",
    ],
    [
      "is JSON of two kinds",
      "{ application/json: { schema: { type: object } }, application/hal+json: { schema: { type: array } } } # here",
      "each JSON media type of a response has the same schema",
    ],
    [
      "is JSON with a mistyped media type",
      "{ aplication/json: { schema: { type: object } } } # here",
      "aplication/json is no JSON, so its schema must be a string, or left out",
    ],
    ["is no text", "{ text/plain: { schema: { type: object } } } # here", "a response of text/plain must be a string"],
    [
      "is only written",
      `${json("{ type: object, properties: { a: { type: string, writeOnly: true } } }")} # here`,
      "a field of a response cannot be writeOnly",
    ],
  ])("%s", async (_title, content, reason) => {
    expect(await stopsOf({ paths: response(content) })).toEqual([`here: ${reason}`]);
  });

  it("has a status of no digits, or a body that it cannot have, or no status of success", async () => {
    const status = response("{}", { more: "default: { description: Any. } # here" });
    expect(await stopsOf({ paths: status })).toEqual(["here: a response has a status of three digits, not default"]);
    const empty = response(json("{ type: object }"), { status: "204" }).replace('"204":', '"204": # here');
    expect(await stopsOf({ paths: empty })).toEqual(["here: a response 204 has no body"]);
    const failing = response("{}", { status: "404" }).replace("responses:", "responses: # here");
    expect(await stopsOf({ paths: failing })).toEqual([
      "here: an operation has a response with a status from 200 to 299",
    ]);
  });

  it("is another one by another status", async () => {
    const paths = response(json("{ type: object }"), { more: '"202": { description: Later. } # here' });
    expect(await stopsOf({ paths })).toEqual([
      "here: the response 202 has another body than 200; a call gives one of them",
    ]);
  });
});
