import { describe, expect, it } from "vitest";
import { emitDataTypes } from "../../generate/emit-react-data-types.ts";
import { emitFactories } from "../../generate/emit-react-factories.ts";
import { emitHooks } from "../../generate/emit-react-hooks.ts";
import { emitMutations, emitQueries } from "../../generate/emit-react-options.ts";
import type { ContractModel, OperationModel, PaginationModel } from "../../generate/model.ts";
import { smallContract } from "./support/small-contract.ts";

const schemas = `
Thing:
  type: object
  properties:
    id: { type: string }
    status: { type: string }
ThingPage:
  type: object
  properties:
    things: { type: array, items: { $ref: "#/components/schemas/Thing" } }
    totalCount: { type: integer }
`;

const paged = `
/things:
  get:
    operationId: thingsList
    tags: [things]
    summary: List things
    x-sdk-name: things.list
    x-retry: read
    x-pagination: { style: page-number, page: page, size: size, items: things, total: totalCount }
    parameters:
      - { name: page, in: query, schema: { type: integer, minimum: 1, default: 1 } }
      - { name: size, in: query, schema: { type: integer, maximum: 100 } }
    responses:
      "200":
        description: Things.
        content: { application/json: { schema: { $ref: "#/components/schemas/ThingPage" } } }
`;

// A read with an optional filter of the name of the write's argument.
const filtered = `
/owners/{ownerId}/things:
  parameters:
    - { name: ownerId, in: path, required: true, schema: { type: integer } }
  get:
    operationId: thingsList
    tags: [things]
    summary: List things
    x-sdk-name: things.list
    x-retry: read
    x-pagination: none
    parameters:
      - { name: status, in: query, schema: { type: string } }
    responses:
      "200":
        description: Things.
        content: { application/json: { schema: { $ref: "#/components/schemas/ThingPage" } } }
/owners/{ownerId}/things/{thingId}:
  parameters:
    - { name: ownerId, in: path, required: true, schema: { type: integer } }
    - { name: thingId, in: path, required: true, schema: { type: string } }
  put:
    operationId: thingsSetStatus
    tags: [things]
    summary: Set a thing's status
    deprecated: true
    x-sdk-name: things.setStatus
    x-retry: idempotent
    x-invalidates: [things.list]
    x-optimistic: { argument: status, between: ["ON", "OFF"], places: { things.list: "things[id=thingId].status" } }
    requestBody:
      required: true
      content:
        application/json:
          schema: { type: object, required: [status], properties: { status: { type: string, enum: ["ON", "OFF"] } } }
    responses: { "204": { description: Done. } }
`;

const secret = `
/things/{thingId}/token:
  parameters:
    - { name: thingId, in: path, required: true, schema: { type: string } }
  get:
    operationId: thingsToken
    tags: [things]
    summary: Get a thing's token
    x-sdk-name: things.token
    x-retry: read
    x-pagination: none
    responses:
      "200":
        description: The token.
        content:
          application/json:
            schema: { type: object, properties: { token: { type: string, x-sensitive: token } } }
`;

