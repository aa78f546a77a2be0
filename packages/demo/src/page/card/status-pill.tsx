import type { CardStatus } from "@wisekit/client";
import type { ReactNode } from "react";
import { statusText } from "./card-status.ts";

/** The status of a card as a small label. */
export function StatusPill({ status }: { status: CardStatus }): ReactNode {
  const { label, tone } = statusText(status);
  return (
    <span className="pill" data-tone={tone}>
      {label}
    </span>
  );
}
