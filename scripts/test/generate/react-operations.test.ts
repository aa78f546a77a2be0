import { describe, expect, it } from "vitest";
import type { OperationModel } from "../../generate/model.ts";
import { type ReactKind, reactKind } from "../../generate/react-operations.ts";
import { reactSentence } from "../../generate/react-reference.ts";
import { smallContract } from "./support/small-contract.ts";

const model = await smallContract({
  paths: `
/things:
  get:
    operationId: thingsList
    tags: [things]
    summary: List things
    x-sdk-name: things.list
    x-retry: read
    x-pagination: none
    responses: { "200": { description: Things., content: { application/json: { schema: { type: string } } } } }
`,
});
const read = model.operations.find(({ sdkName }) => sdkName === "things.list") as OperationModel;
const write: OperationModel = { ...read, httpMethod: "post", retry: "never", isRead: false };
const file = { kind: "file", mediaTypes: ["application/pdf"] } as const;
const upload = {
  kind: "multipart",
  mediaType: "multipart/form-data",
  files: ["file"],
  required: true,
  schema: {},
} as const;

describe("in @wisekit/react", () => {
  it.each<[string, OperationModel, ReactKind]>([
    ["a GET", read, "query"],
    ["a POST that reads", { ...read, httpMethod: "post" }, "query"],
    ["a GET that changes something", { ...write, httpMethod: "get" }, "mutation"],
    ["a POST that writes", write, "mutation"],
    ["a write that uploads a file", { ...write, body: upload }, "mutation"],
    ["a read that takes a file", { ...read, body: upload }, "uncached"],
    ["a read that gives a file", { ...read, response: file }, "uncached"],
    ["a write that gives a file", { ...write, response: file }, "uncached"],
    ["a read with a secret", { ...read, isSecret: true }, "uncached"],
    ["a write with a secret", { ...write, isSecret: true }, "uncached"],
    ["a call that may be challenged", { ...write, sca: true }, "uncached"],
    ["a call without authentication", { ...read, auth: { kind: "none" } }, "query"],
    ["a call for either token", { ...read, auth: { kind: "token", of: ["application", "user"] } }, "query"],
    ["a call for the application's token alone", { ...read, auth: { kind: "token", of: ["application"] } }, "none"],
    ["a call with the partner's credentials", { ...read, auth: { kind: "basic", user: "a", password: "b" } }, "none"],
    ["a call that is part of the exchange of sealed card data", { ...read, isSealedExchange: true }, "none"],
    ["a call of a dated version", { ...read, apiVersion: "2026Q3" }, "none"],
  ])("%s has its kind", (_, operation, kind) => {
    expect(reactKind(operation)).toBe(kind);
  });
});

describe("its page of reference", () => {
  it.each<[string, Partial<OperationModel>, string | undefined]>([
    ["a query", {}, "In React: `useThings`, over `thingQueries.list`."],
    ["a mutation", { isRead: false }, "In React: `useListThing`, over `thingMutations.list`."],
    ["an uncached call", { response: file }, "In React: `useThings`, which caches nothing."],
    [
      "a call for servers",
      { auth: { kind: "token", of: ["application"] } },
      "In React: no hook, since it is for servers only.",
    ],
    ["sealed card data", { isSealedExchange: true }, "In React: no hook of its own; `useCardReveal` shows card data."],
    ["a dated version", { apiVersion: "2026Q3" }, undefined],
  ])("says of %s what it is in React", (_, change, sentence) => {
    expect(reactSentence(model, { ...read, ...change })).toBe(sentence);
  });
});
