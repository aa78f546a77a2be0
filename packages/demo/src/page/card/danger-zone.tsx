import type { Card } from "@wisekit/client";
import { useUpdateCardStatus } from "@wisekit/react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";

/** Blocking a card for good, which is asked twice. */
export function DangerZone({ card }: { card: Card }): ReactNode {
  const [step, setStep] = useState<"closed" | "asked" | "asked-again">("closed");
  const close = () => setStep("closed");
  return (
    <section className="panel panel-danger" aria-labelledby="danger-title">
      <div>
        <h3 id="danger-title">Block this card</h3>
        <p className="fine">For a card that is lost or stolen. It cannot be undone; to pause the card, freeze it.</p>
      </div>
      <Button look="danger" icon="stop" onClick={() => setStep("asked")}>
        Block card
      </Button>
      {step === "asked" && (
        <Dialog title="Block this card for good?" onClose={close}>
          <p>The card ending in {card.lastFourDigits} will decline every payment from now on, for ever.</p>
          <p>If you may still find it, freeze it instead: you can unfreeze it at any time.</p>
          <div className="dialog-actions">
            <Button onClick={close}>Keep the card</Button>
            <Button look="danger-solid" onClick={() => setStep("asked-again")}>
              Continue
            </Button>
          </div>
        </Dialog>
      )}
      {step === "asked-again" && <BlockDialog card={card} onClose={close} />}
    </section>
  );
}

function BlockDialog({ card, onClose }: { card: Card; onClose: () => void }): ReactNode {
  const announce = useAnnounce();
  const [digits, setDigits] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const block = useUpdateCardStatus();
  const fieldId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsWrong(digits !== card.lastFourDigits);
    if (digits !== card.lastFourDigits || block.isPending) return;
    block.mutate(
      { profileId: card.profileId, cardToken: card.token, status: "BLOCKED" },
      {
        onSuccess: () => {
          announce("The card is blocked.");
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title="Are you sure?" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <label htmlFor={fieldId}>To block the card, type its last four digits: {card.lastFourDigits}</label>
        <input
          id={fieldId}
          className="code-input"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={digits}
          aria-invalid={isWrong}
          aria-describedby={`${fieldId}-wrong`}
          onChange={(event) => setDigits(event.target.value)}
        />
        <p id={`${fieldId}-wrong`} className="field-error" role="alert">
          {isWrong && "These are not the last four digits of this card."}
        </p>
        {block.error && <ErrorNotice error={block.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>Keep the card</Button>
          <Button look="danger-solid" type="submit" isBusy={block.isPending}>
            Block for good
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
