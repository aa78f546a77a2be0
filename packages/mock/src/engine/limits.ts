import { apiError } from "./api-error.ts";
import type { MockCard, MockCardLimitType } from "./card.ts";
import { cardLimitTypes } from "./card.ts";
import type { MockContext } from "./context.ts";
import { findProfile } from "./find-card.ts";
import { type MockProfile, spendingTypes } from "./profile.ts";
import { endOfDay, endOfMonth, usedNow } from "./window.ts";

/** A limit as the API shows it (contract schema `Limit`). */
export interface LimitView {
  type: MockCardLimitType;
  usage: number;
  threshold: number;
  currency: string;
  expiresAt: string | null;
}

/** Limits of one kind of transaction as the API shows them (contract schema `Spending`). */
export interface SpendingView {
  type: (typeof spendingTypes)[number];
  limits: LimitView[];
}

/** A card's limits; they cover every kind of transaction. */
export function viewCardLimits(context: MockContext, card: MockCard): SpendingView[] {
  const { timeZone } = findProfile(context, card.profileId);
  const limits = cardLimitTypes.flatMap((type) => {
    const threshold = card.limits[type];
    return threshold === undefined ? [] : [viewCardLimit(context, card, type, threshold, timeZone)];
  });
  return limits.length === 0 ? [] : [{ type: "GENERAL", limits }];
}

function viewCardLimit(
  context: MockContext,
  card: MockCard,
  type: MockCardLimitType,
  threshold: number,
  timeZone: string,
): LimitView {
  const now = context.clock.nowMs();
  const view = { type, usage: 0, threshold, currency: card.cardProgram.defaultCurrency, expiresAt: null };
  if (type === "DAILY") return { ...view, usage: usedNow(card.usage.daily, now), expiresAt: endOfDay(now, timeZone) };
  if (type === "MONTHLY") {
    return { ...view, usage: usedNow(card.usage.monthly, now), expiresAt: endOfMonth(now, timeZone) };
  }
  return type === "LIFETIME" ? { ...view, usage: card.usage.lifetime } : view;
}

/** The limits that all cards of a profile share. */
export function viewProfileLimits(context: MockContext, profile: MockProfile): SpendingView[] {
  const now = context.clock.nowMs();
  const { currency, timeZone } = profile;
  const views: SpendingView[] = [];
  for (const type of spendingTypes) {
    const limits = profile.limits[type];
    if (!limits) continue;
    const usage = profile.usage[type];
    const daily = { usage: usage ? usedNow(usage.daily, now) : 0, expiresAt: endOfDay(now, timeZone) };
    const monthly = { usage: usage ? usedNow(usage.monthly, now) : 0, expiresAt: endOfMonth(now, timeZone) };
    views.push({
      type,
      limits: [
        { type: "DAILY", threshold: limits.DAILY, currency, ...daily },
        { type: "MONTHLY", threshold: limits.MONTHLY, currency, ...monthly },
      ],
    });
  }
  return views;
}

/** Sets a card's limit. @throws ApiError 422 if it would be above what the profile allows. */
export function setCardLimit(context: MockContext, card: MockCard, type: MockCardLimitType, amount: number): void {
  const most = profileAllows(findProfile(context, card.profileId), type);
  if (most !== undefined && amount > most) {
    throw apiError(
      422,
      "card.limit.exceeds.profile.limit",
      `The ${type} limit of a card of this profile can be at most ${most}`,
      { path: "maxLimitAmount", arguments: [most] },
    );
  }
  card.limits[type] = amount;
}

/** Removes a card's limit, if it is set. */
export function removeCardLimit(card: MockCard, type: MockCardLimitType): void {
  delete card.limits[type];
}

/** What the profile's limit for everything leaves a card: a single transaction is bounded by the day. */
function profileAllows(profile: MockProfile, type: MockCardLimitType): number | undefined {
  if (type === "LIFETIME") return undefined;
  return profile.limits.GENERAL?.[type === "MONTHLY" ? "MONTHLY" : "DAILY"];
}
