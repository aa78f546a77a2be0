import type { MockClock } from "../clock.ts";
import type { ContractRules } from "../contract/rules.ts";
import type { Jwk } from "../handshake/rsa-key.ts";
import type { RandomStreams } from "../random.ts";
import { ageCard, type MockCard } from "./card.ts";
import type { ViewCard } from "./card-view.ts";
import type { MockProfile } from "./profile.ts";
import { forbid, refuse } from "./refusal.ts";
import type { EngineState } from "./state.ts";

export const keyWraps = ["RSA1_5", "RSA-OAEP-256"] as const;
/** How the content encryption key of a card-data request may be wrapped (RFC 7518 section 4.1). */
export type KeyWrap = (typeof keyWraps)[number];

/** What the mock was told to be like. */
export interface WorldSettings {
  /** Whether profiles that are under strong customer authentication are challenged. */
  sca: boolean;
  /** Whether bearer and refresh tokens that the mock does not know are refused. */
  knownTokensOnly: boolean;
  /** How card data is answered. */
  cardDataAnswer: "jwe" | "json";
  /** Which wraps are accepted. */
  keyWraps: readonly KeyWrap[];
}

/** Everything the engine's rules work on. */
export interface World {
  readonly state: EngineState;
  readonly clock: MockClock;
  readonly random: RandomStreams;
  readonly rules: ContractRules;
  readonly settings: WorldSettings;
  readonly viewCard: ViewCard;
  /** The key that the mock starts with; made on first use, or given. */
  readonly firstKey: () => Promise<Jwk>;
}

/** The profile. @throws Refusal 403 if there is none. */
export function findProfile(world: World, profileId: number): MockProfile {
  const profile = world.state.profiles.get(profileId);
  if (!profile) throw forbid(`Profile ${profileId} does not exist or is not yours`);
  return profile;
}

/** The profile's card, as it is by now. @throws Refusal 404 if the profile has no such card. */
export function findCard(world: World, profileId: number, token: string): MockCard {
  findProfile(world, profileId);
  const card = world.state.cards.get(token.toLowerCase());
  if (card?.profileId !== profileId) {
    throw refuse(404, "card.not.found", "The profile has no card with this token", { path: "cardToken" });
  }
  ageCard(card, world.clock.nowMs(), world.rules);
  return card;
}

/** The card of any profile, as it is by now. @throws Refusal 404 if there is none. */
export function findCardByToken(world: World, token: string): MockCard {
  const card = world.state.cards.get(token.toLowerCase());
  if (!card) {
    throw refuse(404, "card.not.found", "There is no card with this token", { path: "x-tw-twcard-card-token" });
  }
  ageCard(card, world.clock.nowMs(), world.rules);
  return card;
}

/** One page of a profile's cards, oldest first, and how many there are. A page past the last one is empty. */
export function listCards(
  world: World,
  profileId: number,
  page: { size: number; number: number },
): { cards: MockCard[]; totalCount: number } {
  findProfile(world, profileId);
  const all = world.state.cardsOfProfile.get(profileId) ?? [];
  const start = (page.number - 1) * page.size;
  const cards = all.slice(start, start + page.size);
  const nowMs = world.clock.nowMs();
  for (const card of cards) ageCard(card, nowMs, world.rules);
  return { cards, totalCount: all.length };
}

/** Notes that a card was changed just now. */
export function touchCard(world: World, card: MockCard): void {
  card.modificationTime = world.clock.nowIso();
}
