import { describe, expect, it } from "vitest";
import { act, smallOperation, stopsOf } from "./support/small-contract.ts";

const thing = "- { name: thingId, in: path, required: true, description: The thing., schema: { type: integer } }";

describe("a parameter", () => {
  it("is an argument under its own name or another, with what the contract says of it", async () => {
    const { arguments: list } = await smallOperation({
      paths: act(
        `
parameters:
  ${thing}
  - name: kind
    in: query
    deprecated: true
    x-replaced-by: sort
    x-assumption: Nobody says which kinds there are.
    schema: { type: string, description: Its kind. }
  - { name: page-sort, in: query, x-sdk-argument: sort, schema: { type: string } }
  - { name: X-Thing-Token, in: header, x-sdk-argument: thingToken, x-sensitive: token, schema: { type: string } }
`,
        { method: "get", url: "/things/{thingId}" },
      ),
    });
    const nothing = {
      replacedBy: undefined,
      description: undefined,
      sensitive: undefined,
      assumption: undefined,
      explode: undefined,
    };
    const plain = { ...nothing, required: false, deprecated: false, isIdempotencyKey: false };
    expect(list).toEqual([
      {
        ...plain,
        name: "thingId",
        wireName: "thingId",
        in: "path",
        required: true,
        description: "The thing.",
        schema: { type: "integer" },
      },
      {
        ...plain,
        name: "kind",
        wireName: "kind",
        in: "query",
        deprecated: true,
        replacedBy: "sort",
        description: "Its kind.",
        assumption: "Nobody says which kinds there are.",
        schema: { type: "string", description: "Its kind." },
      },
      { ...plain, name: "sort", wireName: "page-sort", in: "query", schema: { type: "string" } },
      {
        ...plain,
        name: "thingToken",
        wireName: "x-thing-token",
        in: "header",
        sensitive: "token",
        schema: { type: "string" },
      },
    ]);
  });

  it("of an operation replaces that of its path", async () => {
    const { arguments: list } = await smallOperation({
      paths: act(`parameters:\n  - { name: kind, in: query, required: true, schema: { type: integer } }`).replace(
        "  post:",
        "  parameters:\n    - { name: kind, in: query, schema: { type: string } }\n  post:",
      ),
    });
    expect(list.map(({ name, required, schema }) => ({ name, required, schema }))).toEqual([
      { name: "kind", required: true, schema: { type: "integer" } },
    ]);
  });

  it("that is a part of a segment of the path is an argument, too", async () => {
    const format = "- { name: format, in: path, required: true, schema: { type: string } }";
    const paths = act(`parameters:\n  ${format}`, { method: "get", url: "/things.{format}" });
    const { arguments: list, path } = await smallOperation({ paths });
    expect([path, list[0]?.name, list[0]?.in]).toEqual(["/things.{format}", "format", "path"]);
  });

  it.each([
    ["", true],
    ["style: form, ", true],
    ["explode: true, ", true],
    ["explode: false, ", false],
  ])("with an array in the query and %j is exploded: %s", async (style, explode) => {
    const schema = "schema: { type: array, items: { type: string, enum: [A, B] } }";
    const { arguments: list } = await smallOperation({
      paths: act(`parameters:\n  - { name: kinds, in: query, ${style}${schema} }`),
    });
    expect(list[0]?.explode).toBe(explode);
  });

  it("that is constant is sent by the client, and no argument", async () => {
    const operation = await smallOperation({
      paths: act(`
parameters:
  - { name: Accept-Minor-Version, in: header, required: true, schema: { type: integer, const: 1 } }
  - { name: X-tw-jose-method, in: header, required: true, schema: { const: jws } }
`),
    });
    expect(operation.arguments).toEqual([]);
    expect(operation.constantHeaders).toEqual([
      { wireName: "accept-minor-version", value: "1" },
      { wireName: "x-tw-jose-method", value: "jws" },
    ]);
  });

  it("may be an option, or the idempotency key that the client makes", async () => {
    const operation = await smallOperation({
      paths: act(`
parameters:
  - { name: X-Language, in: header, description: The language., x-sdk-option: language, schema: { type: string } }
  - { name: X-Key, in: header, required: true, x-idempotency-key: true, schema: { type: string, format: uuid } }
`).replace("x-retry: never", "x-retry: keyed"),
    });
    const [language, key] = operation.options;
    expect(language).toEqual({
      name: "language",
      wireName: "x-language",
      description: "The language.",
      sensitive: undefined,
      schema: { type: "string" },
      isIdempotencyKey: false,
    });
    expect([key?.name, key?.wireName, key?.isIdempotencyKey]).toEqual(["idempotencyKey", "x-key", true]);
  });
});

