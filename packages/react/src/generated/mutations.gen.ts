// Generated from spec/ by `pnpm generate`; edit the contract instead.

import type {
  Card,
  CardPhoneNumber,
  CardsResetPinCountArgs,
  CardsUpdatePhoneNumberArgs,
  CardsUpdateStatusArgs,
  PermissionsUpdateArgs,
  PermissionsUpdateManyArgs,
  SpendingLimitsRemoveArgs,
  SpendingLimitsSetArgs,
} from "@wisekit/client";
import { createWrite, type Write } from "../write.ts";

/** Mutation options of the writes of `cards`. */
export const cardMutations: {
  /**
   * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card brings its
   * order to COMPLETED. Asking for the status that the card has already changes nothing and succeeds.
   *
   * Contract operation: `cards.updateStatus`.
   */
  readonly updateStatus: Write<CardsUpdateStatusArgs, Card>;
  /**
   * Sets the count of wrong PIN entries back to zero. After more than three wrong entries every further transaction is
   * declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip has a count of its own, which sometimes
   * has to be reset at a cash machine.
   *
   * Contract operation: `cards.resetPinCount`.
   */
  readonly resetPinCount: Write<CardsResetPinCountArgs, void>;
  /**
   * Sets the phone number that belongs to a card. Not for partners who joined after 1 March 2025, whose customers get
   * their one-time passwords on the phone number of the profile.
   *
   * Contract operation: `cards.updatePhoneNumber`.
   *
   * @deprecated The vendor advises against it.
   */
  readonly updatePhoneNumber: Write<CardsUpdatePhoneNumberArgs, CardPhoneNumber>;
} = {
  updateStatus: /* @__PURE__ */ createWrite("cards.updateStatus", { invalidates: { "cards.list": ["profileId"], "cards.get": ["profileId", "cardToken"], "permissions.list": ["profileId", "cardToken"] }, optimistic: { argument: "status", between: ["ACTIVE", "FROZEN"], reads: [{ read: "cards.get", shared: ["profileId", "cardToken"], set: ["status", "value"] }, { read: "cards.list", shared: ["profileId"], set: ["status", "value"], item: { of: "cards", field: "token", argument: "cardToken" } }] } }),
  resetPinCount: /* @__PURE__ */ createWrite("cards.resetPinCount", { invalidates: {} }),
  updatePhoneNumber: /* @__PURE__ */ createWrite("cards.updatePhoneNumber", { invalidates: { "cards.list": ["profileId"], "cards.get": ["profileId", "cardToken"] }, personal: true }),
};

/** Mutation options of the writes of `permissions`. */
export const permissionMutations: {
  /**
   * Switches one kind of transaction on or off for a card. Use `permissions.updateMany` instead. Setting a permission
   * to what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
   *
   * Contract operation: `permissions.update`.
   *
   * @deprecated The vendor advises against it.
   */
  readonly update: Write<PermissionsUpdateArgs, void>;
  /**
   * Switches several kinds of transaction on or off for a card: all that are named, or, when one is refused, none.
   * Setting a permission to what it is already changes nothing and succeeds; a locked one can be disabled, not
   * enabled.
   *
   * Contract operation: `permissions.updateMany`.
   */
  readonly updateMany: Write<PermissionsUpdateManyArgs, void>;
} = {
  update: /* @__PURE__ */ createWrite("permissions.update", { invalidates: { "permissions.list": ["profileId", "cardToken"] } }),
  updateMany: /* @__PURE__ */ createWrite("permissions.updateMany", { invalidates: { "permissions.list": ["profileId", "cardToken"] } }),
};

/** Mutation options of the writes of `spendingLimits`. */
export const spendingLimitMutations: {
  /**
   * Gives a card a limit of one kind, in place of the one it may have had. A limit for a transaction or a day is held
   * against the daily limit that the profile has for everything, one for a month against the monthly one; one for the
   * card's life has nothing above it.
   *
   * Contract operation: `spendingLimits.set`.
   *
   * @deprecated The vendor advises against it.
   */
  readonly set: Write<SpendingLimitsSetArgs, void>;
  /**
   * Removes one spending limit of a card. Removing a limit that is not set changes nothing and succeeds.
   *
   * Contract operation: `spendingLimits.remove`.
   *
   * @deprecated The vendor advises against it.
   */
  readonly remove: Write<SpendingLimitsRemoveArgs, void>;
} = {
  set: /* @__PURE__ */ createWrite("spendingLimits.set", { invalidates: { "spendingLimits.list": ["profileId", "cardToken"] } }),
  remove: /* @__PURE__ */ createWrite("spendingLimits.remove", { invalidates: { "spendingLimits.list": ["profileId", "cardToken"] } }),
};
