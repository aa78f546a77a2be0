import {
  type Authorisation,
  authorise,
  enterWrongPin,
  type Purchase,
  purchaseMethods,
} from "./engine/authorisation.ts";
import type { MockCard } from "./engine/card.ts";
import { ageCard } from "./engine/card.ts";
import { touchCard, type World } from "./engine/world.ts";

/** How much time passes. */
export interface Duration {
  readonly milliseconds?: number;
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
}

/** What only the world can do to a card. Every function throws a `TypeError` for a card that there is not. */
export interface Simulate {
  /** Uses the card, and says whether that was approved, and why not. */
  purchase(cardToken: string, purchase: Purchase): Authorisation;
  /** The first purchase with chip and PIN, which unlocks contactless and magnetic stripe. Default amount 1. */
  chipAndPinPurchase(cardToken: string, amount?: number): Authorisation;
  /** Enters a wrong PIN, once or several times, and gives the answer to the last. */
  wrongPin(cardToken: string, times?: number): Authorisation;
  /** The vendor suspends the card. Only active and frozen cards can be. */
  suspend(cardToken: string): void;
  /** The vendor lifts a suspension; the card is active. */
  liftSuspension(cardToken: string): void;
  /** Time passes: cards expire and are purged, limits start anew, tokens run out. */
  passTime(duration: Duration): void;
}

const unitsMs = { milliseconds: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** Makes the simulation of a world. */
export function createSimulate(world: World): Simulate {
  function find(cardToken: string): MockCard {
    const card = world.state.cards.get(cardToken.toLowerCase());
    if (!card) throw new TypeError(`There is no card ${cardToken}.`);
    ageCard(card, world.clock.nowMs(), world.rules);
    return card;
  }

  function purchase(cardToken: string, what: Purchase): Authorisation {
    if (!purchaseMethods.includes(what.method)) {
      throw new TypeError(`method must be one of ${purchaseMethods.join(", ")}.`);
    }
    if (!(what.amount >= 0 && Number.isFinite(what.amount)))
      throw new TypeError("amount must be a number of at least 0.");
    return authorise(world, find(cardToken), what);
  }

  return {
    purchase,
    chipAndPinPurchase: (cardToken, amount = 1) => purchase(cardToken, { method: "CHIP_AND_PIN", amount }),
    wrongPin(cardToken, times = 1) {
      if (!(Number.isInteger(times) && times >= 1)) throw new TypeError("times must be a whole number of at least 1.");
      const card = find(cardToken);
      for (let time = 1; time < times; time++) enterWrongPin(world, card);
      return enterWrongPin(world, card);
    },
    suspend(cardToken) {
      const card = find(cardToken);
      if (card.status !== "ACTIVE" && card.status !== "FROZEN") {
        throw new TypeError(`The card is ${card.status}; only ACTIVE and FROZEN cards can be suspended.`);
      }
      card.status = "PARTNER_SUSPENDED";
      touchCard(world, card);
    },
    liftSuspension(cardToken) {
      const card = find(cardToken);
      if (card.status !== "PARTNER_SUSPENDED") throw new TypeError(`The card is ${card.status}, not suspended.`);
      card.status = "ACTIVE";
      touchCard(world, card);
    },
    passTime(duration) {
      let totalMs = 0;
      for (const [unit, amount] of Object.entries(duration)) {
        if (!Object.hasOwn(unitsMs, unit)) throw new TypeError(`"${unit}" is no unit of time.`);
        totalMs += unitsMs[unit as keyof typeof unitsMs] * amount;
      }
      world.clock.advance(totalMs);
    },
  };
}
