import { describe, expect, it } from "vitest";
import { emitOperations } from "../../generate/emit-operations.ts";
import { emitVersions } from "../../generate/emit-versions.ts";
import { operationData } from "../../generate/operation-data.ts";
import { valueText } from "../../generate/value-text.ts";
import { smallContract } from "./support/small-contract.ts";

/** A contract with one operation more, `things.run`, of which this says all but the usual. */
function contractWith(path: string, method: string, operation: string, root = "") {
  const paths = `
${path}:
  ${method}:
    operationId: thingsRun
    tags: [things]
    summary: Run things
    x-sdk-name: things.run
${operation.replaceAll(/^(?=.)/gm, "    ")}
`;
  return smallContract({ paths, root });
}

async function dataText(path: string, method: string, operation: string): Promise<string> {
  const model = await contractWith(path, method, operation);
  const run = model.operations.find(({ sdkName }) => sdkName === "things.run");
  if (!run) throw new Error("the contract has no things.run");
  return valueText(operationData(model, run));
}

const nothing = 'responses: { "204": { description: Done. } }';
const json = 'responses: { "200": { description: It., content: { application/json: { schema: { type: object } } } } }';
const write = "x-invalidates: []\n";

const cases: readonly [title: string, path: string, method: string, given: string, wanted: string][] = [
  [
    "a read by GET: nothing but its path",
    "/things/{thingId}",
    "get",
    `parameters: [{ name: thingId, in: path, required: true, schema: { type: string } }]\n${json}`,
    '{ method: "GET", path: "/things/{thingId}" }',
  ],
  [
    "a GET that changes something: that it is never retried",
    "/things",
    "get",
    `x-retry: never\n${write}${nothing}`,
    '{ method: "GET", path: "/things", retry: "never", response: "none" }',
  ],
  ["a read by POST", "/things", "post", `x-retry: read\n${json}`, '{ method: "POST", path: "/things", retry: "read" }'],
  [
    "a write that is never retried, as most POSTs",
    "/things",
    "post",
    `x-retry: never\n${write}${json}`,
    '{ method: "POST", path: "/things" }',
  ],
  [
    "arguments with other names than on the wire",
    "/things/{id}",
    "put",
    `x-retry: idempotent
${write}parameters:
  - { name: id, in: path, required: true, x-sdk-argument: thingId, schema: { type: string } }
  - { name: X-Kind, in: header, required: true, x-sdk-argument: kind, schema: { type: string } }
requestBody:
  required: true
  content:
    application/json:
      schema: { type: object, required: [id], properties: { id: { type: string }, note: { type: string } } }
${nothing}`,
    `{
  method: "PUT",
  path: "/things/{id}",
  pathArguments: { id: "thingId" },
  retry: "idempotent",
  header: ["kind"],
  body: { fields: ["id", "note"] },
  required: ["kind", "id"],
  wireNames: { kind: "x-kind" },
  response: "none",
}`,
  ],
  [
    "arrays in the query, exploded or not",
    "/things",
    "get",
    `x-pagination: none
parameters:
  - { name: tags, in: query, schema: { type: array, items: { type: string } } }
  - { name: kinds, in: query, style: form, explode: false, schema: { type: array, items: { type: string } } }
${json}`,
    '{ method: "GET", path: "/things", query: ["tags", "kinds"], repeated: ["tags"], commaSeparated: ["kinds"] }',
  ],
  [
    "a header with a constant value, and what is accepted where that is a file",
    "/things",
    "get",
    `parameters: [{ name: X-Method, in: header, required: true, schema: { const: jws } }]
responses: { "200": { description: It., content: { application/pdf: {}, text/csv: { schema: { type: string } } } } }`,
    `{
  method: "GET",
  path: "/things",
  headers: { accept: "application/pdf, text/csv", "x-method": "jws" },
  response: createWiseFile,
}`,
  ],
  [
    "a body that is one argument, and optional",
    "/things",
    "put",
    `x-retry: idempotent
${write}requestBody:
  x-sdk-argument: labels
  content: { application/json: { schema: { type: object, additionalProperties: { type: string } } } }
${nothing}`,
    '{ method: "PUT", path: "/things", retry: "idempotent", body: { whole: "labels", optional: true }, response: "none" }',
  ],
  [
    "a body of files",
    "/things",
    "post",
    `x-retry: never
${write}requestBody:
  required: true
  content:
    multipart/form-data:
      schema: { type: object, required: [file], properties: { file: { type: string, format: binary } } }
${nothing}`,
    `{
  method: "POST",
  path: "/things",
  body: { as: multipartBody, fields: ["file"] },
  required: ["file"],
  response: "none",
}`,
  ],
  [
    "a body of text, and a response of text",
    "/things",
    "post",
    `x-retry: read
requestBody:
  required: true
  x-sdk-argument: jws
  content: { application/jose+json: { schema: { type: string } } }
responses: { "200": { description: It., content: { application/jose+json: { schema: { type: string } } } } }`,
    `{
  method: "POST",
  path: "/things",
  retry: "read",
  body: { as: textBody, mediaType: "application/jose+json", whole: "jws" },
  required: ["jws"],
  headers: { accept: "application/jose+json" },
  response: "text",
}`,
  ],
  [
    "a merge-patch",
    "/things",
    "patch",
    `x-retry: idempotent
${write}requestBody:
  required: true
  content:
    application/merge-patch+json: { schema: { type: object, properties: { name: { type: [string, "null"] } } } }
${nothing}`,
    `{
  method: "PATCH",
  path: "/things",
  retry: "idempotent",
  body: { mediaType: "application/merge-patch+json", fields: ["name"] },
  response: "none",
}`,
  ],
  [
    "an idempotency key in a header",
    "/things",
    "post",
    `x-retry: keyed
${write}parameters: [{ name: X-Key, in: header, required: true, x-idempotency-key: true, schema: { type: string } }]
${nothing}`,
    '{ method: "POST", path: "/things", retry: "keyed", key: { header: "x-key" }, response: "none" }',
  ],
  [
    "an idempotency key in the body",
    "/things",
    "post",
    `x-retry: keyed
${write}requestBody:
  required: true
  content:
    application/json:
      schema:
        { type: object, required: [key, amount], properties: { key: { type: string, x-idempotency-key: true }, amount: { type: number } } }
${nothing}`,
    `{
  method: "POST",
  path: "/things",
  retry: "keyed",
  body: { fields: ["key", "amount"] },
  required: ["amount"],
  key: { argument: "key" },
  response: "none",
}`,
  ],
  [
    "where its arguments hold money, and where its body has integers: in lists, maps and variants, too",
    "/things",
    "post",
    `x-retry: never
${write}requestBody:
  required: true
  content:
    application/json:
      schema:
        type: object
        required: [id, parts]
        properties:
          id: { type: integer }
          parts:
            type: array
            items:
              type: object
              required: [price]
              properties:
                price: { oneOf: [{ type: number, x-money: true }, { type: integer }] }
                rates: { type: object, additionalProperties: { type: [integer, "null"] } }
${nothing}`,
    `{
  method: "POST",
  path: "/things",
  body: { fields: ["id", "parts"], integers: ["id", "parts.price", "parts.rates.*"] },
  required: ["id", "parts"],
  amounts: ["parts.price"],
  response: "none",
}`,
  ],
  [
    "whose token it takes: none, the application's, or either, the preferred one first",
    "/things",
    "get",
    `security: [{ applicationToken: [] }, { userToken: [] }]\n${json}`,
    '{ method: "GET", path: "/things", auth: ["application", "user"] }',
  ],
  [
    "that it takes no token",
    "/things",
    "get",
    `security: []\n${json}`,
    '{ method: "GET", path: "/things", auth: "none" }',
  ],
  [
    "where it exists, if not everywhere, and on which host, if not the usual one",
    "/things",
    "get",
    `servers: [{ url: "https://other.sandbox.example.com", x-environment: sandbox, x-host: other }]\n${json}`,
    '{ method: "GET", path: "/things", host: "other", environments: ["sandbox"] }',
  ],
  [
    "a 409 that is worth a retry",
    "/things",
    "put",
    `x-retry: idempotent
${write}responses: { "204": { description: Done. }, "409": { description: Not yet., x-retryable: true } }`,
    '{ method: "PUT", path: "/things", retry: "idempotent", retryOnConflict: true, response: "none" }',
  ],
];

