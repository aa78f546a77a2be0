import { changePhoneNumber, changeStatus, resetPinCount } from "../engine/card-changes.ts";
import { findCard, listCards } from "../engine/find-card.ts";
import type { OperationHandlers } from "./operation-handler.ts";

/** The card operations. */
export const cardHandlers: OperationHandlers = {
  "cards.list"({ path, query }, context) {
    // The validator has filled in the contract's defaults.
    const page = { size: query.pageSize as number, number: query.pageNumber as number };
    const { cards, totalCount } = listCards(context, path.profileId, page);
    const isDocumented = cards.length > 0 || page.number === 1;
    return { status: 200, body: { cards: cards.map(context.viewCard), totalCount }, isDocumented };
  },

  "cards.get"({ path }, context) {
    return { status: 200, body: context.viewCard(findCard(context, path.profileId, path.cardToken)) };
  },

  "cards.updateStatus"({ path, body }, context) {
    const card = findCard(context, path.profileId, path.cardToken);
    const isDocumented = body.status !== card.status;
    changeStatus(context, card, body.status);
    return { status: 200, body: context.viewCard(card), isDocumented };
  },

  "cards.resetPinCount"({ path }, context) {
    resetPinCount(findCard(context, path.profileId, path.cardToken));
    return { status: 200 };
  },

  "cards.updatePhoneNumber"({ path, body }, context) {
    const card = findCard(context, path.profileId, path.cardToken);
    changePhoneNumber(context, card, body.phoneNumber);
    return { status: 200, body: { token: card.token, profileId: card.profileId, phoneNumber: card.phoneNumber } };
  },
};
