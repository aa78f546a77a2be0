import { cacheJson } from "../json-text.ts";
import type { MockCard, MockCardStatus } from "./card.ts";

/** The card as the API shows it (contract schema `Card`). Frozen. */
export type CardView = Readonly<Omit<MockCard, HiddenField | "status">> & {
  readonly status: { readonly value: MockCardStatus };
};

type HiddenField = "pan" | "cvv2" | "pin" | "permissions" | "limits" | "usage" | "wrongPinEntries";

/** Shows a card as the API does. */
export type ViewCard = (card: MockCard) => CardView;

/** So many views are kept, each of about a kilobyte. */
const mostKept = 1000;

/** Makes a `ViewCard`. A card that looks as it did last time gives the same object again, whose JSON is kept. */
export function createCardViews(): ViewCard {
  const views = new Map<string, CardView>();
  return (card) => {
    const before = views.get(card.token);
    if (before && isStillLike(card, before)) return before;
    if (views.size >= mostKept) views.clear();
    const view = cacheJson(viewOf(card));
    views.set(card.token, view);
    return view;
  };
}

function viewOf(card: MockCard): CardView {
  return {
    token: card.token,
    profileId: card.profileId,
    clientId: card.clientId,
    status: { value: card.status },
    cardHolderName: card.cardHolderName,
    expiryDate: card.expiryDate,
    lastFourDigits: card.lastFourDigits,
    bankIdentificationNumber: card.bankIdentificationNumber,
    phoneNumber: card.phoneNumber,
    cardProgram: card.cardProgram,
    unlockSpendingPermissions: card.unlockSpendingPermissions,
    creationTime: card.creationTime,
    modificationTime: card.modificationTime,
  };
}

function isStillLike(card: MockCard, view: CardView): boolean {
  for (const field in view) {
    const isSame =
      field === "status"
        ? view.status.value === card.status
        : view[field as keyof CardView] === card[field as keyof CardView];
    if (!isSame) return false;
  }
  return true;
}