describe("the data of an operation", () => {
  it.each(cases)("holds %s", async (_, path, method, given, wanted) => {
    expect(await dataText(path, method, given)).toBe(wanted);
  });

  it.each<[string, string, string]>([
    [
      "page numbers from 0, with a total inside",
      "{ style: page-number, page: page, size: size, first: 0, items: data.things, total: data.total }",
      `{ style: pageNumberSteps, page: "page", first: 0, size: "size", maximumSize: 50, total: ["data", "total"], items: ["data", "things"] }`,
    ],
    [
      "an offset and a limit",
      "{ style: offset, offset: page, limit: size, items: data.things }",
      `{ style: offsetSteps, offset: "page", maximumSize: 50, items: ["data", "things"], size: "size" }`,
    ],
    [
      "a cursor in the response",
      "{ style: cursor, cursor: page, next: data.total, size: size, items: data.things }",
      `{ style: cursorSteps, cursor: "page", next: ["data", "total"], size: "size", maximumSize: 50, items: ["data", "things"] }`,
    ],
  ])("holds how its pages follow each other: %s", async (_, pagination, wanted) => {
    const text = await dataText(
      "/things",
      "get",
      `x-pagination: ${pagination}
parameters:
  - { name: page, in: query, schema: { type: integer, minimum: 0 } }
  - { name: size, in: query, schema: { type: integer, minimum: 1, maximum: 50 } }
responses:
  "200":
    description: Things.
    content:
      application/json:
        schema:
          type: object
          properties:
            data:
              type: object
              properties:
                total: { type: integer }
                things: { type: array, items: { type: string } }`,
    );
    expect(text.replaceAll(/\s+/g, " ")).toContain(wanted.replaceAll(/\s+/g, " ").slice(0, -2));
  });
});

