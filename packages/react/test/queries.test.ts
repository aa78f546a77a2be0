import { QueryClient } from "@tanstack/react-query";
import { isNotFoundError } from "@wisekit/client";
import { attachClient, cardQueries, permissionQueries, spendingLimitQueries } from "@wisekit/react";
import { describe, expect, it } from "vitest";
import { cardToken, createFakeWise, profileId, tokens } from "./support/create-fake-wise.ts";

function attached() {
  const fake = createFakeWise();
  attachClient(fake.queryClient, fake.client);
  return fake;
}

describe("query keys", () => {
  it("say resource, method and arguments", () => {
    expect(cardQueries.get({ profileId, cardToken }).queryKey).toEqual([
      "wisekit",
      "cards",
      "get",
      { profileId, cardToken },
    ]);
    expect(spendingLimitQueries.listForProfile({ profileId }).queryKey).toEqual([
      "wisekit",
      "spendingLimits",
      "listForProfile",
      { profileId },
    ]);
  });

  it("hold no argument that the contract does not have", () => {
    const args = {
      profileId,
      cardToken,
      headers: { authorization: "Bearer canary" },
      signal: new AbortController().signal,
    };
    expect(JSON.stringify(permissionQueries.list(args).queryKey)).toBe(
      `["wisekit","permissions","list",{"profileId":${profileId},"cardToken":"${cardToken}"}]`,
    );
  });

  it("are the same whether an optional argument is undefined or left out", () => {
    expect(cardQueries.list({ profileId, pageSize: undefined }).queryKey).toEqual(
      cardQueries.list({ profileId }).queryKey,
    );
  });

  it("tell the query over all pages from that of one page", () => {
    const [one, all] = [cardQueries.list({ profileId }), cardQueries.list.infinite({ profileId })];
    expect(all.queryKey).toEqual([...one.queryKey, "infinite"]);
  });

  it("begin with a filter that both match", async () => {
    const { queryClient } = attached();
    await queryClient.prefetchQuery(cardQueries.list({ profileId, pageNumber: 2 }));
    await queryClient.prefetchInfiniteQuery(cardQueries.list.infinite({ profileId }));
    await queryClient.prefetchQuery(cardQueries.list({ profileId: 1 }));
    const found = (filter: readonly unknown[]) => queryClient.getQueryCache().findAll({ queryKey: filter }).length;
    expect(found(cardQueries.list.key({ profileId }))).toBe(2);
    expect(found(cardQueries.list.key())).toBe(3);
    expect(found(cardQueries.get.key())).toBe(0);
  });
});

describe("query options", () => {
  it("fetch through the attached client, without React", async () => {
    const { queryClient, requests } = attached();
    const card = await queryClient.ensureQueryData(cardQueries.get({ profileId, cardToken }));
    expect(card.token).toBe(cardToken);
    expect(requests).toEqual([`GET /v3/spend/profiles/${profileId}/cards/${cardToken}`]);
  });

  it("leave retries to the client: one request, whose error is the client's", async () => {
    const fake = attached();
    const gone = cardQueries.get({ profileId, cardToken: "00000000-0000-4000-8000-999999999999" });
    const error: unknown = await fake.queryClient.fetchQuery(gone).catch((reason: unknown) => reason);
    expect(isNotFoundError(error)).toBe(true);
    expect(fake.requests).toHaveLength(1);
    expect(gone.retry).toBe(false);
  });

  it("end the request when the query is cancelled", async () => {
    const fake = attached();
    fake.hold("GET");
    const query = cardQueries.get({ profileId, cardToken });
    const fetching = fake.queryClient.fetchQuery(query).catch((reason: unknown) => reason);
    await expect.poll(() => fake.requests.length).toBe(1);
    await fake.queryClient.cancelQueries({ queryKey: query.queryKey });
    await fetching;
    expect(fake.signals[0]?.aborted).toBe(true);
  });

  it("walk through the pages up to the total", async () => {
    const { queryClient, requests } = attached();
    const { pages } = await queryClient.fetchInfiniteQuery({ ...cardQueries.list.infinite({ profileId }), pages: 5 });
    expect(pages.flatMap((page) => page.cards).map((card) => card.token)).toEqual(tokens);
    expect(requests.map((request) => request.split("?")[1])).toEqual(["pageNumber=1", "pageNumber=2"]);
  });

  it("stop at an empty page whatever the total says", async () => {
    const fake = attached();
    fake.failNext("GET", 200, { cards: [], totalCount: 99 });
    const { pages } = await fake.queryClient.fetchInfiniteQuery({
      ...cardQueries.list.infinite({ profileId }),
      pages: 5,
    });
    expect(pages).toHaveLength(1);
  });
});

describe("attachClient", () => {
  it("is demanded before a query runs", async () => {
    await expect(new QueryClient().fetchQuery(cardQueries.list({ profileId }))).rejects.toThrow(
      new TypeError("QueryClient has no Wise client; render a WiseProvider above or call attachClient()"),
    );
  });

  it("takes the same client again and rejects another, whose user must not see this cache", () => {
    const { queryClient, client } = attached();
    expect(() => attachClient(queryClient, client)).not.toThrow();
    expect(() => attachClient(queryClient, createFakeWise().client)).toThrow(TypeError);
  });
});
