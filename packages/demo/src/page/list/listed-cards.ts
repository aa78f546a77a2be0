import { useQueryClient } from "@tanstack/react-query";
import type { Card } from "@wisekit/client";
import { cardQueries, useInfiniteCards } from "@wisekit/react";

/** Cards of one page of the list: the least that the API gives. */
export const pageSize = 10;

/** The card that stands on top of the list. */
export function useFirstCard(profileId: number): string | undefined {
  const first = useInfiniteCards({ profileId, pageSize }, { select: ({ pages }) => pages[0]?.cards[0]?.token });
  return first.data;
}

/** Finds a card among those that the list has loaded. */
export function useFindListedCard(profileId: number): (cardToken: string) => Card | undefined {
  const queryClient = useQueryClient();
  const { queryKey } = cardQueries.list.infinite({ profileId, pageSize });
  return (cardToken) =>
    queryClient
      .getQueryData(queryKey)
      ?.pages.flatMap((page) => page.cards)
      .find((card) => card.token === cardToken);
}
