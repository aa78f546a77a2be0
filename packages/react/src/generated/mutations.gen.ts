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
import type { MutationFactory } from "../mutation-factory.ts";
import type { WithResource } from "../registered-client.ts";
import {
  cardsResetPinCount,
  cardsUpdatePhoneNumber,
  cardsUpdateStatus,
  permissionsUpdate,
  permissionsUpdateMany,
  spendingLimitsRemove,
  spendingLimitsSet,
} from "./factories.gen.ts";

/** Mutation options of the writes of `cards`. */
export const cardMutations: WithResource<
  "cards",
  {
    /**
     * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card brings
     * its order to COMPLETED. Asking for the status that the card has already changes nothing and succeeds.
     *
     * Contract operation: `cards.updateStatus`.
     */
    readonly updateStatus: MutationFactory<CardsUpdateStatusArgs, Card>;
    /**
     * Sets the count of wrong PIN entries back to zero. After more than three wrong entries every further transaction
     * is declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip has a count of its own, which
     * sometimes has to be reset at a cash machine.
     *
     * Contract operation: `cards.resetPinCount`.
     */
    readonly resetPinCount: MutationFactory<CardsResetPinCountArgs, void>;
    /**
     * Sets the phone number that belongs to a card. Not for partners who joined after 1 March 2025, whose customers
     * get their one-time passwords on the phone number of the profile.
     *
     * Contract operation: `cards.updatePhoneNumber`.
     *
     * @deprecated Deprecated by Wise.
     */
    readonly updatePhoneNumber: MutationFactory<CardsUpdatePhoneNumberArgs, CardPhoneNumber>;
  }
> = {
  updateStatus: cardsUpdateStatus,
  resetPinCount: cardsResetPinCount,
  updatePhoneNumber: cardsUpdatePhoneNumber,
};

/** Mutation options of the writes of `permissions`. */
export const permissionMutations: WithResource<
  "permissions",
  {
    /**
     * Switches one kind of transaction on or off for a card. Use `permissions.updateMany` instead. Setting a
     * permission to what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
     *
     * Contract operation: `permissions.update`.
     *
     * @deprecated Deprecated by Wise. Use `permissions.updateMany`.
     */
    readonly update: MutationFactory<PermissionsUpdateArgs, void>;
    /**
     * Switches several kinds of transaction on or off for a card: all that are named, or, when one is refused, none.
     * Setting a permission to what it is already changes nothing and succeeds; a locked one can be disabled, not
     * enabled.
     *
     * Contract operation: `permissions.updateMany`.
     */
    readonly updateMany: MutationFactory<PermissionsUpdateManyArgs, void>;
  }
> = {
  update: permissionsUpdate,
  updateMany: permissionsUpdateMany,
};

/** Mutation options of the writes of `spendingLimits`. */
export const spendingLimitMutations: WithResource<
  "spendingLimits",
  {
    /**
     * Gives a card a limit of one kind, in place of the one it may have had. A limit for a transaction or a day is
     * held against the daily limit that the profile has for everything, one for a month against the monthly one; one
     * for the card's life has nothing above it.
     *
     * Contract operation: `spendingLimits.set`.
     *
     * @deprecated Deprecated by Wise.
     */
    readonly set: MutationFactory<SpendingLimitsSetArgs, void>;
    /**
     * Removes one spending limit of a card. Removing a limit that is not set changes nothing and succeeds.
     *
     * Contract operation: `spendingLimits.remove`.
     *
     * @deprecated Deprecated by Wise.
     */
    readonly remove: MutationFactory<SpendingLimitsRemoveArgs, void>;
  }
> = {
  set: spendingLimitsSet,
  remove: spendingLimitsRemove,
};
