import { describe, expect, it } from "vitest";
import { act, stopsOf } from "./support/small-contract.ts";

describe("generation stops on a name in @wisekit/client", () => {
  it.each([
    [
      "that code exports",
      "Auth: { type: string } # here",
      "the schema Auth would have the name Auth in @wisekit/client, which hand-written code has",
    ],
    [
      "that the language has",
      "Record: { type: string } # here",
      "the schema Record would have the name Record in @wisekit/client, which the language has",
    ],
    [
      "that the contract's types have",
      "paths: { type: string } # here",
      "the schema paths would have the name paths in @wisekit/client, which the contract as a whole has",
    ],
    ["that is none", "Card-Status: { type: string } # here", "Card-Status is no name for a type"],
  ])("%s", async (_title, schemas, reason) => {
    expect(await stopsOf({ schemas, paths: "" })).toEqual([`here: ${reason}`]);
  });

  it.each(["class", "default", "interface", "await", "keyof", "readonly"])(
    "that is a word of the language: the schema %s",
    async (word) => {
      const reason = `the schema ${word} would have the name ${word} in @wisekit/client, which the language has`;
      expect(await stopsOf({ schemas: `${word}: { type: string } # here`, paths: "" })).toEqual([`here: ${reason}`]);
    },
  );

  it("that the arguments of an operation have", async () => {
    const schemas = "ThingsActArgs: { type: string }";
    const paths = act("deprecated: true").replace("x-sdk-name: things.act", "x-sdk-name: things.act # here");
    expect(await stopsOf({ schemas, paths })).toEqual([
      "here: the operation things.act would have the name ThingsActArgs in @wisekit/client, which the schema ThingsActArgs has",
    ]);
  });

  it("that a walk through pages has", async () => {
    const paged = `
x-pagination: { style: page-number, page: page }
parameters:
  - { name: page, in: query, schema: { type: integer } }
responses:
  "200": { description: A page., content: { application/json: { schema: { type: array, items: { type: string } } } } }
`;
    const all = act("deprecated: true", { url: "/all" })
      .replace("operationId: thingsAct", "operationId: thingsActAll")
      .replace("x-sdk-name: things.act", "x-sdk-name: things.actAll # here");
    expect((await stopsOf({ paths: act(paged, { method: "get" }) + all }))[0]).toBe(
      "here: the operation things.actAll would have the name ThingsActAllArgs in @wisekit/client, which the operation things.act has",
    );
  });

  it.each([
    ["http.get", "a resource cannot be called http"],
    ["delete.one", "a resource cannot be called delete"],
    ["things.then", "then is what every object of JavaScript has, or a promise"],
    ["constructor.get", "constructor is what every object of JavaScript has, or a promise"],
  ])("of a resource or a method: %s", async (sdkName, reason) => {
    const paths = act("deprecated: true").replace("x-sdk-name: things.act", `x-sdk-name: ${sdkName} # here`);
    expect(await stopsOf({ paths })).toContain(`here: ${reason}`);
  });

  it("of an option that calls have anyway", async () => {
    const paths = act(
      "parameters:\n  - { name: X-Signal, in: header, x-sdk-option: signal, schema: { type: string } }",
    );
    expect(await stopsOf({ paths: paths.replace("things.act\n", "things.act # here\n") })).toEqual([
      "here: the option signal of a header has the name of another option of calls",
    ]);
  });

  it("of a version whose entry is something else", async () => {
    const root = 'x-api-versions: ["Proxy"] # here';
    const paths = act("x-api-version: Proxy", { url: "/Proxy/things" });
    expect(await stopsOf({ root, paths })).toEqual(["here: @wisekit/client/Proxy is something else already"]);
  });

  it("of two life cycles", async () => {
    const cycle = "{ type: string, x-open-enum: true, enum: [A, B], x-transitions: { A: [B] } }";
    const schemas = `Kind: ${cycle}\nkindTransitions: { type: string }`;
    expect((await stopsOf({ schemas, paths: "" }))[0]).toContain(
      "the transitions of Kind would have the name kindTransitions in @wisekit/client, which the schema kindTransitions has",
    );
  });
});
