import { useInfiniteCards } from "@wisekit/react";

/** Cards of one page of the list: the least that the API gives. */
export const pageSize = 10;

/** The card that stands on top of the list. */
export function useFirstCard(profileId: number): string | undefined {
  const first = useInfiniteCards({ profileId, pageSize }, { select: ({ pages }) => pages[0]?.cards[0]?.token });
  return first.data;
}