describe("generation stops on a parameter that", () => {
  it.each([
    ["is a cookie", "name: a, in: cookie, schema: { type: string }", "is a cookie, which no call can carry"],
    [
      "has content",
      "name: a, in: query, content: { application/json: { schema: { type: string } } }",
      "has content; only a schema can be sent",
    ],
    ["has no schema", "name: a, in: query", "has no schema"],
    [
      "the client sets",
      "name: Authorization, in: header, x-sdk-argument: a, schema: { type: string }",
      "is a header that the client sets by itself",
    ],
    [
      "has another style",
      "name: a, in: query, style: pipeDelimited, schema: { type: array, items: { type: string } }",
      "has the style pipeDelimited; it must be form",
    ],
    [
      "is not encoded",
      "name: a, in: query, allowReserved: true, schema: { type: string }",
      "has allowReserved, but the client encodes every value",
    ],
    [
      "is an object",
      "name: a, in: query, schema: { type: object, properties: { b: { type: string } } }",
      "must be a string, a number or a boolean, or an array of them, and not null",
    ],
    [
      "may be null",
      'name: a, in: query, schema: { type: [string, "null"] }',
      "must be a string, a number or a boolean, or an array of them, and not null",
    ],
    [
      "is an array of arrays",
      "name: a, in: query, schema: { type: array, items: { type: array, items: { type: string } } }",
      "must be a string, a number or a boolean, or an array of them, and not null",
    ],
    [
      "has no type",
      "name: a, in: query, schema: {}",
      "must be a string, a number or a boolean, or an array of them, and not null",
    ],
    [
      "is an array in a header",
      "name: a, in: header, x-sdk-argument: a, schema: { type: array, items: { type: string } }",
      "must be a string, a number or a boolean, and not null",
    ],
  ])("%s", async (_title, parameter, reason) => {
    const name = /name: ([^,]+)/.exec(parameter)?.[1];
    expect(await stopsOf({ paths: act(`parameters:\n  - { ${parameter} } # here`) })).toEqual([
      `here: the parameter ${name} ${reason}`,
    ]);
  });

  it("has a name that is none in JavaScript", async () => {
    expect(
      await stopsOf({
        paths: act("parameters:\n  - { name: page-size, in: query, schema: { type: integer } } # here"),
      }),
    ).toEqual(['here: "page-size" is no name for an argument; x-sdk-argument gives it one']);
  });

  it("has the name of a field of the body", async () => {
    const stops = await stopsOf({
      paths: act(
        `
parameters:
  ${thing}
requestBody:
  content:
    application/json:
      schema:
        type: object
        properties:
          thingId: { type: integer } # here
`,
        { method: "put", url: "/things/{thingId}" },
      ),
    });
    expect(stops).toEqual([
      "here: the body argument thingId collides with the path argument at spec/openapi.yaml:39; x-sdk-argument gives it another name",
    ]);
  });

  it("is there twice, but for its case", async () => {
    const header = (name: string) =>
      `- { name: ${name}, in: header, x-sdk-argument: ${name.toLowerCase()}A, schema: { type: string } }`;
    const stops = await stopsOf({ paths: act(`parameters:\n  ${header("X")}\n  ${header("x")} # here`) });
    expect(stops[0]).toBe("here: the header parameter x is there twice");
  });

  it("is missing from the path, or from the list", async () => {
    const paths = act(`parameters:\n  ${thing}`, { url: "/things/{id}" }).replace("  post:", "  post: # here");
    expect(await stopsOf({ paths })).toEqual([
      "here: the path parameter id is not declared",
      "here: the path holds no {thingId}",
    ]);
  });
});
