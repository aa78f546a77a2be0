// Generated from spec/ by `pnpm generate` (scripts/generate/emit-react-options.ts); edit the contract instead.

import type {
  Card,
  CardPage,
  CardsGetArgs,
  CardsListAllArgs,
  CardsListArgs,
  PermissionList,
  PermissionsListArgs,
  SpendingLimitsListArgs,
  SpendingLimitsListForProfileArgs,
  SpendingList,
} from "@wisekit/client";
import { type InfiniteQueryFactory, withInfinite } from "../infinite-query-factory.ts";
import type { QueryFactory } from "../query-factory.ts";
import type { WithResource } from "../registered-client.ts";
import {
  cardsGet,
  cardsList,
  cardsListInfinite,
  permissionsList,
  spendingLimitsList,
  spendingLimitsListForProfile,
} from "./factories.gen.ts";

/** Query options of the reads of `cards`. */
export const cardQueries: WithResource<
  "cards",
  {
    /**
     * Returns the cards of a profile, page by page. A page beyond the last one is empty.
     *
     * Contract operation: `cards.list`.
     */
    readonly list: InfiniteQueryFactory<CardsListArgs, CardsListAllArgs, CardPage>;
    /**
     * Returns a card.
     *
     * Contract operation: `cards.get`.
     */
    readonly get: QueryFactory<CardsGetArgs, Card>;
  }
> = {
  list: /* @__PURE__ */ withInfinite(cardsList, cardsListInfinite),
  get: cardsGet,
};

/** Query options of the reads of `permissions`. */
export const permissionQueries: WithResource<
  "permissions",
  {
    /**
     * Returns the spending permissions of a card.
     *
     * Contract operation: `permissions.list`.
     */
    readonly list: QueryFactory<PermissionsListArgs, PermissionList>;
  }
> = {
  list: permissionsList,
};

/** Query options of the reads of `spendingLimits`. */
export const spendingLimitQueries: WithResource<
  "spendingLimits",
  {
    /**
     * Returns the spending limits of a card and how much of each has been used.
     *
     * Contract operation: `spendingLimits.list`.
     *
     * @deprecated Deprecated by Wise.
     */
    readonly list: QueryFactory<SpendingLimitsListArgs, SpendingList>;
    /**
     * Returns the spending limits that apply to all cards of a profile together.
     *
     * Contract operation: `spendingLimits.listForProfile`.
     *
     * @deprecated Deprecated by Wise.
     */
    readonly listForProfile: QueryFactory<SpendingLimitsListForProfileArgs, SpendingList>;
  }
> = {
  list: spendingLimitsList,
  listForProfile: spendingLimitsListForProfile,
};
