import { describe, expect, it } from "vitest";
import { emitResourcePages, resourceIndex } from "../../generate/emit-resource-pages.ts";
import { emitResources } from "../../generate/emit-resources.ts";
import { emitResponseSchemas } from "../../generate/emit-response-schemas.ts";
import { emitWebhooks } from "../../generate/emit-webhooks.ts";
import { smallContract } from "./support/small-contract.ts";

const paths = `
/owners/{id}/things:
  get:
    operationId: thingsList
    tags: [things]
    summary: List things
    description: Returns the things of an owner.
    deprecated: true
    x-replaced-by: things.upload
    x-sdk-name: things.list
    x-pagination: { style: cursor, cursor: after, next: next, items: things }
    parameters:
      - { name: id, in: path, required: true, x-sdk-argument: ownerId, description: The owner., schema: { type: integer } }
      - name: after
        in: query
        description: Where the page starts.
        x-assumption: No source says how long it may be.
        schema: { type: string }
      - { name: size, in: query, deprecated: true, schema: { type: integer, minimum: 1, maximum: 50, default: 10 } }
    responses:
      "200":
        description: Things.
        content: { application/json: { schema: { $ref: "#/components/schemas/ThingPage" } } }
      "404":
        description: None.
        x-error-codes: [owner.not.found]
        content: { application/json: { schema: { $ref: "#/components/schemas/ThingProblem" } } }
      "422":
        description: Not so.
        x-error-codes: [size.too.small]
        content: { application/json: { schema: { $ref: "#/components/schemas/ThingProblem" } } }
        x-assumption: No source documents this response.
  post:
    operationId: thingsUpload
    tags: [things]
    summary: Upload a thing
    x-sdk-name: things.upload
    x-retry: keyed
    x-invalidates: []
    security: [{ applicationToken: [] }]
    servers: [{ url: "https://api.sandbox.example.com", x-environment: sandbox, x-host: api }]
    parameters:
      - { name: id, in: path, required: true, x-sdk-argument: ownerId, description: The owner., schema: { type: integer } }
      - { name: X-Key, in: header, required: true, x-idempotency-key: true, schema: { type: string } }
    requestBody:
      required: true
      content:
        multipart/form-data:
          schema:
            type: object
            required: [files]
            properties:
              files: { type: array, items: { type: string, format: binary } }
              note: { type: string, description: A word on it. }
    responses: { "200": { description: It., content: { application/pdf: {} } } }
`;

const schemas = `
Thing:
  type: object
  required: [id]
  properties:
    id: { type: string }
    parts: { type: array, items: { $ref: "#/components/schemas/Thing" } }
    labels: { type: object, additionalProperties: { type: [string, "null"] } }
ThingPage:
  type: object
  required: [things]
  properties:
    things: { type: array, items: { $ref: "#/components/schemas/Thing" } }
    next: { type: [string, "null"] }
ThingProblem: { type: object, properties: { code: { $ref: "#/components/schemas/ErrorCode" } } }
ErrorCode: { type: string, x-open-enum: true, x-error-code-enum: true, enum: [owner.not.found, size.too.small] }
ThingEvent:
  type: object
  required: [event_type, schema_version]
  properties:
    event_type: { type: string, const: "things#change" }
    schema_version: { type: string, const: "1.0.0" }
`;

const root = `
x-webhook-discriminators: { type: event_type, version: schema_version }
x-resources: { things: { singular: thing, description: What is kept. } }
webhooks:
  thingChange:
    post:
      operationId: onThingChange
      tags: [things]
      summary: A thing has changed
      description: Sent when a thing has changed.
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/ThingEvent" } } }
      responses: { "200": { description: It has arrived. } }
`;

const contract = await smallContract({ paths, schemas, root });

