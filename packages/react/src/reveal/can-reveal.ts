import type { CardStatus } from "@wisekit/client";
import { requiredCardStatus } from "../generated/required-card-status.gen.ts";
import type { RevealKind } from "./reveal-state.ts";

/** Whether a card is in a status in which its details, or its PIN, are given out at all. Default: `details`. */
export function canReveal(status: CardStatus, what: RevealKind = "details"): boolean {
  const required: readonly string[] = requiredCardStatus[`cardData.${what}`];
  return required.includes(status);
}
