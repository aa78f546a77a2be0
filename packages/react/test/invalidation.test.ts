import { QueryClient } from "@tanstack/react-query";
import type { WiseClient } from "@wisekit/client";
import { beforeEach, describe, expect, it } from "vitest";
import { attachClient } from "../src/attached-client.ts";
import { createMutationFactory, type MutationFacts } from "../src/mutation-factory.ts";
import { createOptimisticUpdater } from "../src/optimistic-update.ts";
import { createQueryFactory } from "../src/query-factory.ts";

interface Thing {
  readonly id: string;
  status: string;
}

// A contract in which reads have optional filters, one of them of the same name as an argument of the write.
const list = createQueryFactory<{ ownerId: number; status?: string }, { things: Thing[] }>("things.list", [
  "ownerId",
  "status",
]);
const get = createQueryFactory<{ thingId: string }, Thing>("things.get", ["thingId"]);
const facts: MutationFacts = {
  affects: [
    { read: "things.list", by: { ownerId: "ownerId" } },
    { read: "things.get", by: { thingId: "id" } },
    { read: "things.get", by: { thingId: "otherId" } },
  ],
};
const optimistic = createOptimisticUpdater({
  argument: "status",
  between: ["ON", "OFF"],
  places: [
    { read: "things.list", set: ["status"], item: { of: "things", field: "id", argument: "id" } },
    { read: "things.get", set: ["status"] },
  ],
});

interface Args {
  readonly ownerId: number;
  readonly id: string;
  readonly otherId?: string;
  readonly status: string;
}

const setStatus = createMutationFactory<Args, void>("things.setStatus", facts, optimistic);

let queryClient: QueryClient;
let finish: (failure?: Error) => void;
beforeEach(async () => {
  queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const things = {
    list: async ({ status = "ON" }) => ({ things: [{ id: "a", status }] }),
    get: async ({ thingId }: { thingId: string }) => ({ id: thingId, status: "ON" }),
    setStatus: () =>
      new Promise<void>((resolve, reject) => {
        finish = (failure) => (failure ? reject(failure) : resolve());
      }),
  };
  attachClient(queryClient, { things } as unknown as WiseClient);
  await queryClient.fetchQuery(list({ ownerId: 1 }));
  await queryClient.fetchQuery(list({ ownerId: 1, status: "ON" }));
  await queryClient.fetchQuery(list({ ownerId: 2 }));
  for (const thingId of ["a", "b", "c"]) await queryClient.fetchQuery(get({ thingId }));
});

function write(args: Args) {
  return queryClient.getMutationCache().build(queryClient, setStatus()).execute(args);
}

const listed = (ownerId: number, status?: string) =>
  queryClient.getQueryData(list({ ownerId, ...(status && { status }) }).queryKey)?.things[0]?.status;

describe("a write whose argument has the name of a read's optional filter", () => {
  it("shows its outcome in the list without and with the filter", async () => {
    const writing = write({ ownerId: 1, id: "a", status: "OFF" });
    await expect.poll(() => listed(1)).toBe("OFF");
    expect([listed(1, "ON"), listed(2)]).toEqual(["OFF", "ON"]);
    finish();
    await writing;
  });

  it("invalidates the list without and with the filter, and of no other owner", async () => {
    const writing = write({ ownerId: 1, id: "a", status: "OFF" });
    await expect.poll(() => listed(1)).toBe("OFF");
    finish();
    await writing;
    const isStale = (key: readonly unknown[]) => queryClient.getQueryState(key)?.isInvalidated;
    expect(isStale(list({ ownerId: 1 }).queryKey)).toBe(true);
    expect(isStale(list({ ownerId: 1, status: "ON" }).queryKey)).toBe(true);
    expect(isStale(list({ ownerId: 2 }).queryKey)).toBe(false);
  });
});

describe("identity by arguments of different names", () => {
  const staleThings = () =>
    ["a", "b", "c"].filter((thingId) => queryClient.getQueryState(get({ thingId }).queryKey)?.isInvalidated);

  it("finds each thing that the write names", async () => {
    const writing = write({ ownerId: 1, id: "a", otherId: "b", status: "OFF" });
    await expect.poll(() => queryClient.getQueryData(get({ thingId: "b" }).queryKey)?.status).toBe("OFF");
    expect(queryClient.getQueryData(get({ thingId: "c" }).queryKey)?.status).toBe("ON");
    finish(new Error("failed"));
    await expect(writing).rejects.toThrow("failed");
    expect(queryClient.getQueryData(get({ thingId: "b" }).queryKey)?.status).toBe("ON");
    expect(staleThings()).toEqual(["a", "b"]);
  });

  it("invalidates every thing where the write leaves the argument out, and shows its outcome in none of those", async () => {
    const writing = write({ ownerId: 1, id: "a", status: "OFF" });
    await expect.poll(() => queryClient.getQueryData(get({ thingId: "a" }).queryKey)?.status).toBe("OFF");
    expect(queryClient.getQueryData(get({ thingId: "b" }).queryKey)?.status).toBe("ON");
    finish();
    await writing;
    expect(staleThings()).toEqual(["a", "b", "c"]);
  });
});
