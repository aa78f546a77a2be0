import {
  type Authorisation,
  authorise,
  enterWrongPin,
  type Purchase,
  purchaseMethods,
} from "./engine/authorisation.ts";
import type { MockCard } from "./engine/card.ts";
import { applyExpiry } from "./engine/card.ts";
import type { MockContext } from "./engine/context.ts";
import { setModified } from "./engine/find-card.ts";
import { passChallenge } from "./engine/sca.ts";

/** A length of time: the sum of its fields. */
export interface Duration {
  readonly milliseconds?: number;
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
}

/** Events outside the API that change a card. Every function throws a `TypeError` for an unknown card. */
export interface Simulate {
  /** Uses the card, and says whether that was approved, and why not. */
  purchase(cardToken: string, purchase: Purchase): Authorisation;
  /** The first purchase with chip and PIN, which unlocks contactless and magnetic stripe. Default amount 1. */
  chipAndPinPurchase(cardToken: string, amount?: number): Authorisation;
  /** Enters a wrong PIN, once or several times, and returns the outcome of the last. */
  wrongPin(cardToken: string, times?: number): Authorisation;
  /** The vendor suspends the card. Only active and frozen cards can be. */
  suspend(cardToken: string): void;
  /** The vendor lifts a suspension; the card is active. */
  liftSuspension(cardToken: string): void;
  /**
   * The user passes a challenge of a one-time token, whether or not the contract has an operation for it. @throws
   * TypeError if there is no such token, or no such challenge is open
   */
  passChallenge(oneTimeToken: string, challenge: "ONE_TIME_PASSWORD" | "PIN"): void;
  /** Advances the clock: cards expire and are purged, limits start anew, tokens expire. */
  advanceTime(duration: Duration): void;
}

const unitsMs = { milliseconds: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** Makes the simulation for a mock. */
export function createSimulate(context: MockContext): Simulate {
  function find(cardToken: string): MockCard {
    const card = context.state.cards.get(cardToken.toLowerCase());
    if (!card) throw new TypeError(`simulate: unknown card ${cardToken}`);
    applyExpiry(card, context.clock.nowMs(), context.rules);
    return card;
  }

  function purchase(cardToken: string, what: Purchase): Authorisation {
    if (!purchaseMethods.includes(what.method)) {
      throw new TypeError(`simulate.purchase(): method must be one of ${purchaseMethods.join(", ")}`);
    }
    if (!(what.amount >= 0 && Number.isFinite(what.amount))) {
      throw new TypeError("simulate.purchase(): amount must be a number >= 0");
    }
    return authorise(context, find(cardToken), what);
  }

  return {
    purchase,
    chipAndPinPurchase: (cardToken, amount = 1) => purchase(cardToken, { method: "CHIP_AND_PIN", amount }),
    wrongPin(cardToken, times = 1) {
      if (!(Number.isInteger(times) && times >= 1))
        throw new TypeError("simulate.wrongPin(): times must be an integer >= 1");
      const card = find(cardToken);
      for (let time = 1; time < times; time++) enterWrongPin(context, card);
      return enterWrongPin(context, card);
    },
    suspend(cardToken) {
      const card = find(cardToken);
      if (card.status !== "ACTIVE" && card.status !== "FROZEN") {
        throw new TypeError(`simulate.suspend(): the card must be ACTIVE or FROZEN; it is ${card.status}`);
      }
      card.status = "PARTNER_SUSPENDED";
      setModified(context, card);
    },
    liftSuspension(cardToken) {
      const card = find(cardToken);
      if (card.status !== "PARTNER_SUSPENDED")
        throw new TypeError(`simulate.liftSuspension(): the card must be PARTNER_SUSPENDED; it is ${card.status}`);
      card.status = "ACTIVE";
      setModified(context, card);
    },
    passChallenge: (oneTimeToken, challenge) => passChallenge(context, oneTimeToken, challenge),
    advanceTime(duration) {
      let totalMs = 0;
      for (const [unit, amount] of Object.entries(duration)) {
        if (!Object.hasOwn(unitsMs, unit))
          throw new TypeError(
            `simulate.advanceTime(): unknown unit "${unit}"; units are ${Object.keys(unitsMs).join(", ")}`,
          );
        totalMs += unitsMs[unit as keyof typeof unitsMs] * amount;
      }
      context.clock.advance(totalMs);
    },
  };
}