describe("a paged read whose arguments are all optional", async () => {
  const model = await smallContract({ schemas, paths: paged });

  it("has a constant for its query and one for its infinite query", () => {
    expect(emitFactories(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

import type { ThingPage, ThingsListAllArgs, ThingsListArgs } from "@wisekit/client";
import { pageNumberSteps } from "@wisekit/client/internal";
import { createInfiniteOptions, type InfiniteOptionsFactory } from "../infinite-query-factory.ts";
import { createQueryFactory, type QueryFactory } from "../query-factory.ts";

export const thingsList: QueryFactory<ThingsListArgs | void, ThingPage> =
  /* @__PURE__ */ createQueryFactory("things.list", ["page", "size"]);

export const thingsListInfinite: InfiniteOptionsFactory<ThingsListAllArgs | void, ThingPage> =
  /* @__PURE__ */ createInfiniteOptions(thingsList, /* @__PURE__ */ pageNumberSteps({
    page: "page",
    first: 1,
    size: "size",
    total: ["totalCount"],
    items: ["things"],
  }));
`);
  });

  it("is a query factory with `infinite` in the group of its resource", () => {
    expect(emitQueries(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

import type { ThingPage, ThingsListAllArgs, ThingsListArgs } from "@wisekit/client";
import { type InfiniteQueryFactory, withInfinite } from "../infinite-query-factory.ts";
import type { WithResource } from "../registered-client.ts";
import { thingsList, thingsListInfinite } from "./factories.gen.ts";

/** Query options of the reads of \`things\`. */
export const thingQueries: WithResource<
  "things",
  {
    /**
     * List things.
     *
     * Contract operation: \`things.list\`.
     */
    readonly list: InfiniteQueryFactory<ThingsListArgs | void, ThingsListAllArgs | void, ThingPage>;
  }
> = {
  list: /* @__PURE__ */ withInfinite(thingsList, thingsListInfinite),
};
`);
  });

  it("has a hook for one page and one for all", () => {
    expect(emitHooks(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.
"use client";

import type { InfiniteData, SkipToken, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";
import type { ThingPage, ThingsListAllArgs, ThingsListArgs, WiseError } from "@wisekit/client";
import type { PageParam } from "../infinite-query-factory.ts";
import type { WithResource } from "../registered-client.ts";
import { type UseWiseInfiniteQueryOptions, useWiseInfiniteQuery } from "../use-wise-infinite-query.ts";
import { type UseWiseQueryOptions, useWiseQuery } from "../use-wise-query.ts";
import { thingsList, thingsListInfinite } from "./factories.gen.ts";

/**
 * List things.
 *
 * \`useQuery\` over \`thingQueries.list\`; \`skipToken\` for arguments makes it wait.
 *
 * Contract operation: \`things.list\`.
 */
export function useThings<Selected = ThingPage>(
  ...given: WithResource<
    "things",
    [args?: ThingsListArgs | SkipToken, options?: UseWiseQueryOptions<ThingPage, Selected>]
  >
): UseQueryResult<Selected, WiseError> {
  return useWiseQuery(thingsList, ...given);
}

/**
 * List things.
 *
 * \`useInfiniteQuery\` over \`thingQueries.list.infinite\`; \`skipToken\` for arguments makes it wait.
 *
 * Contract operation: \`things.list\`.
 */
export function useInfiniteThings<Selected = InfiniteData<ThingPage, PageParam>>(
  ...given: WithResource<
    "things",
    [args?: ThingsListAllArgs | SkipToken, options?: UseWiseInfiniteQueryOptions<ThingPage, Selected>]
  >
): UseInfiniteQueryResult<Selected, WiseError> {
  return useWiseInfiniteQuery(thingsListInfinite, ...given);
}
`);
  });

  it("leaves the module of the mutations empty", () => {
    expect(emitMutations(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

export {};
`);
  });
});

describe("a write that a read depends on", async () => {
  const model = await smallContract({ schemas, paths: filtered });

  it("affects the queries with the same path arguments, whatever filters of the same name they have", () => {
    expect(emitFactories(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

import type { ThingPage, ThingsListArgs, ThingsSetStatusArgs } from "@wisekit/client";
import { createMutationFactory, type MutationFactory } from "../mutation-factory.ts";
import { createOptimisticUpdater } from "../optimistic-update.ts";
import { createQueryFactory, type QueryFactory } from "../query-factory.ts";

export const thingsList: QueryFactory<ThingsListArgs, ThingPage> =
  /* @__PURE__ */ createQueryFactory("things.list", ["ownerId", "status"]);

export const thingsSetStatus: MutationFactory<ThingsSetStatusArgs, void> =
  /* @__PURE__ */ createMutationFactory(
    "things.setStatus",
    { affects: [{ read: "things.list", by: { ownerId: "ownerId" } }] },
    /* @__PURE__ */ createOptimisticUpdater({
      argument: "status",
      between: ["ON", "OFF"],
      places: [{ read: "things.list", set: ["status"], item: { of: "things", field: "id", argument: "thingId" } }],
    }),
  );
`);
  });

  it("is a mutation factory in the group of its resource", () => {
    expect(emitMutations(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

import type { ThingsSetStatusArgs } from "@wisekit/client";
import type { MutationFactory } from "../mutation-factory.ts";
import type { WithResource } from "../registered-client.ts";
import { thingsSetStatus } from "./factories.gen.ts";

/** Mutation options of the writes of \`things\`. */
export const thingMutations: WithResource<
  "things",
  {
    /**
     * Set a thing's status.
     *
     * Contract operation: \`things.setStatus\`.
     *
     * @deprecated Deprecated by Wise.
     */
    readonly setStatus: MutationFactory<ThingsSetStatusArgs, void>;
  }
> = {
  setStatus: thingsSetStatus,
};
`);
  });

  it("has a hook", () => {
    expect(emitHooks(model)).toContain(`
/**
 * Set a thing's status.
 *
 * \`useMutation\` over \`thingMutations.setStatus\`.
 *
 * Contract operation: \`things.setStatus\`.
 *
 * @deprecated Deprecated by Wise.
 */
export function useSetThingStatus(
  ...given: WithResource<"things", [options?: UseWiseMutationOptions<ThingsSetStatusArgs, void>]>
): UseMutationResult<void, WiseError, ThingsSetStatusArgs> {
  return useWiseMutation(thingsSetStatus, ...given);
}
`);
  });

  it("whose arguments hold personal data has its facts say so", async () => {
    const properties = "properties: { phone: { type: string, x-sensitive: pii },";
    const personal = await smallContract({ schemas, paths: filtered.replace("properties: {", properties) });
    expect(emitFactories(personal)).toContain(
      '{ affects: [{ read: "things.list", by: { ownerId: "ownerId" } }], personal: true },\n',
    );
  });
});

describe("a read that gives a secret", async () => {
  const model = await smallContract({ schemas, paths: secret });

  it("has neither query options nor a constant", () => {
    expect(emitFactories(model)).toBe(emitMutations(model));
    expect(emitQueries(model)).toBe(emitMutations(model));
  });

  it("has a name for the type of its data, which the contract does not name", () => {
    expect(emitDataTypes(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

/** What \`things.token\` gives. */
export type ThingsTokenData = { token?: string };
`);
  });

  it("has a hook without a cache", () => {
    expect(emitHooks(model)).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.
"use client";

import type { ThingsTokenArgs } from "@wisekit/client";
import type { ThingsTokenData } from "./data-types.gen.ts";
import type { WithResource } from "../registered-client.ts";
import { type UncachedCall, useUncachedCall } from "../use-uncached-call.ts";

/**
 * Get a thing's token.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: \`things.token\`.
 */
export function useThingToken(
  ..._: WithResource<"things", []>
): UncachedCall<ThingsTokenArgs, ThingsTokenData> {
  return useUncachedCall("things.token");
}
`);
  });

  it("has a constant for what it affects, where it is a write", async () => {
    const write = secret.replace(
      "x-retry: read\n    x-pagination: none",
      "x-retry: never\n    x-invalidates: [things.list]",
    );
    const model = await smallContract({ schemas, paths: paged + write.replace("  get:", "  post:") });
    expect(emitHooks(model)).toContain(`
const thingsTokenAffects: AffectedReads = [{ read: "things.list", by: {} }];

/**
 * Get a thing's token.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: \`things.token\`.
 */
export function useTokenThing(
  ..._: WithResource<"things", []>
): UncachedCall<ThingsTokenArgs, ThingsTokenData> {
  return useUncachedCall("things.token", thingsTokenAffects);
}
`);
  });
});

/** The same operation otherwise: parts of the model that a contract of a few lines need not spell out. */
function altered(model: ContractModel, sdkName: string, change: Partial<OperationModel>): ContractModel {
  const operations = model.operations.map((operation) =>
    operation.sdkName === sdkName ? { ...operation, ...change } : operation,
  );
  return { ...model, operations };
}

describe("a keyed write", async () => {
  const model = altered(await smallContract({ schemas, paths: filtered }), "things.setStatus", {
    retry: "keyed",
    optimistic: undefined,
  });
  const withKeyArgument = (change: Partial<OperationModel> = {}) =>
    altered(model, "things.setStatus", {
      arguments: model.operations
        .flatMap((operation) => (operation.sdkName === "things.setStatus" ? operation.arguments : []))
        .map((argument) => ({ ...argument, isIdempotencyKey: argument.name === "status" })),
      ...change,
    });

  it("has a factory of its own, which knows the argument that holds the key", () => {
    expect(emitFactories(model)).toContain(`
export const thingsSetStatus: MutationFactory<ThingsSetStatusArgs, void> =
  /* @__PURE__ */ createKeyedMutationFactory("things.setStatus", {
    affects: [{ read: "things.list", by: { ownerId: "ownerId" } }],
  });
`);
    expect(emitFactories(withKeyArgument())).toContain(`
    affects: [{ read: "things.list", by: { ownerId: "ownerId" } }],
    keyArgument: "status",
`);
    expect(emitFactories(model)).toContain(
      'import { createKeyedMutationFactory } from "../keyed-mutation-factory.ts";',
    );
    expect(emitFactories(model)).not.toContain("createMutationFactory");
  });

  it("past the caches has a hook of its own, whose call takes a key where it travels in a header", () => {
    expect(emitHooks(altered(model, "things.setStatus", { isSecret: true }))).toContain(`\
export function useSetThingStatus(
  ..._: WithResource<"things", []>
): UncachedCall<ThingsSetStatusArgs, void, KeyedCallOptions> {
  return useKeyedUncachedCall("things.setStatus", thingsSetStatusAffects);
}
`);
    expect(emitHooks(withKeyArgument({ isSecret: true, invalidates: [] }))).toContain(`\
): UncachedCall<ThingsSetStatusArgs, void> {
  return useKeyedUncachedCall("things.setStatus", undefined, "status");
}
`);
  });
});

describe("an infinite query", async () => {
  const model = await smallContract({ schemas, paths: paged });
  const item = { type: "object" };
  const [items, total] = [["data", "things"], ["total"]];

  it.each<[string, PaginationModel, string]>([
    [
      "page numbers from 0 without a total, in a bare array",
      {
        style: "page-number",
        page: "page",
        first: 0,
        size: "size",
        maximumSize: 9,
        items: undefined,
        total: undefined,
        item,
      },
      `pageNumberSteps({
    page: "page",
    first: 0,
    size: "size",
  })`,
    ],
    [
      "offsets",
      { style: "offset", offset: "page", limit: "size", maximumSize: 9, items, total, item },
      `offsetSteps({
    offset: "page",
    items: ["data", "things"],
    total: ["total"],
  })`,
    ],
    [
      "cursors",
      { style: "cursor", cursor: "page", next: ["next"], size: "size", maximumSize: 9, items: ["things"], item },
      `cursorSteps({
    cursor: "page",
    next: ["next"],
    items: ["things"],
  })`,
    ],
    [
      "ids of the last item",
      { style: "last-id", cursor: "page", id: ["id"], size: undefined, maximumSize: undefined, items: undefined, item },
      'lastIdSteps({ cursor: "page", id: ["id"] })',
    ],
    [
      "date windows",
      {
        style: "date-window",
        from: "page",
        to: "size",
        maximumDays: 9,
        boundary: "inclusive",
        format: "date",
        items,
        item,
      },
      `dateWindowSteps({
    from: "page",
    to: "size",
    maximumDays: 9,
    boundary: "inclusive",
    format: "date",
    items: ["data", "things"],
  })`,
    ],
  ])("over %s has the steps of this style only", (_, pagination, steps) => {
    const text = emitFactories(altered(model, "things.list", { pagination }));
    expect(text).toContain(`/* @__PURE__ */ createInfiniteOptions(thingsList, /* @__PURE__ */ ${steps});\n`);
    expect(text).toContain(`import { ${steps.split("(")[0]} } from "@wisekit/client/internal";`);
  });
});

describe("the data", async () => {
  const model = await smallContract({ schemas, paths: filtered });

  it("of a query without a response body is null, which a cache can hold, and of a mutation nothing", () => {
    const text = emitFactories(altered(model, "things.list", { response: { kind: "none" } }));
    expect(text).toContain("export const thingsList: QueryFactory<ThingsListArgs, null>");
    expect(text).toContain("export const thingsSetStatus: MutationFactory<ThingsSetStatusArgs, void>");
  });

  it("of a text is a string, and of a file a WiseFile that no query holds", () => {
    const text = { kind: "text", mediaType: "text/plain" } as const;
    expect(emitFactories(altered(model, "things.list", { response: text }))).toContain(
      "QueryFactory<ThingsListArgs, string>",
    );
    const file = altered(model, "things.list", { response: { kind: "file", mediaTypes: ["application/pdf"] } });
    expect(emitFactories(file)).not.toContain("things.list");
    expect(emitHooks(file)).toContain(`\
 * Gives a file, a stream that can be read once, so the response is not cached.
 *
 * Contract operation: \`things.list\`.
 */
export function useThings(
  ..._: WithResource<"things", []>
): UncachedCall<ThingsListArgs, WiseFile> {
`);
  });
});

describe("an optimistic update stops generation", () => {
  it.each([
    ["argument: status", "argument: state", "things.setStatus has no argument state"],
    ["].status", "].state", "the response of things.list has no state there"],
    ['"things[id=thingId].status"', "a-b", "x-optimistic must be { argument, between, places }"],
    ["places: { things.list:", "places: { things.gone:", "x-invalidates does not name things.gone"],
    ["things[id=thingId]", "items[id=thingId]", "the response of things.list has no items there"],
    ["things[id=thingId]", "things[id=card]", "things.setStatus has no argument card"],
    ['between: ["ON", "OFF"]', 'values: ["ON"]', "x-optimistic must be { argument, between, places }"],
  ])("with %s changed to %s", async (from, to, reason) => {
    expect(filtered).toContain(from);
    await expect(smallContract({ schemas, paths: filtered.replace(from, to) })).rejects.toThrow(reason);
  });

  it("of a response that is the thing itself, unless every path argument of the read is known", async () => {
    const list = "/owners/{ownerId}/things:\n  parameters:";
    const get = filtered
      .replace(
        list,
        `/owners/{ownerId}/kinds/{kind}/things:\n  parameters:\n    - { name: kind, in: path, required: true, schema: { type: string } }`,
      )
      .replace('"things[id=thingId].status"', "totalCount");
    await expect(smallContract({ schemas, paths: get })).rejects.toThrow(
      "x-invalidates must say which kind of things.list is meant",
    );
  });
});
