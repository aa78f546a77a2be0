import type { TokenKind } from "../contract/document.ts";
import type { Jwk } from "../handshake/rsa-key.ts";
import type { MockCard } from "./card.ts";
import type { OneTimeToken } from "./one-time-token.ts";
import type { MockProfile } from "./profile.ts";

/** How a user stands with strong customer authentication. */
export interface UserScaState {
  failuresInARow: number;
  /** 0 if not blocked. */
  blockedUntilMs: number;
  /** 0 if never. */
  lastPassedAtMs: number;
}

/** An access token that the mock knows. */
export interface AccessToken {
  token: string;
  kind: TokenKind;
  expiresAtMs: number;
}

/** A refresh token that the mock knows. */
export interface RefreshToken {
  token: string;
  expiresAtMs: number;
  /** The access tokens that it gave, the last one last, as far as they are not ended. */
  accessTokens: string[];
}

/** A call with an idempotency key that succeeded. */
export interface KeyedCall {
  /** Operation and key. */
  id: string;
  /** Of its path and body. */
  fingerprint: string;
  response: {
    statusCode: number;
    headers: Record<string, string>;
    body: string;
    encoding: "none" | "json" | "text" | "base64";
  };
}

/** Everything that the mock remembers. */
export interface MockState {
  readonly profiles: Map<number, MockProfile>;
  readonly cards: Map<string, MockCard>;
  /** The same cards by profile, in the order in which they were made. */
  readonly cardsOfProfile: Map<number, MockCard[]>;
  readonly oneTimeTokens: Map<string, OneTimeToken>;
  /** By user. */
  readonly scaStates: Map<number, UserScaState>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly usedAuthorisationCodes: Set<string>;
  /** By version. */
  readonly encryptionKeys: Map<number, Jwk>;
  /** By operation and key, the oldest first. */
  readonly keyedCalls: Map<string, KeyedCall>;
}

/** A state without anything in it. */
export function createState(): MockState {
  return {
    profiles: new Map(),
    cards: new Map(),
    cardsOfProfile: new Map(),
    oneTimeTokens: new Map(),
    scaStates: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    usedAuthorisationCodes: new Set(),
    encryptionKeys: new Map(),
    keyedCalls: new Map(),
  };
}

/** Adds a card behind the other cards of its profile, or replaces the card that has its token. */
export function putCard(state: MockState, card: MockCard): void {
  const before = state.cards.get(card.token);
  state.cards.set(card.token, card);
  const cards = state.cardsOfProfile.get(card.profileId) ?? [];
  state.cardsOfProfile.set(card.profileId, cards);
  if (before?.profileId === card.profileId) {
    cards[cards.indexOf(before)] = card;
  } else {
    if (before) removeFromProfile(state, before);
    cards.push(card);
  }
}

/** Removes a card. */
export function removeCard(state: MockState, token: string): boolean {
  const card = state.cards.get(token);
  if (!card) return false;
  state.cards.delete(token);
  removeFromProfile(state, card);
  return true;
}

function removeFromProfile(state: MockState, card: MockCard): void {
  const cards = state.cardsOfProfile.get(card.profileId) ?? [];
  const index = cards.indexOf(card);
  if (index !== -1) cards.splice(index, 1);
}

/** Makes a state hold what another holds. The other is not to be used any more. */
export function replaceState(state: MockState, other: MockState): void {
  replaceMap(state.profiles, other.profiles);
  replaceMap(state.cards, other.cards);
  replaceMap(state.cardsOfProfile, other.cardsOfProfile);
  replaceMap(state.oneTimeTokens, other.oneTimeTokens);
  replaceMap(state.scaStates, other.scaStates);
  replaceMap(state.accessTokens, other.accessTokens);
  replaceMap(state.refreshTokens, other.refreshTokens);
  replaceMap(state.encryptionKeys, other.encryptionKeys);
  replaceMap(state.keyedCalls, other.keyedCalls);
  state.usedAuthorisationCodes.clear();
  for (const code of other.usedAuthorisationCodes) state.usedAuthorisationCodes.add(code);
}

function replaceMap<Key, Value>(map: Map<Key, Value>, other: ReadonlyMap<Key, Value>): void {
  map.clear();
  for (const [key, value] of other) map.set(key, value);
}

/** How many entries are added between two sweeps. */
const sweepEvery = 1000;

/**
 * Forgets entries that have expired, now and then, but the latest `kept` of them: so many are known to have expired, where
 * an unknown one would be taken for good.
 */
export function sweepExpired<Key>(
  map: Map<Key, { readonly expiresAtMs: number }>,
  nowMs: number,
  { kept }: { readonly kept: number },
): void {
  if (map.size % sweepEvery !== 0) return;
  const expired = [...map].filter(([, { expiresAtMs }]) => expiresAtMs <= nowMs).map(([key]) => key);
  for (const key of expired.slice(0, Math.max(0, expired.length - kept))) map.delete(key);
}
