import type { Card, CardLimitType, Limit } from "@wisekit/client";
import { useSetSpendingLimit, useSpendingLimitsForProfile } from "@wisekit/react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { moneyText } from "./card-texts.ts";

/** Properties of `LimitDialog`. */
export interface LimitDialogProps {
  readonly card: Card;
  readonly type: CardLimitType;
  readonly name: string;
  readonly limit: Limit | undefined;
  readonly onClose: () => void;
}

const amountPattern = /^\d{1,9}(?:\.\d{1,2})?$/;

/** Sets or changes one limit. */
export function LimitDialog({ card, type, name, limit, onClose }: LimitDialogProps): ReactNode {
  const announce = useAnnounce();
  const set = useSetSpendingLimit();
  const most = useProfileLimit(card.profileId, type);
  const [amount, setAmount] = useState(limit ? String(limit.threshold) : "");
  const [isWrong, setIsWrong] = useState(false);
  const fieldId = useId();
  const currency = limit?.currency ?? card.cardProgram?.defaultCurrency ?? "GBP";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = amount.trim().replaceAll(",", "");
    setIsWrong(!amountPattern.test(text));
    if (!amountPattern.test(text) || set.isPending) return;
    set.mutate(
      { profileId: card.profileId, cardToken: card.token, cardLimitType: type, maxLimitAmount: Number(text) },
      {
        onSuccess: () => {
          announce(`Limit set: ${moneyText(Number(text), currency)}, ${name.toLowerCase()}.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={`Limit: ${name.toLowerCase()}`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <label htmlFor={fieldId}>Most to spend, in {currency}</label>
        <input
          id={fieldId}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          aria-invalid={isWrong}
          aria-describedby={`${fieldId}-hint ${fieldId}-wrong`}
          onChange={(event) => setAmount(event.target.value)}
        />
        <p id={`${fieldId}-hint`} className="fine">
          {most ? `The profile allows up to ${moneyText(most.threshold, most.currency)}.` : "0 declines every payment."}
        </p>
        <p id={`${fieldId}-wrong`} className="field-error" role="alert">
          {isWrong && "Enter an amount such as 250 or 250.50."}
        </p>
        {set.error && <ErrorNotice error={set.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isBusy={set.isPending}>
            Save limit
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The profile's own limit over the same span, which a card's cannot be above. */
function useProfileLimit(profileId: number, type: CardLimitType): Limit | undefined {
  const limits = useSpendingLimitsForProfile({ profileId });
  const general = limits.data?.spendings.find((spending) => spending.type === "GENERAL");
  return general?.limits.find((limit) => limit.type === type);
}