describe("resources.gen.ts", () => {
  it("has types of arguments and methods, with what the contract says of each", () => {
    const text = emitResources(contract);
    expect(text.slice(text.indexOf("/** Arguments of `things.list`."))).toBe(`/** Arguments of \`things.list\`. */
export interface ThingsListArgs {
  /** The owner. */
  ownerId: number;
  /** Where the page starts. Assumption: No source says how long it may be. */
  after?: string | undefined;
  /**
   * Default: 10. From 1 to 50.
   *
   * @deprecated Deprecated by Wise.
   */
  size?: number | undefined;
}

/** Arguments of \`things.list.all\`. */
export interface ThingsListAllArgs {
  /** The owner. */
  ownerId: number;
  /**
   * Default: 10. From 1 to 50.
   *
   * @deprecated Deprecated by Wise.
   */
  size?: number | undefined;
}

/** Arguments of \`things.upload\`. */
export interface ThingsUploadArgs {
  /** The owner. */
  ownerId: number;
  files: Blob[];
  /** A word on it. */
  note?: string | undefined;
}

/** \`things.list\`: one page by a call, everything by \`all\`. */
export interface ThingsListCall {
  /**
   * Returns the things of an owner.
   *
   * Documented error codes: \`owner.not.found\`. Assumed error codes, which no source documents: \`size.too.small\`.
   *
   * Assumptions: No source documents this response.
   *
   * \`GET /owners/{id}/things\`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by \`code\`.
   *
   * @deprecated Deprecated by Wise. Use things.upload.
   */
  (args: ThingsListArgs, options?: CallOptions): CallPromise<ThingPage>;
  /**
   * Every item, page after page, with one page in memory.
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by \`code\`.
   */
  all(args: ThingsListAllArgs, options?: PageOptions): ItemWalk<Thing, ThingPage>;
}

/** The operations of \`facts\`. */
export interface FactsResource {
  /**
   * Get facts.
   *
   * \`GET /facts\`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by \`code\`.
   */
  get(args: FactsGetArgs, options?: CallOptions): CallPromise<void>;
}

/**
 * What is kept.
 *
 * The operations of \`things\`.
 */
export interface ThingsResource {
  readonly list: ThingsListCall;
  /**
   * Upload a thing.
   *
   * Needs a token of the application. Exists in sandbox only.
   *
   * \`POST /owners/{id}/things\`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by \`code\`.
   */
  upload(args: ThingsUploadArgs, options?: KeyedCallOptions): CallPromise<WiseFile>;
}

/** Every operation of the contract, by resource. */
export interface Resources {
  readonly facts: FactsResource;
  readonly things: ThingsResource;
}
`);
  });

  it("imports the types that it mentions, and no others", () => {
    expect(emitResources(contract).split("\n\n")[1]).toBe(`import type { CallPromise } from "../call/call-promise.ts";
import type { ItemWalk } from "../call/item-walk.ts";
import type { CallOptions, KeyedCallOptions, PageOptions } from "../options/call-options.ts";
import type { WiseFile } from "../response/wise-file.ts";
import type { Thing, ThingPage } from "@wisekit/spec";`);
  });
});

describe("response-schemas.gen.ts", () => {
  it("keeps of recursive schemas, maps and nulls what can be checked", () => {
    expect(
      emitResponseSchemas(contract).split("\n\n").slice(2).join("\n\n"),
    ).toBe(`/** The response of each operation that gives JSON, by its name; of a dated version, after the name of that. */
export const responseSchemas: Readonly<Record<string, ResponseSchema>> = { "things.list": { ref: "ThingPage" } };

/** Schemas by name. */
export const namedSchemas: Readonly<Record<string, ResponseSchema>> = {
  Thing: {
    types: ["object"],
    required: ["id"],
    fields: {
      id: { types: ["string"] },
      parts: { types: ["array"], items: { ref: "Thing" } },
      labels: { types: ["object"], others: { types: ["string", "null"] } },
    },
  },
  ThingPage: {
    types: ["object"],
    required: ["things"],
    fields: { things: { types: ["array"], items: { ref: "Thing" } }, next: { types: ["string", "null"] } },
  },
};
`);
  });
});

describe("webhooks.gen.ts", () => {
  it("has a type for each event, and their union", () => {
    expect(emitWebhooks(contract)).toBe(`// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

import type { ThingEvent } from "@wisekit/spec";

/**
 * Sent when a thing has changed.
 *
 * Event \`things#change\`, version \`1.0.0\`.
 */
export type ThingChangeWebhook = ThingEvent;

/** Every event that Wise delivers. Event and version tell which one it is. */
export type WebhookEvent =
  | ThingChangeWebhook;
`);
  });
});

describe("a page of reference", () => {
  it("says of a resource what its doc comments say", () => {
    expect(
      emitResourcePages(contract).get("docs/reference/things.md"),
    ).toBe(`<!-- Generated from spec/ by \`pnpm generate\`; edit the contract instead. -->

# wise.things

What is kept.

## things.list

**Deprecated by Wise. Use things.upload.**

Returns the things of an owner.

Documented error codes: \`owner.not.found\`. Assumed error codes, which no source documents: \`size.too.small\`.

Assumptions: No source documents this response.

\`GET /owners/{id}/things\`

| argument | type | meaning |
| --- | --- | --- |
| \`ownerId\` | \`number\` | The owner. |
| \`after\`? | \`string\` | Where the page starts. Assumption: No source says how long it may be. |
| \`size\`? | \`number\` | Deprecated by Wise. Default: 10. From 1 to 50. |

Returns \`ThingPage\`. \`.all()\` gives every \`Thing\`, page after page.

In React: \`useThings\` and \`useInfiniteThings\`, over \`thingQueries.list\`.

## things.upload

Upload a thing.

Needs a token of the application. Exists in sandbox only.

\`POST /owners/{id}/things\`

| argument | type | meaning |
| --- | --- | --- |
| \`ownerId\` | \`number\` | The owner. |
| \`files\` | \`Blob[]\` |  |
| \`note\`? | \`string\` | A word on it. |

Returns \`WiseFile\`.

In React: no hook, since it is for servers only.
`);
  });

  it("is found through the index", () => {
    expect(resourceIndex(contract)).toContain("| [wise.things](reference/things.md) | `list`, `upload` |\n");
  });
});
