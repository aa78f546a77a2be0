import { type Card, cardStatusTransitions, type UpdatableCardStatus } from "@wisekit/client";
import { type CardRevealHandle, canReveal, useResetCardPinCount, useUpdateCardStatus } from "@wisekit/react";
import type { ReactNode } from "react";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import type { IconName } from "../ui/icon.tsx";

/** Properties of `CardActions`. */
export interface CardActionsProps {
  readonly card: Card;
  readonly details: CardRevealHandle<"details">;
  readonly pin: CardRevealHandle<"pin">;
}

interface Change {
  readonly to: UpdatableCardStatus;
  readonly label: string;
  readonly done: string;
  readonly icon: IconName;
}

const changes: Readonly<Record<string, Change>> = {
  ACTIVE: { to: "FROZEN", label: "Freeze", done: "The card is frozen.", icon: "snow" },
  FROZEN: { to: "ACTIVE", label: "Unfreeze", done: "The card can be used again.", icon: "sun" },
  INACTIVE: { to: "ACTIVE", label: "Activate", done: "The card is active.", icon: "power" },
};

/** What is done with a card most: freeze it, look at its details or PIN, allow its PIN again. */
export function CardActions({ card, details, pin }: CardActionsProps): ReactNode {
  const announce = useAnnounce();
  const { profileId, token: cardToken, status } = card;
  const updateStatus = useUpdateCardStatus();
  const resetPinCount = useResetCardPinCount();
  const change = changes[status.value];
  const isAllowed = change && isTransition(status.value, change.to);
  const error = updateStatus.error ?? resetPinCount.error;
  return (
    <>
      <div className="tiles">
        {isAllowed && (
          <Button
            look="tile"
            icon={change.icon}
            onClick={() => {
              const args = { profileId, cardToken, status: change.to };
              updateStatus.mutate(args, { onSuccess: () => announce(change.done) });
            }}
          >
            {change.label}
          </Button>
        )}
        {canReveal(card.status.value) && (
          <>
            <RevealButton name="details" reveal={details} icon="eye" />
            <RevealButton name="PIN" reveal={pin} icon="keypad" />
            <Button
              look="tile"
              icon="reset"
              isBusy={resetPinCount.isPending}
              onClick={() => {
                const onSuccess = () => announce("The PIN can be entered again.");
                resetPinCount.mutate({ profileId, cardToken }, { onSuccess });
              }}
            >
              Reset PIN tries
            </Button>
          </>
        )}
      </div>
      {error && <ErrorNotice error={error} />}
    </>
  );
}

type RevealButtonProps = {
  readonly name: string;
  readonly icon: IconName;
  readonly reveal: Pick<CardRevealHandle<"details"> | CardRevealHandle<"pin">, "status" | "reveal" | "hide">;
};

function RevealButton({ name, icon, reveal }: RevealButtonProps): ReactNode {
  const isShown = reveal.status === "shown";
  return (
    <Button
      look="tile"
      icon={isShown ? "hide" : icon}
      isBusy={reveal.status === "pending"}
      onClick={isShown ? reveal.hide : reveal.reveal}
    >
      {isShown ? `Hide ${name}` : `Show ${name}`}
    </Button>
  );
}

function isTransition(from: string, to: UpdatableCardStatus): boolean {
  const allowed: Readonly<Record<string, readonly UpdatableCardStatus[]>> = cardStatusTransitions;
  return allowed[from]?.includes(to) === true;
}
