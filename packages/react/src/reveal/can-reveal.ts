import type { CardStatus } from "@wisekit/client";
import { requiredCardStatus } from "../generated/required-card-status.gen.ts";
import type { RevealKind } from "./reveal-state.ts";

/** Whether the contract lets a card in this status reveal its details, or its PIN. Default: `details`. */
export function canReveal(status: CardStatus, kind: RevealKind = "details"): boolean {
  const required: readonly string[] = requiredCardStatus[`cardData.${kind}`];
  return required.includes(status);
}
