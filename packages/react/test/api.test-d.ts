import {
  type InfiniteData,
  QueryClient,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import type { Card, CardPage, CardsUpdateStatusArgs, OneTimeTokenStatus, WiseError } from "@wisekit/client";
import type { Secret } from "@wisekit/crypto";
import {
  cardMutations,
  cardQueries,
  type PageParam,
  useCard,
  useCardReveal,
  useCards,
  useInfiniteCards,
  useUpdateCardStatus,
  useVerifyScaSms,
} from "@wisekit/react";
import { expectTypeOf, test } from "vitest";

const card = { profileId: 1, cardToken: "token" };

test("query options carry data and error into every hook", () => {
  const plain = useQuery(cardQueries.get(card));
  expectTypeOf(plain.data).toEqualTypeOf<Card | undefined>();
  expectTypeOf(plain.error).toEqualTypeOf<WiseError | null>();
  expectTypeOf(useSuspenseQuery(cardQueries.list({ profileId: 1 })).data).toEqualTypeOf<CardPage>();
  expectTypeOf(useQuery({ ...cardQueries.get(card), select: (found) => found.lastFourDigits }).data).toEqualTypeOf<
    string | null | undefined
  >();
});

test("infinite query options carry pages", () => {
  const pages = useInfiniteQuery(cardQueries.list.infinite({ profileId: 1 }));
  expectTypeOf(pages.data).toEqualTypeOf<InfiniteData<CardPage, PageParam> | undefined>();
  const suspended = useSuspenseInfiniteQuery(cardQueries.list.infinite({ profileId: 1 }));
  expectTypeOf(suspended.data).toEqualTypeOf<InfiniteData<CardPage, PageParam>>();
});

test("keys carry the type of what is cached under them", () => {
  const queryClient = new QueryClient();
  expectTypeOf(queryClient.getQueryData(cardQueries.get(card).queryKey)).toEqualTypeOf<Card | undefined>();
  expectTypeOf(queryClient.ensureQueryData(cardQueries.get(card))).resolves.toEqualTypeOf<Card>();
});

test("hooks take arguments or skipToken, and options of TanStack Query", () => {
  expectTypeOf(useCard(card).data).toEqualTypeOf<Card | undefined>();
  expectTypeOf(useCard(skipToken).data).toEqualTypeOf<Card | undefined>();
  expectTypeOf(useCards({ profileId: 1 }, { select: (page) => page.totalCount }).data).toEqualTypeOf<
    number | undefined
  >();
  expectTypeOf(useInfiniteCards({ profileId: 1 }).data).toEqualTypeOf<InfiniteData<CardPage, PageParam> | undefined>();
  // @ts-expect-error the contract sets the key
  useCard(card, { queryKey: ["mine"] });
  // @ts-expect-error the client retries
  useCard(card, { retry: 3 });
  // @ts-expect-error cardToken is missing
  useCard({ profileId: 1 });
  // @ts-expect-error the page cannot be set, all pages are read
  useInfiniteCards({ profileId: 1, pageNumber: 2 });
});

test("mutations carry arguments, data and error", () => {
  const hook = useUpdateCardStatus();
  expectTypeOf(hook.mutate).parameter(0).toEqualTypeOf<CardsUpdateStatusArgs>();
  expectTypeOf(hook.data).toEqualTypeOf<Card | undefined>();
  expectTypeOf(hook.error).toEqualTypeOf<WiseError | null>();
  expectTypeOf(useMutation(cardMutations.updateStatus()).data).toEqualTypeOf<Card | undefined>();
  // @ts-expect-error EXPIRED cannot be asked for
  hook.mutate({ ...card, status: "EXPIRED" });
  // @ts-expect-error the client retries
  useUpdateCardStatus({ retry: 3 });
  // @ts-expect-error the contract sets the mutation function
  useUpdateCardStatus({ mutationFn: async () => undefined });
});

test("a call that holds a secret has no data to keep", () => {
  const verify = useVerifyScaSms();
  expectTypeOf(verify.call).returns.resolves.toEqualTypeOf<OneTimeTokenStatus>();
  expectTypeOf(verify.error).toEqualTypeOf<WiseError | undefined>();
  expectTypeOf(verify).not.toHaveProperty("data");
});

test("a reveal gives secrets, and only while it is shown", () => {
  const details = useCardReveal({ cardToken: "token" });
  if (details.status === "shown") {
    expectTypeOf(details.data.pan).toEqualTypeOf<Secret>();
    expectTypeOf(details.data.cvv2).toEqualTypeOf<Secret | null>();
    expectTypeOf(details.data.expiryDate).toEqualTypeOf<string | null>();
  }
  // @ts-expect-error nothing is there before it is shown
  void details.data;
  const pin = useCardReveal({ cardToken: "token", kind: "pin" });
  if (pin.status === "shown") expectTypeOf(pin.data.pin).toEqualTypeOf<Secret>();
  // @ts-expect-error an option that does not exist
  useCardReveal({ cardToken: "token", hideAfter: 5 });
});
