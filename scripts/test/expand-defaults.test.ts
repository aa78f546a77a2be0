import { describe, expect, it } from "vitest";
import { expandDefaults } from "../contract/expand-defaults.ts";

const trace = { schema: { type: "string" } };
const refused = { description: "Refused." };

function contract(operation: object, defaults: object | undefined, more: object = {}) {
  return {
    openapi: "3.1.0",
    ...(defaults && { "x-operation-defaults": defaults }),
    security: [{ User: [] }],
    paths: { "/cards/{id}": { parameters: [{ name: "id", in: "path" }], get: { responses: {}, ...operation } } },
    components: {
      securitySchemes: {
        User: { type: "http", scheme: "bearer" },
        Partner: { type: "http", scheme: "basic" },
      },
      ...more,
    },
  };
}

function expanded(...given: Parameters<typeof contract>) {
  const { document, origin } = expandDefaults(contract(...given));
  const get = (document as never as ReturnType<typeof contract>).paths["/cards/{id}"].get as Record<string, unknown>;
  return { document, get, origin };
}

describe("x-operation-defaults", () => {
  it("are no longer there once they are expanded", () => {
    expect(expanded({}, { responses: { 429: refused } }).document).not.toHaveProperty("x-operation-defaults");
  });

  it("leave a contract without them as it is", () => {
    const plain = contract({}, undefined);
    expect(expandDefaults(plain).document).toBe(plain);
  });

  it("do not change the document that they are read from", () => {
    const bundled = contract({}, { responses: { 429: refused } });
    expandDefaults(bundled);
    expect(bundled).toEqual(contract({}, { responses: { 429: refused } }));
  });

  it("add a parameter where neither operation nor path has one of its name and place", () => {
    const defaults = {
      parameters: [
        { name: "id", in: "path" },
        { name: "X-Id", in: "header" },
        { name: "Own", in: "header" },
      ],
    };
    const { get } = expanded({ parameters: [{ name: "own", in: "header", required: true }] }, defaults);
    expect(get.parameters).toEqual([
      { name: "own", in: "header", required: true },
      { name: "X-Id", in: "header" },
    ]);
  });

  it("add a response where the operation has none of that status", () => {
    const own = { description: "Own." };
    const { get } = expanded({ responses: { 429: own } }, { responses: { 429: refused, 500: refused } });
    expect(get.responses).toEqual({ 429: own, 500: refused });
  });

  it("add a header to every response that lacks it, shared and added ones included", () => {
    const { get, document } = expanded(
      {
        responses: {
          200: { description: "Ok.", headers: { "X-Trace": { description: "Own." } } },
          404: { $ref: "#/components/responses/Gone" },
        },
      },
      { responseHeaders: { "x-trace": trace }, responses: { 500: refused } },
      { responses: { Gone: { description: "Gone." } } },
    );
    expect(get.responses).toMatchObject({
      200: { headers: { "X-Trace": { description: "Own." } } },
      500: { headers: { "x-trace": trace } },
    });
    expect(document).toMatchObject({ components: { responses: { Gone: { headers: { "x-trace": trace } } } } });
  });

  it("add a 400 only where the operation has an argument", () => {
    const defaults = {
      parameters: [{ name: "X-Id", in: "header", "x-sdk-option": "id" }],
      responses: { 400: refused },
    };
    const bare = contract({}, defaults);
    const { parameters: _arguments, ...item } = bare.paths["/cards/{id}"];
    const { document } = expandDefaults({ ...bare, paths: { "/cards": item } });
    expect(document).toMatchObject({ paths: { "/cards": { get: { responses: {} } } } });
    expect(expanded({}, defaults).get.responses).toHaveProperty("400");
  });

  it.each([
    ["no token", [], []],
    ["credentials", [{ Partner: [] }], []],
    ["a token", [{ User: [] }], ["401", "403"]],
    ["either", [{ Partner: [] }, { User: [] }], ["401", "403"]],
  ])("add 401 and 403 only where the operation takes a token: %s", (_title, security, statuses) => {
    const { get } = expanded({ security }, { responses: { 401: refused, 403: refused } });
    expect(Object.keys(get.responses as object)).toEqual(statuses);
  });

  it("are where a problem in something added is written", () => {
    const { origin } = expanded(
      { responses: { 200: { description: "Ok." } } },
      {
        parameters: [{ name: "X-Id", in: "header" }],
        responseHeaders: { "x-trace": trace },
        responses: { 429: refused },
      },
    );
    const get = ["paths", "/cards/{id}", "get"];
    expect(origin([...get, "parameters", 0, "name"])).toEqual(["x-operation-defaults", "parameters", 0, "name"]);
    expect(origin([...get, "responses", "429", "description"])).toEqual([
      "x-operation-defaults",
      "responses",
      "429",
      "description",
    ]);
    expect(origin([...get, "responses", "200", "headers", "x-trace"])).toEqual([
      "x-operation-defaults",
      "responseHeaders",
      "x-trace",
    ]);
    expect(origin([...get, "responses", "200", "description"])).toEqual([...get, "responses", "200", "description"]);
  });
});
