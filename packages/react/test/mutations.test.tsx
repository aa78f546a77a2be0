// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { type Card, isConflictError } from "@wisekit/client";
import {
  attachClient,
  cardMutations,
  cardQueries,
  permissionQueries,
  useInfiniteCards,
  usePermissions,
  useUpdateCardPhoneNumber,
  useUpdateCardStatus,
  useUpdatePermissions,
} from "@wisekit/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cardToken, createFakeWise, type FakeWise, otherToken, profileId } from "./support/create-fake-wise.ts";
import { providersOf } from "./support/providers.tsx";

afterEach(cleanup);

const put = `PUT /v3/spend/profiles/${profileId}/cards/${cardToken}/status`;
const one = cardQueries.get({ profileId, cardToken });
const list = cardQueries.list({ profileId });
const all = cardQueries.list.infinite({ profileId });

/** A cache that holds the card in each form: by itself, in a page, in the pages of an infinite query. */
async function filled(): Promise<FakeWise> {
  const fake = createFakeWise();
  attachClient(fake.queryClient, fake.client);
  await fake.queryClient.fetchQuery(one);
  await fake.queryClient.fetchQuery(cardQueries.get({ profileId, cardToken: otherToken }));
  await fake.queryClient.fetchQuery(list);
  await fake.queryClient.fetchInfiniteQuery(all);
  fake.requests.length = 0;
  return fake;
}

function shownIn({ queryClient }: FakeWise, token = cardToken): unknown[] {
  const status = (card: Card | undefined) => card?.status.value;
  const inList = (cards: readonly Card[] | undefined) => status(cards?.find((card) => card.token === token));
  return [
    status(queryClient.getQueryData(cardQueries.get({ profileId, cardToken: token }).queryKey)),
    inList(queryClient.getQueryData(list.queryKey)?.cards),
    inList(queryClient.getQueryData(all.queryKey)?.pages.flatMap((page) => page.cards)),
  ];
}

function renderStatus(fake: FakeWise) {
  return renderHook(() => useUpdateCardStatus(), { wrapper: providersOf(fake) }).result;
}

