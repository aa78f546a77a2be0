// Generated from spec/ by `pnpm generate` (scripts/generate/emit-react-factories.ts); edit the contract instead.

import type {
  Card,
  CardPage,
  CardPhoneNumber,
  CardsGetArgs,
  CardsListAllArgs,
  CardsListArgs,
  CardsResetPinCountArgs,
  CardsUpdatePhoneNumberArgs,
  CardsUpdateStatusArgs,
  PermissionList,
  PermissionsListArgs,
  PermissionsUpdateArgs,
  PermissionsUpdateManyArgs,
  SpendingLimitsListArgs,
  SpendingLimitsListForProfileArgs,
  SpendingLimitsRemoveArgs,
  SpendingLimitsSetArgs,
  SpendingList,
} from "@wisekit/client";
import { pageNumberSteps } from "@wisekit/client/internal";
import { createInfiniteOptions, type InfiniteOptionsFactory } from "../infinite-query-factory.ts";
import { createMutationFactory, type MutationFactory } from "../mutation-factory.ts";
import { createOptimisticUpdater } from "../optimistic-update.ts";
import { createQueryFactory, type QueryFactory } from "../query-factory.ts";

export const cardsList: QueryFactory<CardsListArgs, CardPage> =
  /* @__PURE__ */ createQueryFactory("cards.list", ["profileId", "pageSize", "pageNumber"]);

export const cardsListInfinite: InfiniteOptionsFactory<CardsListAllArgs, CardPage> =
  /* @__PURE__ */ createInfiniteOptions(cardsList, /* @__PURE__ */ pageNumberSteps({
    page: "pageNumber",
    first: 1,
    size: "pageSize",
    total: ["totalCount"],
    items: ["cards"],
  }));

export const cardsGet: QueryFactory<CardsGetArgs, Card> =
  /* @__PURE__ */ createQueryFactory("cards.get", ["profileId", "cardToken"]);

export const permissionsList: QueryFactory<PermissionsListArgs, PermissionList> =
  /* @__PURE__ */ createQueryFactory("permissions.list", ["profileId", "cardToken"]);

export const spendingLimitsList: QueryFactory<SpendingLimitsListArgs, SpendingList> =
  /* @__PURE__ */ createQueryFactory("spendingLimits.list", ["profileId", "cardToken"]);

export const spendingLimitsListForProfile: QueryFactory<SpendingLimitsListForProfileArgs, SpendingList> =
  /* @__PURE__ */ createQueryFactory("spendingLimits.listForProfile", ["profileId"]);

export const cardsUpdateStatus: MutationFactory<CardsUpdateStatusArgs, Card> =
  /* @__PURE__ */ createMutationFactory(
    "cards.updateStatus",
    {
      affects: [
        { read: "cards.list", by: { profileId: "profileId" } },
        { read: "cards.get", by: { profileId: "profileId", cardToken: "cardToken" } },
        { read: "permissions.list", by: { profileId: "profileId", cardToken: "cardToken" } },
      ],
    },
    /* @__PURE__ */ createOptimisticUpdater({
      argument: "status",
      between: ["ACTIVE", "FROZEN"],
      places: [
        { read: "cards.get", set: ["status", "value"] },
        { read: "cards.list", set: ["status", "value"], item: { of: "cards", field: "token", argument: "cardToken" } },
      ],
    }),
  );

export const cardsResetPinCount: MutationFactory<CardsResetPinCountArgs, void> =
  /* @__PURE__ */ createMutationFactory("cards.resetPinCount");

export const cardsUpdatePhoneNumber: MutationFactory<CardsUpdatePhoneNumberArgs, CardPhoneNumber> =
  /* @__PURE__ */ createMutationFactory("cards.updatePhoneNumber", {
    affects: [
      { read: "cards.list", by: { profileId: "profileId" } },
      { read: "cards.get", by: { profileId: "profileId", cardToken: "cardToken" } },
    ],
    personal: true,
  });

export const permissionsUpdate: MutationFactory<PermissionsUpdateArgs, void> =
  /* @__PURE__ */ createMutationFactory("permissions.update", {
    affects: [{ read: "permissions.list", by: { profileId: "profileId", cardToken: "cardToken" } }],
  });

export const permissionsUpdateMany: MutationFactory<PermissionsUpdateManyArgs, void> =
  /* @__PURE__ */ createMutationFactory("permissions.updateMany", {
    affects: [{ read: "permissions.list", by: { profileId: "profileId", cardToken: "cardToken" } }],
  });

export const spendingLimitsSet: MutationFactory<SpendingLimitsSetArgs, void> =
  /* @__PURE__ */ createMutationFactory("spendingLimits.set", {
    affects: [{ read: "spendingLimits.list", by: { profileId: "profileId", cardToken: "cardToken" } }],
  });

export const spendingLimitsRemove: MutationFactory<SpendingLimitsRemoveArgs, void> =
  /* @__PURE__ */ createMutationFactory("spendingLimits.remove", {
    affects: [{ read: "spendingLimits.list", by: { profileId: "profileId", cardToken: "cardToken" } }],
  });
