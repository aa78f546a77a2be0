import { describe, expect, it } from "vitest";
import { emitProxyFacts } from "../../generate/emit-proxy-facts.ts";
import { act, smallContract, smallOperation, stopsOf } from "./support/small-contract.ts";

const inPath = (name: string, more = "") =>
  `- { name: ${name}, in: path, required: true${more}, schema: { type: string } }`;
const inQuery = (name: string, more: string) => `- { name: ${name}, in: query${more}, schema: { type: string } }`;
const get = (more: string, url = "/things") => act(more, { method: "get", url });

describe("what an operation is about", () => {
  it("is the arguments whose parameters say so, under their names in the SDK", async () => {
    const token = "- { name: X-Card, in: header, x-sdk-argument: cardToken, x-scope: card, schema: { type: string } }";
    const paths = get(`parameters:\n  ${inPath("id", ", x-scope: profile")}\n  ${token}`, "/profiles/{id}");
    expect((await smallOperation({ paths })).scope).toEqual({ profile: "id", card: "cardToken" });
  });

  it("can be nothing that belongs to anybody", async () => {
    expect((await smallOperation({ paths: get("x-scope: none") })).scope).toEqual({});
  });

  it("is not known where the contract does not say it", async () => {
    const paths = get(`parameters:\n  ${inPath("profileId")}`, "/profiles/{profileId}");
    expect((await smallOperation({ paths })).scope).toBeUndefined();
  });
});

describe("generation stops on an x-scope", () => {
  it.each([
    ["of an operation that is no none", "x-scope: profile # here", "x-scope of an operation must be none"],
    [
      "of a parameter that is none",
      `parameters:\n  - { name: a, in: query, schema: { type: string }, x-scope: none } # here`,
      "x-scope of a parameter must be profile or card",
    ],
    [
      "of a parameter with several values",
      `parameters:\n  - { name: a, in: query, schema: { type: array, items: { type: string } }, x-scope: card } # here`,
      "x-scope belongs on a parameter with one value, and this is an array",
    ],
    [
      "of an option",
      "parameters:\n  - { name: X-A, in: header, x-sdk-option: a, schema: { type: string }, x-scope: card } # here",
      "x-scope belongs on a parameter that is an argument",
    ],
    [
      "of an operation about nothing, one of whose parameters says otherwise",
      `x-scope: none # here\nparameters:\n  ${inQuery("card", ", x-scope: card")}`,
      "x-scope: none, but the parameter card says what it is about",
    ],
  ])("%s", async (_, more, reason) => {
    expect(await stopsOf({ paths: get(more) })).toEqual([`here: ${reason}`]);
  });

  it("of two parameters for one profile: a grant is held against one", async () => {
    const parameters = `${inQuery("from", ", x-scope: profile")}\n  ${inQuery("to", ", x-scope: profile")}`;
    const [stop] = await stopsOf({ paths: get(`parameters:\n  ${parameters}`) });
    expect(stop).toContain("an operation is about one profile, and x-scope names two parameters: from and to");
  });
});

describe("what the proxy knows of operations", () => {
  const profile = inPath("profileId", ", x-scope: profile");
  const card = inPath("cardToken", ", x-scope: card, x-sensitive: none");
  const factsOf = async (more: string, url: string) => emitProxyFacts(await smallContract({ paths: get(more, url) }));

  it("is what each is about, for those that say it", async () => {
    const facts = await factsOf(`parameters:\n  ${profile}`, "/profiles/{profileId}");
    expect(facts).toContain('ProxyOperationName =\n  | "things.act";');
    expect(facts).toContain('{ "things.act": { profile: "profileId" } };');
    expect(await factsOf("deprecated: true", "/things")).toContain("ProxyOperationName = never;");
  });

  it.each([
    ["applicationToken", "never"],
    ["partner", "never"],
    ["userToken", '\n  | "things.act"'],
  ])("leaves out what takes the partner's token or credentials: %s", async (scheme, names) => {
    const facts = await factsOf(`security: [{ ${scheme}: [] }]\nx-scope: none`, "/things");
    expect(facts).toContain(`ProxyOperationName =${names === "never" ? " never" : names};`);
  });

  it("is the read of one card of a profile, by which it finds out whose card it is", async () => {
    const facts = await factsOf(`parameters:\n  ${profile}\n  ${card}`, "/profiles/{profileId}/cards/{cardToken}");
    expect(facts).toContain(
      '{\n  resource: "things",\n  method: "act",\n  profile: "profileId",\n  card: "cardToken",\n};',
    );
    const other = await factsOf(
      `parameters:\n  ${profile}\n  ${card}`,
      "/profiles/{profileId}/cards/{cardToken}/limits",
    );
    expect(other).toContain("cardLookUp: CardLookUp | undefined = undefined;");
  });
});
