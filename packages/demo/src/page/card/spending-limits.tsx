import type { Card, CardLimitType, Limit } from "@wisekit/client";
import { useRemoveSpendingLimit, useSpendingLimits } from "@wisekit/react";
import { type ReactNode, useState } from "react";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayText, moneyText } from "./card-texts.ts";
import { LimitDialog } from "./limit-dialog.tsx";

const spans: Readonly<Record<CardLimitType, string>> = {
  TRANSACTION: "Each payment",
  DAILY: "Each day",
  MONTHLY: "Each month",
  LIFETIME: "In all",
};

/** How much a card may spend, and how much of that is used. */
export function SpendingLimits({ card }: { card: Card }): ReactNode {
  const limits = useSpendingLimits({ profileId: card.profileId, cardToken: card.token });
  const set = limits.data?.spendings.flatMap((spending) => (spending.type === "GENERAL" ? spending.limits : [])) ?? [];
  return (
    <section className="panel" aria-labelledby="limits-title">
      <h3 id="limits-title">Spending limits</h3>
      {limits.isPending && <Skeleton />}
      {limits.isError && <ErrorNotice error={limits.error} onRetry={() => void limits.refetch()} />}
      {limits.isSuccess && (
        <ul className="rows">
          {(Object.keys(spans) as CardLimitType[]).map((type) => (
            <LimitRow key={type} card={card} type={type} limit={set.find((limit) => limit.type === type)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LimitRow({ card, type, limit }: { card: Card; type: CardLimitType; limit: Limit | undefined }): ReactNode {
  const [isEditing, setIsEditing] = useState(false);
  const announce = useAnnounce();
  const remove = useRemoveSpendingLimit();
  const name = spans[type];
  return (
    <li className="row row-limit" data-limit={type}>
      <span className="row-text">
        <span>{name}</span>
        {limit ? <LimitUsage limit={limit} name={name} /> : <span className="fine">No limit</span>}
      </span>
      <span className="row-actions">
        <Button aria-label={`${limit ? "Change" : "Set"} limit: ${name}`} onClick={() => setIsEditing(true)}>
          {limit ? "Change" : "Set"}
        </Button>
        {limit && (
          <Button
            aria-label={`Remove limit: ${name}`}
            isBusy={remove.isPending}
            onClick={() => {
              const onSuccess = () => announce(`Limit removed: ${name.toLowerCase()}.`);
              remove.mutate({ profileId: card.profileId, cardToken: card.token, cardLimitType: type }, { onSuccess });
            }}
          >
            Remove
          </Button>
        )}
      </span>
      {remove.error && <ErrorNotice error={remove.error} />}
      {isEditing && (
        <LimitDialog card={card} type={type} name={name} limit={limit} onClose={() => setIsEditing(false)} />
      )}
    </li>
  );
}

function LimitUsage({ limit, name }: { limit: Limit; name: string }): ReactNode {
  const { threshold, currency, expiresAt } = limit;
  const usage = limit.usage ?? 0;
  const whole = moneyText(threshold, currency);
  if (limit.type === "TRANSACTION") return <span className="fine">Up to {whole}</span>;
  const text = `${moneyText(usage, currency)} of ${whole} used`;
  return (
    <>
      <meter
        aria-label={`${name}: ${text}`}
        min={0}
        max={Math.max(threshold, usage, 0.01)}
        high={threshold * 0.8}
        value={usage}
      />
      <span className="fine">
        {text}
        {expiresAt && ` · resets ${dayText(expiresAt)}`}
      </span>
    </>
  );
}

function Skeleton(): ReactNode {
  return (
    <div role="status">
      <span className="visually-hidden">Loading limits</span>
      {[1, 2, 3].map((row) => (
        <span key={row} className="skeleton skeleton-row" />
      ))}
    </div>
  );
}
