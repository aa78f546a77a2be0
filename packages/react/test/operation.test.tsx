// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, skipToken } from "@tanstack/react-query";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import { createClient, type WiseClient } from "@wisekit/client";
import {
  attachClient,
  cardQueries,
  useCard,
  useCardReveal,
  useInfiniteCards,
  useScaStatus,
  useUpdateCardStatus,
  WiseProvider,
} from "@wisekit/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cardToken, createFakeWise, profileId } from "./support/create-fake-wise.ts";
import { providersOf } from "./support/providers.tsx";

const { cards: _, sca: __, cardData: ___, ...rest } = createClient({ baseUrl: "http://localhost" });
const withoutCards = rest as unknown as WiseClient;

beforeEach(() => void vi.spyOn(console, "error").mockReturnValue(undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const hooks: [name: string, hook: () => unknown, resource: string][] = [
  ["useCard", () => useCard({ profileId, cardToken }), "cards"],
  ["useCard with skipToken", () => useCard(skipToken), "cards"],
  ["useInfiniteCards", () => useInfiniteCards({ profileId }), "cards"],
  ["useUpdateCardStatus", () => useUpdateCardStatus(), "cards"],
  ["useScaStatus", () => useScaStatus(), "sca"],
  ["useCardReveal", () => useCardReveal({ cardToken }), "cardData"],
];

describe.each(hooks)("%s", (_name, hook, resource) => {
  it("throws while it renders if the client lacks its resource, and names the import", () => {
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>
        <WiseProvider client={withoutCards}>{children}</WiseProvider>
      </QueryClientProvider>
    );
    expect(() => renderHook(hook, { wrapper })).toThrow(
      `the client has no ${resource}; import { ${resource} } from "@wisekit/client/resources" for createClientWith()`,
    );
  });

  it("throws while it renders if there is no client above", () => {
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
    );
    expect(() => renderHook(hook, { wrapper })).toThrow(
      new TypeError("QueryClient has no Wise client; render a WiseProvider above or call attachClient()"),
    );
  });
});

it("a query of a resource that the client lacks fails with the same error", async () => {
  const queryClient = new QueryClient();
  attachClient(queryClient, withoutCards);
  await expect(queryClient.fetchQuery(cardQueries.list({ profileId }))).rejects.toThrow(
    'cards.list(): the client has no cards; import { cards } from "@wisekit/client/resources" for createClientWith()',
  );
});

it("a method that the client lacks means that the packages have different versions", async () => {
  const queryClient = new QueryClient();
  attachClient(queryClient, { ...withoutCards, cards: {} } as unknown as WiseClient);
  await expect(queryClient.fetchQuery(cardQueries.list({ profileId }))).rejects.toThrow(
    "cards.list(): the client has no such method; @wisekit/client and @wisekit/react must have the same version",
  );
});

it("untyped options replace neither key nor function nor retry", async () => {
  const fake = createFakeWise();
  const options = { queryKey: ["mine"], queryFn: () => "mine", mutationFn: () => "mine", retry: 3, retryDelay: 0 };
  const { result } = renderHook(
    () =>
      [
        useCard({ profileId, cardToken: "00000000-0000-4000-8000-999999999999" }, options as object),
        useInfiniteCards({ profileId }, { ...options, initialPageParam: 7, getNextPageParam: () => 8 } as object),
        useUpdateCardStatus(options as object),
      ] as const,
    { wrapper: providersOf(fake) },
  );
  await waitFor(() => expect([result.current[0].isError, result.current[1].isSuccess]).toEqual([true, true]));
  await waitFor(() =>
    expect(result.current[2].mutateAsync({ profileId, cardToken, status: "FROZEN" })).resolves.toMatchObject({
      token: cardToken,
    }),
  );
  expect(result.current[1].data?.pages[0]?.cards).toHaveLength(10);
  expect(fake.requests.filter((request) => request.includes("999999999999"))).toHaveLength(1);
  expect(fake.queryClient.getQueryData(["mine"])).toBeUndefined();
});
