import { useInfiniteCards, useUpdateCardStatus } from "@wisekit/react";
import type { ReactNode } from "react";

export function CardList({ profileId }: { profileId: number }): ReactNode {
  const cards = useInfiniteCards({ profileId });
  const updateStatus = useUpdateCardStatus();
  if (cards.isPending) return <p>Loading</p>;
  if (cards.isError) return <p role="alert">{cards.error.code}</p>;
  return (
    <ul>
      {cards.data.pages
        .flatMap((page) => page.cards)
        .map(({ token: cardToken, lastFourDigits, status }) => (
          <li key={cardToken}>
            {lastFourDigits} {status.value}
            <button type="button" onClick={() => updateStatus.mutate({ profileId, cardToken, status: "FROZEN" })}>
              Freeze
            </button>
          </li>
        ))}
    </ul>
  );
}
