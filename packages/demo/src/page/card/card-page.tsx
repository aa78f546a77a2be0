import { type Card, cardStatusTransitions } from "@wisekit/client";
import { useCard, useCardReveal } from "@wisekit/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useFindListedCard } from "../list/listed-cards.ts";
import { CardSecrets } from "../reveal/card-secrets.tsx";
import { routeHref } from "../route.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Icon } from "../ui/icon.tsx";
import { CardActions } from "./card-actions.tsx";
import { CardFace } from "./card-face.tsx";
import { statusText } from "./card-status.ts";
import { expiryText, kindText, schemeText } from "./card-texts.ts";
import { DangerZone } from "./danger-zone.tsx";
import { Permissions } from "./permissions.tsx";
import { SpendingLimits } from "./spending-limits.tsx";
import { StatusPill } from "./status-pill.tsx";

/** Properties of `CardPage`. */
export interface CardPageProps {
  readonly profileId: number;
  readonly cardToken: string;
  /** Whether the user has chosen it, rather than it being there because there is room. */
  readonly isChosen: boolean;
}

// Only what was sealed for this very browser: plain JSON could have been read on the way.
const session = { acceptPlainJson: false } as const;

/** One card and all that can be done with it. */
export function CardPage({ profileId, cardToken, isChosen }: CardPageProps): ReactNode {
  const findListedCard = useFindListedCard(profileId);
  // What the list has already shown need not be waited for.
  const card = useCard({ profileId, cardToken }, { placeholderData: () => findListedCard(cardToken) });
  return (
    <article className="card-page" aria-busy={card.isPending}>
      <a className="back-link" href={routeHref(profileId)}>
        <Icon name="back" /> All cards
      </a>
      {card.isPending && <PageSkeleton />}
      {card.isError && <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />}
      {card.data && <CardContent card={card.data} isChosen={isChosen} />}
    </article>
  );
}

function CardContent({ card, isChosen }: { card: Card; isChosen: boolean }): ReactNode {
  const details = useCardReveal({ cardToken: card.token, hideAfterMs: 30_000, session });
  const pin = useCardReveal({ cardToken: card.token, kind: "pin", hideAfterMs: 15_000, session });
  const { meaning, tone } = statusText(card.status.value);
  // A status that allows no other is one in which the holder can change nothing.
  const isInUse = card.status.value in cardStatusTransitions;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isChosen) title.current?.focus({ preventScroll: true });
    if (isChosen) window.scrollTo({ top: 0 });
  }, [isChosen]);
  return (
    <>
      {isChosen && <title>{`${card.cardHolderName ?? "Card"} · Cards`}</title>}
      <header className="card-head">
        <h2 ref={title} tabIndex={-1}>
          {card.cardHolderName ?? "Card"}
        </h2>
        <StatusPill status={card.status.value} />
      </header>
      <div className="card-hero">
        <CardFace card={card} details={details.status === "shown" ? details.data : undefined} />
        <div className="card-hero-side">
          {meaning && (
            <p className="notice" data-tone={tone}>
              <Icon name="info" /> {meaning}
            </p>
          )}
          <CardActions card={card} details={details} pin={pin} />
          <CardSecrets details={details} pin={pin} />
        </div>
      </div>
      {isInUse && <Permissions card={card} />}
      {isInUse && <SpendingLimits card={card} />}
      <Facts card={card} />
      {isInUse && <DangerZone card={card} />}
    </>
  );
}

function Facts({ card }: { card: Card }): ReactNode {
  const facts = [
    ["Type", `${schemeText(card)}, ${kindText(card).toLowerCase()} card`],
    ["Currency", card.cardProgram?.defaultCurrency ?? "Unknown"],
    ["Expires", expiryText(card)],
    ["Phone number", card.phoneNumber ?? "None"],
  ];
  return (
    <section className="panel" aria-labelledby="facts-title">
      <h3 id="facts-title">About this card</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function PageSkeleton(): ReactNode {
  return (
    <div role="status">
      <span className="visually-hidden">Loading the card</span>
      <span className="skeleton skeleton-title" />
      <span className="skeleton skeleton-face" />
      <span className="skeleton skeleton-row" />
      <span className="skeleton skeleton-row" />
    </div>
  );
}
