import { apiError, unprocessableError } from "./api-error.ts";
import type { MockCard, MockCardStatus, MockPermissionType } from "./card.ts";
import type { MockContext } from "./context.ts";
import { setModified } from "./find-card.ts";

/** A permission to set. */
export interface PermissionChange {
  readonly type: MockPermissionType;
  readonly isEnabled: boolean;
}

/**
 * Sets a card's status as a client may. Activating an INACTIVE card that the partner unlocks lifts its locks too. The
 * present status again changes nothing. @throws ApiError 409 for a transition that the contract does not have.
 */
export function changeStatus(context: MockContext, card: MockCard, status: MockCardStatus): void {
  if (card.status === status) return;
  const allowed = context.rules.transitions[card.status] ?? [];
  if (!allowed.includes(status)) {
    throw apiError(409, "card.status.transition.not.allowed", `A card cannot go from ${card.status} to ${status}`, {
      path: "status",
      arguments: [card.status, status],
    });
  }
  const isActivation = card.status === "INACTIVE" && status === "ACTIVE";
  card.status = status;
  if (isActivation && card.unlockSpendingPermissions === "WITH_PARTNER_API") unlockPermissions(card, false);
  setModified(context, card);
}

/** Lifts the locks of a card, and switches on what was locked if asked to. */
export function unlockPermissions(card: MockCard, enable: boolean): void {
  for (const permission of Object.values(card.permissions)) {
    if (!permission.isLocked) continue;
    permission.isLocked = false;
    if (enable) permission.isEnabled = true;
  }
}

const disablingAssumption =
  "No source says whether a locked permission can be disabled; the documented message says that it cannot be updated.";

/**
 * Sets permissions, all or none; of a type that stands twice the last entry counts. They are no field of the card, so
 * that its modification time stays. @throws ApiError 422 if one of them is locked
 */
export function changePermissions(card: MockCard, changes: readonly PermissionChange[]): void {
  const wanted = new Map(changes.map(({ type, isEnabled }) => [type, isEnabled]));
  for (const [type, isEnabled] of wanted) {
    if (!card.permissions[type].isLocked) continue;
    const message = `Permission '${type}' is locked for this card and cannot be updated`;
    throw unprocessableError(message, isEnabled ? undefined : disablingAssumption);
  }
  for (const [type, isEnabled] of wanted) card.permissions[type].isEnabled = isEnabled;
}

/** Forgets wrong PIN entries. No read shows them. */
export function resetPinCount(card: MockCard): void {
  card.wrongPinEntries = 0;
}

/** Sets the phone number. @throws ApiError 422 if it has the form of a number but cannot be one. */
export function changePhoneNumber(context: MockContext, card: MockCard, phoneNumber: string): void {
  if (!/^\+[1-9][0-9]{6,14}$/.test(phoneNumber)) {
    throw apiError(422, "card.phone.number.invalid", "This is not a valid phone number", { path: "phoneNumber" });
  }
  if (card.phoneNumber === phoneNumber) return;
  card.phoneNumber = phoneNumber;
  setModified(context, card);
}
