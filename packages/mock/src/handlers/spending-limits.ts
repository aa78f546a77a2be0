import { removeCardLimit, setCardLimit, viewCardLimits, viewProfileLimits } from "../engine/limits.ts";
import { findCard, findProfile, type World } from "../engine/world.ts";
import type { OperationHandlers } from "../generated/handlers.gen.ts";

/** The spending limits of cards and profiles. */
export const spendingLimitHandlers: OperationHandlers<World> = {
  "spendingLimits.list"({ path }, world) {
    const card = findCard(world, path.profileId, path.cardToken);
    return { status: 200, body: { spendings: viewCardLimits(world, card) } };
  },

  "spendingLimits.set"({ path, body }, world) {
    const card = findCard(world, path.profileId, path.cardToken);
    setCardLimit(world, card, body.cardLimitType, body.maxLimitAmount);
    return { status: 200 };
  },

  "spendingLimits.remove"({ path }, world) {
    removeCardLimit(findCard(world, path.profileId, path.cardToken), path.cardLimitType);
    return { status: 200 };
  },

  "spendingLimits.listForProfile"({ path }, world) {
    return { status: 200, body: { spendings: viewProfileLimits(world, findProfile(world, path.profileId)) } };
  },
};
