import type { Card } from "@wisekit/client";
import { type RevealedData, SecretText } from "@wisekit/react";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";
import { statusText } from "./card-status.ts";
import { expiryText, faceLook, schemeText } from "./card-texts.ts";

/** Properties of `CardFace`. */
export interface CardFaceProps {
  readonly card: Card;
  /** What has been revealed; without it the number is hidden but for its end. */
  readonly details: RevealedData<"details"> | undefined;
}

/** The front of a card. */
export function CardFace({ card, details }: CardFaceProps): ReactNode {
  const { tone } = statusText(card.status.value);
  return (
    <div className="face" data-look={faceLook(card)} data-tone={tone} data-revealed={details !== undefined}>
      <div className="face-row">
        <span className="face-brand">Acme</span>
        <span className="face-waves">
          <Icon name="waves" />
        </span>
      </div>
      <span className="face-chip" aria-hidden="true" />
      <p className="face-number">
        <span className="visually-hidden">Card number</span>
        {details ? (
          <SecretText secret={details.pan} data-secret="pan" />
        ) : (
          <>
            <span aria-hidden="true">•••• •••• •••• </span>
            <span className="visually-hidden">ending in </span>
            <span>{card.lastFourDigits}</span>
          </>
        )}
      </p>
      <div className="face-row face-foot">
        <Field name="Name">{details?.cardholderName ?? card.cardHolderName ?? ""}</Field>
        <Field name="Expires">{details?.expiryDate ?? expiryText(card)}</Field>
        <Field name="CVV">{details ? <SecretText secret={details.cvv2} data-secret="cvv2" /> : <Hidden />}</Field>
        <Scheme name={schemeText(card)} />
      </div>
      {tone === "cold" && (
        <span className="face-frozen" aria-hidden="true">
          <Icon name="snow" />
        </span>
      )}
    </div>
  );
}

function Hidden(): ReactNode {
  return (
    <>
      <span aria-hidden="true">•••</span>
      <span className="visually-hidden">hidden</span>
    </>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <span className="face-field">
      <span className="face-label">{name}</span>
      <span className="face-value">{children}</span>
    </span>
  );
}

function Scheme({ name }: { name: string }): ReactNode {
  if (name !== "Mastercard") return <span className="face-scheme">{name.toUpperCase()}</span>;
  return (
    <span className="face-scheme face-circles">
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