describe("an optimistic update", () => {
  it("shows the new status at once, wherever the card is, and nowhere else", async () => {
    const fake = await filled();
    const release = fake.hold(put);
    const hook = renderStatus(fake);
    act(() => hook.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await waitFor(() => expect(shownIn(fake)).toEqual(["FROZEN", "FROZEN", "FROZEN"]));
    expect(shownIn(fake, otherToken)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
    expect(fake.statusOf(cardToken)).toBe("ACTIVE");
    release();
    await waitFor(() => expect(hook.current.isSuccess).toBe(true));
    expect(fake.statusOf(cardToken)).toBe("FROZEN");
  });

  it("is rolled back after an error, which is the client's", async () => {
    const fake = await filled();
    const release = fake.hold(put);
    fake.failNext(put, 409, { errors: [{ code: "card.status.transition.not.allowed", message: "" }] });
    const hook = renderStatus(fake);
    act(() => hook.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await waitFor(() => expect(shownIn(fake)).toEqual(["FROZEN", "FROZEN", "FROZEN"]));
    release();
    await waitFor(() => expect(isConflictError(hook.current.error)).toBe(true));
    expect(shownIn(fake)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
    expect(fake.requests.filter((request) => request === put)).toHaveLength(1);
  });

  it("rolled back, skips entries that have changed since", async () => {
    const fake = await filled();
    const release = fake.hold(put);
    fake.failNext(put, 500);
    const hook = renderStatus(fake);
    act(() => hook.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await waitFor(() => expect(shownIn(fake)[0]).toBe("FROZEN"));
    fake.queryClient.setQueryData(one.queryKey, (card) => card && { ...card, status: { value: "BLOCKED" } });
    release();
    await waitFor(() => expect(hook.current.isError).toBe(true));
    expect(shownIn(fake)).toEqual(["BLOCKED", "ACTIVE", "ACTIVE"]);
  });

  it("cancels a read that began before, whose response would show the old status", async () => {
    const fake = await filled();
    const release = fake.hold("GET");
    void fake.queryClient.refetchQueries({ queryKey: one.queryKey });
    await expect.poll(() => fake.requests.length).toBe(1);
    const hook = renderStatus(fake);
    act(() => hook.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await waitFor(() => expect(fake.requests).toContain(put));
    expect(fake.signals.at(-2)?.aborted).toBe(true);
    release();
    await waitFor(() => expect(hook.current.isSuccess).toBe(true));
    expect(shownIn(fake)[0]).toBe("FROZEN");
  });

  it("of two cards of a list stays shown until both are done", async () => {
    const fake = await filled();
    const wrapper = providersOf(fake);
    renderHook(() => useInfiniteCards({ profileId }, { staleTime: Number.POSITIVE_INFINITY }), { wrapper });
    const [first, second] = [0, 1].map(() => renderHook(() => useUpdateCardStatus(), { wrapper }).result);
    const release = fake.hold(put.replace(cardToken, otherToken));
    act(() => second?.current.mutate({ profileId, cardToken: otherToken, status: "FROZEN" }));
    await waitFor(() => expect(shownIn(fake, otherToken)[2]).toBe("FROZEN"));
    act(() => first?.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await waitFor(() => expect(first?.current.isSuccess).toBe(true));
    expect(shownIn(fake, otherToken)).toEqual(["FROZEN", "FROZEN", "FROZEN"]);
    expect(fake.queryClient.getQueryState(one.queryKey)?.isInvalidated).toBe(true);
    expect(fake.queryClient.getQueryState(list.queryKey)?.isInvalidated).toBe(false);
    release();
    await waitFor(() => expect(second?.current.isSuccess).toBe(true));
    expect(fake.requests.filter((request) => request.startsWith("GET"))).toHaveLength(1);
  });

  it("refetches once the last of two changes to a card is done", async () => {
    const fake = await filled();
    const wrapper = providersOf(fake);
    renderHook(() => useInfiniteCards({ profileId }, { staleTime: Number.POSITIVE_INFINITY }), { wrapper });
    const [first, second] = [0, 1].map(() => renderHook(() => useUpdateCardStatus(), { wrapper }).result);
    const release = fake.hold(put);
    act(() => first?.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await expect.poll(() => fake.requests.length).toBe(1);
    act(() => second?.current.mutate({ profileId, cardToken, status: "ACTIVE" }));
    await expect.poll(() => fake.requests.length).toBe(2);
    release();
    await waitFor(() => expect([first?.current.isSuccess, second?.current.isSuccess]).toEqual([true, true]));
    expect(fake.requests.filter((request) => request.startsWith("GET"))).toHaveLength(1);
  });
});

describe("blocking", () => {
  it("is shown when it is done, since it cannot be undone", async () => {
    const fake = await filled();
    const release = fake.hold(put);
    const hook = renderStatus(fake);
    act(() => hook.current.mutate({ profileId, cardToken, status: "BLOCKED" }));
    await expect.poll(() => fake.requests).toContain(put);
    expect(shownIn(fake)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
    release();
    await waitFor(() => expect(hook.current.isSuccess).toBe(true));
  });
});

describe("a write", () => {
  it("invalidates what the contract says, of this card, and nothing else", async () => {
    const fake = await filled();
    const [mine, others] = [cardToken, otherToken].map((token) =>
      permissionQueries.list({ profileId, cardToken: token }),
    );
    for (const query of [mine, others]) if (query) await fake.queryClient.fetchQuery(query);
    const hook = renderStatus(fake);
    act(() => hook.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await waitFor(() => expect(hook.current.isSuccess).toBe(true));
    const stale = fake.queryClient.getQueryCache().findAll({ predicate: (query) => query.state.isInvalidated });
    expect(stale.map((query) => query.queryKey)).toEqual([one.queryKey, list.queryKey, all.queryKey, mine?.queryKey]);
  });

  it("runs the callbacks of the caller as well", async () => {
    const fake = await filled();
    const onSettled = vi.fn();
    const hook = renderHook(() => useUpdateCardStatus({ onSettled }), { wrapper: providersOf(fake) }).result;
    act(() => hook.current.mutate({ profileId, cardToken, status: "FROZEN" }));
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    expect(fake.queryClient.getQueryState(one.queryKey)?.isInvalidated).toBe(true);
  });

  it("waits until the active queries are up to date", async () => {
    const fake = await filled();
    const query = permissionQueries.list({ profileId, cardToken });
    const wrapper = providersOf(fake);
    const shown = renderHook(() => usePermissions({ profileId, cardToken }), { wrapper }).result;
    await waitFor(() => expect(shown.current.isSuccess).toBe(true));
    const hook = renderHook(() => useUpdatePermissions(), { wrapper }).result;
    const release = fake.hold(`GET /v3/spend/profiles/${profileId}/cards/${cardToken}/spending-permissions`);
    act(() => hook.current.mutate({ profileId, cardToken, permissions: [{ type: "ECOM", isEnabled: false }] }));
    await waitFor(() => expect(fake.queryClient.getQueryState(query.queryKey)?.fetchStatus).toBe("fetching"));
    expect(hook.current.isPending).toBe(true);
    release();
    await waitFor(() => expect(hook.current.isSuccess).toBe(true));
  });

  it("is never retried by the query client", () => {
    expect(cardMutations.updateStatus().retry).toBe(false);
    expect(cardMutations.updateStatus().mutationKey).toEqual(["wisekit", "cards", "updateStatus"]);
  });

  it("with personal data leaves the cache as soon as no component uses it", async () => {
    const fake = await filled();
    const hook = renderHook(() => useUpdateCardPhoneNumber(), { wrapper: providersOf(fake) });
    act(() => hook.result.current.mutate({ profileId, cardToken, phoneNumber: "+4400000000" }));
    await waitFor(() => expect(hook.result.current.isSuccess).toBe(true));
    hook.unmount();
    await waitFor(() => expect(fake.queryClient.getMutationCache().getAll()).toEqual([]));
  });
});
