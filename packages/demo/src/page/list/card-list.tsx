import type { Card } from "@wisekit/client";
import { useInfiniteCards } from "@wisekit/react";
import type { ReactNode } from "react";
import { statusText } from "../card/card-status.ts";
import { faceLook, kindText } from "../card/card-texts.ts";
import { StatusPill } from "../card/status-pill.tsx";
import type { Profile } from "../profiles.ts";
import { routeHref } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Icon } from "../ui/icon.tsx";
import { pageSize } from "./listed-cards.ts";

/** The cards of a profile, page after page. */
export function CardList({ profile, selected }: { profile: Profile; selected: string | undefined }): ReactNode {
  const cards = useInfiniteCards({ profileId: profile.id, pageSize });
  const shown = cards.data?.pages.flatMap((page) => page.cards) ?? [];
  const total = cards.data?.pages.at(-1)?.totalCount ?? 0;
  return (
    <section className="pane-list" aria-labelledby="cards-title">
      <div className="list-head">
        <h2 id="cards-title">Your cards</h2>
        {cards.isSuccess && total > 0 && <span className="fine">{countText(shown.length, total)}</span>}
      </div>
      {cards.isPending && <ListSkeleton />}
      {cards.isError && <ErrorNotice error={cards.error} onRetry={() => void cards.refetch()} />}
      {cards.isSuccess && shown.length === 0 && <EmptyList />}
      <ul className="cards">
        {shown.map((card) => (
          <CardItem key={card.token} card={card} isSelected={card.token === selected} />
        ))}
      </ul>
      {cards.hasNextPage && (
        <div className="list-foot">
          <Button isBusy={cards.isFetchingNextPage} onClick={() => void cards.fetchNextPage()}>
            {cards.isFetchingNextPage ? "Loading…" : "Show more cards"}
          </Button>
        </div>
      )}
    </section>
  );
}

function CardItem({ card, isSelected }: { card: Card; isSelected: boolean }): ReactNode {
  return (
    <li>
      <a
        className="card-item"
        href={routeHref(card.profileId, card.token)}
        aria-current={isSelected ? "page" : undefined}
        data-card={card.token}
      >
        <span
          className="thumb"
          data-look={faceLook(card)}
          data-tone={statusText(card.status.value).tone}
          aria-hidden="true"
        />
        <span className="card-item-body">
          <span className="card-item-text">
            <span className="card-item-name">{card.cardHolderName ?? "Card"}</span>
            <span className="fine">
              <span aria-hidden="true">•• </span>
              <span className="visually-hidden">ending in </span>
              {card.lastFourDigits} · {kindText(card)}
            </span>
          </span>
          <StatusPill status={card.status.value} />
        </span>
        <Icon name="chevron" />
      </a>
    </li>
  );
}

function EmptyList(): ReactNode {
  return (
    <div className="empty">
      <Icon name="card" />
      <p>There are no cards in this profile yet.</p>
      <p className="fine">A card that is ordered for it appears here.</p>
    </div>
  );
}

function ListSkeleton(): ReactNode {
  return (
    <div role="status" className="cards">
      <span className="visually-hidden">Loading your cards</span>
      {[1, 2, 3, 4].map((row) => (
        <span key={row} className="skeleton skeleton-row" />
      ))}
    </div>
  );
}

function countText(shown: number, total: number): string {
  if (shown < total) return `${shown} of ${total}`;
  return total === 1 ? "1 card" : `${total} cards`;
}
