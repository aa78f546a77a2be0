import { apiError, forbiddenError } from "./api-error.ts";
import { applyExpiry, type MockCard } from "./card.ts";
import type { MockContext } from "./context.ts";
import type { MockProfile } from "./profile.ts";

/** The profile. @throws ApiError 403 if there is none. */
export function findProfile(context: MockContext, profileId: number): MockProfile {
  const profile = context.state.profiles.get(profileId);
  if (!profile) throw forbiddenError(`Profile ${profileId} does not exist or is not yours`);
  return profile;
}

/** The profile's card, as it is now. @throws ApiError 404 if the profile has no such card. */
export function findCard(context: MockContext, profileId: number, token: string): MockCard {
  findProfile(context, profileId);
  const card = context.state.cards.get(token.toLowerCase());
  if (card?.profileId !== profileId) {
    throw apiError(404, "card.not.found", "The profile has no card with this token", { path: "cardToken" });
  }
  applyExpiry(card, context.clock.nowMs(), context.rules);
  return card;
}

/** The card of any profile, as it is now. `path` is where its token was given. @throws ApiError 404 if there is none. */
export function findCardByToken(context: MockContext, token: string, path: string): MockCard {
  const card = context.state.cards.get(token.toLowerCase());
  if (!card) {
    throw apiError(404, "card.not.found", "There is no card with this token", { path });
  }
  applyExpiry(card, context.clock.nowMs(), context.rules);
  return card;
}

/** One page of a profile's cards, oldest first, and how many there are. A page past the last one is empty. */
export function listCards(
  context: MockContext,
  profileId: number,
  page: { size: number; number: number },
): { cards: MockCard[]; totalCount: number } {
  findProfile(context, profileId);
  const all = context.state.cardsOfProfile.get(profileId) ?? [];
  const start = (page.number - 1) * page.size;
  const cards = all.slice(start, start + page.size);
  const nowMs = context.clock.nowMs();
  for (const card of cards) applyExpiry(card, nowMs, context.rules);
  return { cards, totalCount: all.length };
}

/** Sets a card's modification time to now. */
export function setModified(context: MockContext, card: MockCard): void {
  card.modificationTime = context.clock.nowIso();
}
