import { describe, expect, it } from "vitest";
import { act, type SmallContract, smallOperation, stopsOf } from "./support/small-contract.ts";

/** A body of one media type, its schema on one line. */
function body(schema: string, { mediaType = "application/json", required = true, more = "" } = {}): string {
  return act(`
requestBody:
  required: ${required}${more === "" ? "" : `\n  ${more}`}
  content:
    ${mediaType}:
      schema: ${schema}
`);
}

const schemas = `
Base:
  type: object
  required: [a]
  properties: { a: { type: string }, b: { type: integer } }
Extended: { allOf: [{ $ref: "#/components/schemas/Base" }, { required: [b] }] }
Sort: { type: object, required: [kind], properties: { kind: { const: sort }, sortCode: { type: string } } }
Iban: { type: object, required: [kind, iban], properties: { kind: { const: iban }, iban: { type: string } } }
Account: { oneOf: [{ $ref: "#/components/schemas/Sort" }, { $ref: "#/components/schemas/Iban" }] }
Tree: { type: object, properties: { children: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }
`;
const ref = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;

async function read(parts: string | SmallContract) {
  const operation = await smallOperation(typeof parts === "string" ? { schemas, paths: parts } : parts);
  const names = operation.arguments.map(({ name, required }) => `${name}${required ? "" : "?"}`);
  return { ...operation, names };
}

describe("a body", () => {
  it("of JSON has its fields side by side with the other arguments", async () => {
    const { body: model, names } = await read(body(ref("Base")));
    expect(names).toEqual(["a", "b?"]);
    expect(model).toEqual({
      kind: "json",
      shape: "fields",
      mediaType: "application/json",
      required: true,
      schema: { $ref: "#/components/schemas/Base" },
    });
  });

  it("requires what any part of allOf requires", async () => {
    expect((await read(body(ref("Extended")))).names).toEqual(["a", "b"]);
    const nested = `{ allOf: [${ref("Extended")}, { properties: { c: { type: string } } }], required: [c] }`;
    expect((await read(body(nested))).names).toEqual(["a", "b", "c"]);
  });

  it("that may be left out requires none of its fields", async () => {
    const { body: model, names } = await read(body(ref("Extended"), { required: false }));
    expect(names).toEqual(["a?", "b?"]);
    expect("required" in model && model.required).toBe(false);
  });

  it("that is one of several has the fields of all of them", async () => {
    const { bodyVariants, names, arguments: list } = await read(body(ref("Account")));
    expect(names).toEqual(["kind", "sortCode?", "iban?"]);
    expect(list[0]?.schema).toEqual({ oneOf: [{ const: "sort" }, { const: "iban" }] });
    expect(bodyVariants.map(({ schema, arguments: own }) => [schema, own.map(({ name }) => name)])).toEqual([
      [{ $ref: "#/components/schemas/Sort" }, ["kind", "sortCode"]],
      [{ $ref: "#/components/schemas/Iban" }, ["kind", "iban"]],
    ]);
  });

  it("that is one of several has the fields beside them in each", async () => {
    const { bodyVariants, names } = await read(
      body(
        `{ type: object, required: [a], properties: { a: { type: string } }, oneOf: [${ref("Sort")}, ${ref("Iban")}] }`,
      ),
    );
    expect(names).toEqual(["a", "kind", "sortCode?", "iban?"]);
    expect(bodyVariants.map(({ schema, arguments: own }) => [schema, own.map(({ name }) => name)])).toEqual([
      [undefined, ["a", "kind", "sortCode"]],
      [undefined, ["a", "kind", "iban"]],
    ]);
  });

  it("that must have one field or another has both, in two shapes", async () => {
    const { bodyVariants, names } = await read(
      body(
        `{ allOf: [${ref("Base")}], oneOf: [{ required: [b] }, { required: [c] }], properties: { c: { type: string } } }`,
      ),
    );
    expect(names).toEqual(["c?", "a", "b?"]);
    expect(
      bodyVariants.map(({ arguments: own }) => own.flatMap(({ name, required }) => (required ? name : []))),
    ).toEqual([
      ["a", "b"],
      ["c", "a"],
    ]);
  });

  it.each([
    ["an array", "{ type: array, items: { type: string } }"],
    ["a map", "{ type: object, additionalProperties: { type: integer } }"],
    ["a free-form object", "{ type: object }"],
    ["an object with fields", ref("Base")],
    ["one of several", ref("Account")],
    ["something recursive", ref("Tree")],
    ["an object or null", '{ type: [object, "null"], properties: { a: { type: string } } }'],
  ])("that is %s is one argument, if the contract gives it a name", async (_title, schema) => {
    const { body: model, names } = await read(body(schema, { more: "x-sdk-argument: things" }));
    expect(names).toEqual(["things"]);
    expect(model).toMatchObject({ kind: "json", shape: "whole", argument: "things", required: true });
  });

  it("may be recursive below its fields", async () => {
    expect((await read(body(ref("Tree")))).names).toEqual(["children?"]);
  });

  it("may give a field another name, and a key of its own to the client", async () => {
    const paths = body(
      "{ type: object, required: [id, key], properties: { id: { type: integer, x-sdk-argument: thingId }, key: { type: string, x-idempotency-key: true } } }",
    ).replace("x-retry: never", "x-retry: keyed");
    const { arguments: list, names } = await read(paths);
    expect(names).toEqual(["thingId", "key?"]);
    expect(list.map(({ wireName, isIdempotencyKey }) => [wireName, isIdempotencyKey])).toEqual([
      ["id", false],
      ["key", true],
    ]);
  });

  it("says what to use instead of a field by the name of the argument", async () => {
    const { arguments: list } = await read(
      body(
        "{ type: object, properties: { old: { type: string, deprecated: true, x-replaced-by: new }, new: { type: string, x-sdk-argument: fresh } } }",
      ),
    );
    expect(list[0]).toMatchObject({ name: "old", deprecated: true, replacedBy: "fresh" });
  });

  it.each([
    ["application/merge-patch+json", { kind: "json", shape: "fields" }],
    ["application/json; charset=utf-8", { kind: "json", shape: "fields" }],
    ["application/x-www-form-urlencoded", { kind: "form" }],
    ["multipart/form-data", { kind: "multipart", files: [] }],
  ])("of %s has fields", async (mediaType, expected) => {
    const { body: model, names } = await read(body(ref("Base"), { mediaType }));
    expect(names).toEqual(["a", "b?"]);
    expect(model).toMatchObject({ ...expected, mediaType });
  });

  it("of multipart has files", async () => {
    const { body: model } = await read(
      body(
        "{ type: object, properties: { one: { type: string, format: binary }, many: { type: array, items: { contentMediaType: image/png } }, note: { type: string } } }",
        { mediaType: "multipart/form-data" },
      ),
    );
    expect(model).toMatchObject({ kind: "multipart", files: ["one", "many"] });
  });

  it.each(["application/jose+json", "text/plain", "application/jose"])("of %s is a text", async (mediaType) => {
    const { body: model, arguments: list } = await read(
      body("{ type: string }", { mediaType, more: "x-sdk-argument: jws" }),
    );
    expect(model).toMatchObject({ kind: "text", mediaType, argument: "jws" });
    expect(list[0]).toMatchObject({ name: "jws", in: "body", required: true, schema: { type: "string" } });
  });
});

