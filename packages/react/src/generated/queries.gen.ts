// Generated from spec/ by `pnpm generate`; edit the contract instead.

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
import { createPagedRead, createRead, type PagedRead, type Read } from "../read.ts";

/** Query options of the reads of `cards`. */
export const cardQueries: {
  /**
   * Returns the cards of a profile, one page at a time. The order is not documented. A page past the last one is
   * empty.
   *
   * Contract operation: `cards.list`.
   */
  readonly list: PagedRead<CardsListArgs, CardsListAllArgs, CardPage>;
  /**
   * Returns one card.
   *
   * Contract operation: `cards.get`.
   */
  readonly get: Read<CardsGetArgs, Card>;
} = {
  list: /* @__PURE__ */ createPagedRead("cards.list", ["profileId", "pageSize", "pageNumber"], { page: "pageNumber", items: "cards", total: "totalCount", first: 1 }),
  get: /* @__PURE__ */ createRead("cards.get", ["profileId", "cardToken"]),
};

/** Query options of the reads of `permissions`. */
export const permissionQueries: {
  /**
   * Returns the spending permissions of a card.
   *
   * Contract operation: `permissions.list`.
   */
  readonly list: Read<PermissionsListArgs, PermissionList>;
} = {
  list: /* @__PURE__ */ createRead("permissions.list", ["profileId", "cardToken"]),
};

/** Query options of the reads of `spendingLimits`. */
export const spendingLimitQueries: {
  /**
   * Returns the spending limits of a card and how much of each is used.
   *
   * Contract operation: `spendingLimits.list`.
   *
   * @deprecated The vendor advises against it.
   */
  readonly list: Read<SpendingLimitsListArgs, SpendingList>;
  /**
   * Returns the spending limits that all cards of a profile share.
   *
   * Contract operation: `spendingLimits.listForProfile`.
   *
   * @deprecated The vendor advises against it.
   */
  readonly listForProfile: Read<SpendingLimitsListForProfileArgs, SpendingList>;
} = {
  list: /* @__PURE__ */ createRead("spendingLimits.list", ["profileId", "cardToken"]),
  listForProfile: /* @__PURE__ */ createRead("spendingLimits.listForProfile", ["profileId"]),
};
