import { changePhoneNumber, changeStatus, resetPinCount } from "../engine/card-changes.ts";
import { findCard, listCards, type World } from "../engine/world.ts";
import type { OperationHandlers } from "../generated/handlers.gen.ts";

/** The card operations. */
export const cardHandlers: OperationHandlers<World> = {
  "cards.list"({ path, query }, world) {
    // The validator has filled in the contract's defaults.
    const page = { size: query.pageSize as number, number: query.pageNumber as number };
    const { cards, totalCount } = listCards(world, path.profileId, page);
    return { status: 200, body: { cards: cards.map(world.viewCard), totalCount } };
  },

  "cards.get"({ path }, world) {
    return { status: 200, body: world.viewCard(findCard(world, path.profileId, path.cardToken)) };
  },

  "cards.updateStatus"({ path, body }, world) {
    const card = findCard(world, path.profileId, path.cardToken);
    changeStatus(world, card, body.status);
    return { status: 200, body: world.viewCard(card) };
  },

  "cards.resetPinCount"({ path }, world) {
    resetPinCount(findCard(world, path.profileId, path.cardToken));
    return { status: 200 };
  },

  "cards.updatePhoneNumber"({ path, body }, world) {
    const card = findCard(world, path.profileId, path.cardToken);
    changePhoneNumber(world, card, body.phoneNumber);
    return { status: 200, body: { token: card.token, profileId: card.profileId, phoneNumber: card.phoneNumber } };
  },
};