describe("generation stops on a body that", () => {
  const object = "{ type: object, properties: { a: { type: string } }";
  it.each([
    [
      "has no schema",
      act("requestBody:\n  content:\n    application/json: {} # here"),
      "a request body without fields",
    ],
    [
      "has two media types",
      act(
        "requestBody:\n  content: # here\n    application/json: { schema: { type: object, properties: { a: {} } } }\n    text/plain: { schema: { type: string } }",
      ),
      "a body has one media type, not 2",
    ],
    [
      "is of another media type",
      body("{ type: string } # here", { mediaType: "application/pdf", more: "x-sdk-argument: file" }),
      "a body of application/pdf cannot be sent; it must be JSON, a form, multipart/form-data, application/jose+json or text/plain",
    ],
    [
      "is a scalar",
      body("{ type: string } # here", { more: "x-sdk-argument: text" }),
      "a JSON body must be an object or an array",
    ],
    [
      "is anyOf",
      body(`${object}, anyOf: [${ref("Sort")}] } # here`),
      "the body has anyOf, so its fields cannot be arguments",
    ],
    [
      "is anyOf as a whole",
      body(`{ anyOf: [${ref("Sort")}, ${ref("Iban")}] } # here`, { more: "x-sdk-argument: account" }),
      "a body with anyOf cannot be an argument",
    ],
    ["depends", body(`${object}, if: { required: [a] }, then: { required: [a] } } # here`), "the body has if"],
    [
      "may have more fields",
      body(`${object}, additionalProperties: true } # here`),
      "the body may have any further field, so its fields cannot be arguments: x-sdk-argument on the request body makes it one argument",
    ],
    [
      "may be null",
      body('{ type: [object, "null"], properties: { a: { type: string } } } # here'),
      "the body is not always an object, so its fields cannot be arguments",
    ],
    [
      "requires what it does not have",
      body(`${object}, required: [b] } # here`),
      "required names b, which is no property of the body",
    ],
    [
      "has a field that is read-only",
      body("{ type: object, properties: { a: { type: string, readOnly: true } } } # here"),
      "a field of a body cannot be readOnly: give the request a schema of its own",
    ],
    [
      "has a file in JSON",
      body("{ type: object, properties: { a: { type: string, format: binary } } } # here"),
      "a file cannot be in JSON",
    ],
    [
      "has an object in a form",
      body("{ type: object, properties: { a: { type: object } } } # here", {
        mediaType: "application/x-www-form-urlencoded",
      }),
      "a field of a form must be a string, a number, a boolean",
    ],
    [
      "has an object in multipart",
      body("{ type: object, properties: { a: { type: object } } } # here", { mediaType: "multipart/form-data" }),
      "a part of multipart/form-data must be a string, a number, a boolean, a file or an array of files",
    ],
    [
      "is no text",
      body("{ type: object } # here", { mediaType: "text/plain", more: "x-sdk-argument: text" }),
      "a body of text/plain must be a string",
    ],
    [
      "is that of a GET",
      act("requestBody: # here\n  content: { application/json: { schema: { type: object, properties: { a: {} } } } }", {
        method: "get",
      }),
      "a GET cannot have a body",
    ],
  ])("%s", async (_title, paths, reason) => {
    const [first] = await stopsOf({ schemas, paths });
    expect(first).toContain(reason);
    if (!reason.startsWith("a request body without") && !reason.includes("application/pdf"))
      expect(first).toMatch(/^here: /);
  });

  it("is made of itself", async () => {
    const made = 'Made: { type: object, allOf: [{ $ref: "#/components/schemas/Made" }] } # here';
    expect(await stopsOf({ schemas: made, paths: body(ref("Made"), { more: "x-sdk-argument: made" }) })).toEqual([
      "here: the schema Made is made of itself",
    ]);
  });
});