describe("operations.gen.ts", () => {
  it("has a constant for each resource, and all of them in one object", async () => {
    expect(emitOperations(await contractWith("/things", "get", json))).toBe(
      `// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

import type { Resource } from "../operation.ts";
import type { FactsResource, ThingsResource } from "./resources.gen.ts";

/** The operations of \`facts\`. */
export const facts: Resource<FactsResource> = {
  name: "facts",
  operations: {
    get: { method: "GET", path: "/facts", auth: { user: "clientId", password: "clientSecret" }, response: "none" },
  },
};

/** The operations of \`things\`. */
export const things: Resource<ThingsResource> = {
  name: "things",
  operations: {
    run: { method: "GET", path: "/things" },
  },
};

/** Every resource: what \`createClient\` takes. */
export const resources: {
  readonly facts: typeof facts;
  readonly things: typeof things;
} = {
  facts,
  things,
};
`,
    );
  });
});

describe("the file of a dated version", () => {
  it("has the types and operations of that version only", async () => {
    const model = await contractWith(
      "/2026Q3/things",
      "get",
      `x-api-version: "2026Q3"\n${json}`,
      'x-api-versions: ["2026Q3"]',
    );
    expect([...emitVersions(model)]).toEqual([
      [
        "2026Q3",
        `// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

import type { Resource } from "../../operation.ts";
import type { CallPromise } from "../../call/call-promise.ts";
import type { CallOptions } from "../../options/call-options.ts";

/** Arguments of \`things.run\`. */
export type ThingsRunArgs = Record<string, never>;

/** The operations of \`things\`. */
export interface ThingsResource {
  /**
   * Run things.
   *
   * \`GET /2026Q3/things\`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by \`code\`.
   */
  run(args?: ThingsRunArgs, options?: CallOptions): CallPromise<Record<string, unknown>>;
}

/** The operations of \`things\`. */
export const things: Resource<ThingsResource> = {
  name: "things",
  version: "2026Q3",
  operations: {
    run: { method: "GET", path: "/2026Q3/things" },
  },
};
`,
      ],
    ]);
    expect(emitOperations(model)).not.toContain("things");
  });
});
