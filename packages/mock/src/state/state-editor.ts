import { applyExpiry, type MockCard } from "../engine/card.ts";
import type { MockContext } from "../engine/context.ts";
import type { MockProfile } from "../engine/profile.ts";
import { putCard, removeCard } from "../engine/state.ts";
import { assertEntity } from "./check-entity.ts";

/** Reads and edits what a mock remembers. Values that come out are copies; edits go through here. */
export interface StateEditor {
  readonly cards: {
    get(token: string): MockCard | undefined;
    /** Of one profile, if named; oldest first. */
    list(profileId?: number): MockCard[];
    /** Adds a card, or replaces the one that has its token. @throws TypeError if it is incomplete, or its profile does not exist */
    put(card: MockCard): void;
    /** Changes fields of a card. @throws TypeError if there is none, or a value does not fit its field */
    update(token: string, changes: Partial<Omit<MockCard, "token" | "profileId">>): MockCard;
    remove(token: string): boolean;
  };
  readonly profiles: {
    get(id: number): MockProfile | undefined;
    list(): MockProfile[];
    /** Adds a profile, or replaces the one that has its id. @throws TypeError if it is incomplete */
    put(profile: MockProfile): void;
    /** Changes fields of a profile. @throws TypeError if there is none, or a value does not fit its field */
    update(id: number, changes: Partial<Omit<MockProfile, "id">>): MockProfile;
  };
}

/** Makes the editor of a mock's state. */
export function createStateEditor(context: MockContext): StateEditor {
  const { state } = context;

  function findCard(token: string): MockCard | undefined {
    const card = state.cards.get(token.toLowerCase());
    if (card) applyExpiry(card, context.clock.nowMs(), context.rules);
    return card;
  }

  return {
    cards: {
      get: (token) => structuredClone(findCard(token)),
      list(profileId) {
        const ids = profileId === undefined ? [...state.cardsOfProfile.keys()] : [profileId];
        const cards = ids.flatMap((id) => state.cardsOfProfile.get(id) ?? []);
        const nowMs = context.clock.nowMs();
        for (const card of cards) applyExpiry(card, nowMs, context.rules);
        return cards.map((card) => structuredClone(card));
      },
      put(card) {
        if (!state.profiles.has(card.profileId))
          throw new TypeError(`state.cards.put(): unknown profile ${card.profileId}`);
        const whole = separate({ ...card, token: card.token.toLowerCase() });
        assertEntity("state.cards.put()", "card", whole);
        putCard(state, whole);
      },
      update(token, changes) {
        const card = findCard(token);
        if (!card) throw new TypeError(`state.cards.update(): unknown card ${token}`);
        const own = separate(changes);
        assertEntity("state.cards.update()", "card", { ...card, ...own });
        Object.assign(card, own);
        return structuredClone(card);
      },
      remove: (token) => removeCard(state, token.toLowerCase()),
    },
    profiles: {
      get: (id) => structuredClone(state.profiles.get(id)),
      list: () => structuredClone([...state.profiles.values()]),
      put(profile) {
        const whole = separate(profile);
        assertEntity("state.profiles.put()", "profile", whole);
        state.profiles.set(profile.id, whole);
      },
      update(id, changes) {
        const profile = state.profiles.get(id);
        if (!profile) throw new TypeError(`state.profiles.update(): unknown profile ${id}`);
        const own = separate(changes);
        assertEntity("state.profiles.update()", "profile", { ...profile, ...own });
        Object.assign(profile, own);
        return structuredClone(profile);
      },
    },
  };
}

/** A copy in which no two fields hold the same object, as a structured clone of the caller's value might. */
function separate<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
