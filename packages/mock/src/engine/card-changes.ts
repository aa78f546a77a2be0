import type { MockCard, MockCardStatus, MockPermissionType } from "./card.ts";
import { refuse } from "./refusal.ts";
import { touchCard, type World } from "./world.ts";

/** A permission to set. */
export interface PermissionChange {
  readonly type: MockPermissionType;
  readonly isEnabled: boolean;
}

/**
 * Sets a card's status as a client may. Activating an INACTIVE card that the partner unlocks lifts its locks too. The
 * present status again changes nothing. @throws Refusal 409 for a transition that the contract does not have.
 */
export function changeStatus(world: World, card: MockCard, status: MockCardStatus): void {
  if (card.status === status) return;
  const allowed = world.rules.transitions[card.status] ?? [];
  if (!allowed.includes(status)) {
    throw refuse(409, "card.status.transition.not.allowed", `A card cannot go from ${card.status} to ${status}`, {
      path: "status",
      arguments: [card.status, status],
    });
  }
  const isActivation = card.status === "INACTIVE" && status === "ACTIVE";
  card.status = status;
  if (isActivation && card.unlockSpendingPermissions === "WITH_PARTNER_API") unlockPermissions(card, false);
  touchCard(world, card);
}

/** Lifts the locks of a card, and switches on what was locked if asked to. */
export function unlockPermissions(card: MockCard, enable: boolean): void {
  for (const permission of Object.values(card.permissions)) {
    if (!permission.isLocked) continue;
    permission.isLocked = false;
    if (enable) permission.isEnabled = true;
  }
}

/**
 * Sets permissions, all or none; of a type that stands twice the last entry counts. They are no field of the card, so
 * that its modification time stays. `pathOf` says where in the request the type of an entry stands.
 * @throws Refusal 409 if one that is to be enabled is locked.
 */
export function changePermissions(
  card: MockCard,
  changes: readonly PermissionChange[],
  pathOf: (index: number) => string,
): void {
  const wanted = new Map(changes.map(({ type, isEnabled }) => [type, isEnabled]));
  for (const [type, isEnabled] of wanted) {
    if (isEnabled && card.permissions[type].isLocked) {
      throw refuse(409, "card.permission.locked", `The permission ${type} is locked and cannot be enabled`, {
        path: pathOf(changes.findLastIndex((change) => change.type === type)),
        arguments: [type],
      });
    }
  }
  for (const [type, isEnabled] of wanted) card.permissions[type].isEnabled = isEnabled;
}

/** Forgets wrong PIN entries. No read shows them. */
export function resetPinCount(card: MockCard): void {
  card.wrongPinEntries = 0;
}

/** Sets the phone number. @throws Refusal 422 if it has the form of a number but cannot be one. */
export function changePhoneNumber(world: World, card: MockCard, phoneNumber: string): void {
  if (!/^\+[1-9][0-9]{6,14}$/.test(phoneNumber)) {
    throw refuse(422, "card.phone.number.invalid", "This is not a valid phone number", { path: "phoneNumber" });
  }
  if (card.phoneNumber === phoneNumber) return;
  card.phoneNumber = phoneNumber;
  touchCard(world, card);
}
