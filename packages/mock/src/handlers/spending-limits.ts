import { findCard, findProfile } from "../engine/find-card.ts";
import { removeCardLimit, setCardLimit, viewCardLimits, viewProfileLimits } from "../engine/limits.ts";
import type { OperationHandlers } from "./operation-handler.ts";

/** The spending limits of cards and profiles. */
export const spendingLimitHandlers: OperationHandlers = {
  "spendingLimits.list"({ path }, context) {
    const card = findCard(context, path.profileId, path.cardToken);
    return { status: 200, body: { spendings: viewCardLimits(context, card) } };
  },

  "spendingLimits.set"({ path, body }, context) {
    const card = findCard(context, path.profileId, path.cardToken);
    setCardLimit(context, card, body.cardLimitType, body.maxLimitAmount);
    return { status: 200 };
  },

  "spendingLimits.remove"({ path }, context) {
    const card = findCard(context, path.profileId, path.cardToken);
    const isDocumented = card.limits[path.cardLimitType] !== undefined;
    removeCardLimit(card, path.cardLimitType);
    return { status: 200, isDocumented };
  },

  "spendingLimits.listForProfile"({ path }, context) {
    return { status: 200, body: { spendings: viewProfileLimits(context, findProfile(context, path.profileId)) } };
  },
};
