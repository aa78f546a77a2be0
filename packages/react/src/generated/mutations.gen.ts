// Generated from spec/ by `pnpm generate` (scripts/generate/emit-react-options.ts); edit the contract instead.

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
     * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card sets its
     * card order to COMPLETED. Setting the current status succeeds and changes nothing.
     *
     * Contract operation: `cards.updateStatus`.
     */
    readonly updateStatus: MutationFactory<CardsUpdateStatusArgs, Card>;
    /**
     * Resets the count of incorrect PIN entries to zero. After more than three incorrect entries, transactions are
     * declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip of the card keeps a separate count,
     * which may have to be reset at an ATM.
     *
     * Contract operation: `cards.resetPinCount`.
     */
    readonly resetPinCount: MutationFactory<CardsResetPinCountArgs, void>;
    /**
     * Updates the phone number of a card. Not available to partners who joined after 1 March 2025: their customers
     * receive one-time passwords on the phone number of the profile.
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
     * Enables or disables one type of transaction for a card. Setting the current value succeeds and changes nothing.
     * A locked permission cannot be updated.
     *
     * Contract operation: `permissions.update`.
     *
     * @deprecated Deprecated by Wise. Use permissions.updateMany.
     */
    readonly update: MutationFactory<PermissionsUpdateArgs, void>;
    /**
     * Enables or disables several types of transaction for a card. If one of them is rejected, none is changed.
     * Setting the current value succeeds and changes nothing. A locked permission cannot be updated.
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
     * Sets or replaces one spending limit of a card. It cannot exceed the general limit of the profile: a TRANSACTION
     * or DAILY limit is compared with the daily one, a MONTHLY limit with the monthly one. A LIFETIME limit is not
     * compared.
     *
     * Contract operation: `spendingLimits.set`.
     *
     * @deprecated Deprecated by Wise.
     */
    readonly set: MutationFactory<SpendingLimitsSetArgs, void>;
    /**
     * Removes one spending limit of a card. Removing a limit that is not set succeeds and changes nothing.
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
