import type { CardStatus } from "@wisekit/client";

/** A status as a card holder reads it. */
export interface StatusText {
  readonly label: string;
  readonly tone: "good" | "cold" | "waiting" | "bad" | "gone";
  /** What it means, if the card cannot simply be used. */
  readonly meaning?: string;
}

const unavailable: StatusText = {
  label: "Unavailable",
  tone: "gone",
  meaning: "This card cannot be used at the moment. Please contact support.",
};

// Why a partner has suspended a card must not be shown to its holder, so it reads like any status we do not know.
const texts: Readonly<Record<string, StatusText>> = {
  ACTIVE: { label: "Active", tone: "good" },
  FROZEN: {
    label: "Frozen",
    tone: "cold",
    meaning: "Payments are declined until you unfreeze the card.",
  },
  INACTIVE: {
    label: "Not activated",
    tone: "waiting",
    meaning: "Activate the card once you have it in your hands.",
  },
  BLOCKED: {
    label: "Blocked",
    tone: "bad",
    meaning: "This card is blocked for good and cannot be used again.",
  },
  EXPIRED: { label: "Expired", tone: "gone", meaning: "This card has passed its expiry date." },
  PURGED: {
    label: "Closed",
    tone: "gone",
    meaning: "This card expired long ago. Its number and PIN have been deleted.",
  },
};

/** The words for a status. */
export function statusText(status: CardStatus): StatusText {
  return texts[status] ?? unavailable;
}
