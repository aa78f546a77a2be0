import type { MockCard, MockCardStatus, MockPermissionType } from "./card.ts";
import { unlockPermissions } from "./card-changes.ts";
import type { MockContext } from "./context.ts";
import { findProfile } from "./find-card.ts";
import type { MockProfile, MockSpendingType } from "./profile.ts";
import { addUsage, emptyUsage, endOfDay, endOfMonth, roundAmount, usedNow } from "./window.ts";

/** How a card is used. */
export const purchaseMethods = ["CHIP_AND_PIN", "CONTACTLESS", "MAGSTRIPE", "ECOM", "WALLET", "ATM"] as const;
export type PurchaseMethod = (typeof purchaseMethods)[number];

/** A purchase or withdrawal. */
export interface Purchase {
  readonly method: PurchaseMethod;
  /** In units of the card's default currency. */
  readonly amount: number;
  /** What is entered, for chip and PIN or at a cash machine. Left out, it is the right one. */
  readonly pin?: string;
}

/** What the network is told. The reasons are the vendor's own words. */
export type Authorisation =
  | { readonly approved: true }
  | { readonly approved: false; readonly declineReason: string; readonly detailedDeclineReason: string | null };

const rules: Readonly<
  Record<
    PurchaseMethod,
    { permission: MockPermissionType; detail: string | null; spending: MockSpendingType; usesPin: boolean }
  >
> = {
  CHIP_AND_PIN: { permission: "POS_CHIP", detail: "CHIP_DISABLED", spending: "CHIP_WALLET_PURCHASE", usesPin: true },
  CONTACTLESS: {
    permission: "POS_CONTACTLESS",
    detail: "CONTACTLESS_DISABLED",
    spending: "CONTACTLESS_PURCHASE",
    usesPin: false,
  },
  MAGSTRIPE: {
    permission: "POS_MAGSTRIPE",
    detail: "MAGSTRIPE_DISABLED",
    spending: "CHIP_WALLET_PURCHASE",
    usesPin: false,
  },
  ECOM: { permission: "ECOM", detail: "ECOM_DISABLED", spending: "ECOM_PURCHASE", usesPin: false },
  WALLET: { permission: "MOBILE_WALLETS", detail: "WALLET_DISABLED", spending: "CHIP_WALLET_PURCHASE", usesPin: false },
  ATM: { permission: "ATM_WITHDRAWAL", detail: null, spending: "ATM_WITHDRAWAL", usesPin: true },
};

const statusReasons: Readonly<Partial<Record<MockCardStatus, string>>> = {
  INACTIVE: "CARD_INACTIVE",
  BLOCKED: "CARD_BLOCKED",
  FROZEN: "CARD_FROZEN",
  PARTNER_SUSPENDED: "CARD_PARTNER_SUSPENDED",
  EXPIRED: "CARD_EXPIRED",
  PURGED: "CARD_EXPIRED",
};

/**
 * Authorises a purchase against the card's status, PIN counter, permissions and limits and the profile's limits, in this
 * order. An approved one counts towards the limits; the first with chip and PIN unlocks and enables what was locked.
 */
export function authorise(context: MockContext, card: MockCard, purchase: Purchase): Authorisation {
  const profile = findProfile(context, card.profileId);
  const declined =
    declineByStatus(card) ??
    declineByPinCount(context, card) ??
    declineByPermission(card, purchase) ??
    declineByPin(card, purchase) ??
    declineByCardLimit(context, card, purchase.amount) ??
    declineByProfileLimit(context, profile, purchase);
  if (declined) return declined;
  settle(context, card, profile, purchase);
  return { approved: true };
}

/** Enters a wrong PIN, as at a terminal. */
export function enterWrongPin(context: MockContext, card: MockCard): Authorisation {
  return (
    declineByStatus(card) ??
    declineByPinCount(context, card) ??
    declineByPin(card, { method: "ATM", amount: 0, pin: "" }) ?? {
      approved: true,
    }
  );
}

function decline(declineReason: string, detailedDeclineReason: string | null = null): Authorisation {
  return { approved: false, declineReason, detailedDeclineReason };
}

function declineByStatus(card: MockCard): Authorisation | undefined {
  const reason = statusReasons[card.status];
  return reason === undefined ? undefined : decline(reason);
}

function declineByPinCount(context: MockContext, card: MockCard): Authorisation | undefined {
  const isExceeded = card.wrongPinEntries > context.rules.wrongPinEntriesAllowed;
  return isExceeded ? decline("PIN_ENTRY_TRIES_EXCEEDED") : undefined;
}

function declineByPermission(card: MockCard, { method }: Purchase): Authorisation | undefined {
  const { permission, detail } = rules[method];
  const { isEnabled, isLocked } = card.permissions[permission];
  if (isLocked) return decline("PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED");
  return isEnabled ? undefined : decline("PAYMENT_METHOD_NOT_ALLOWED", detail);
}

function declineByPin(card: MockCard, { method, pin }: Purchase): Authorisation | undefined {
  if (!rules[method].usesPin || pin === undefined || pin === card.pin) return undefined;
  card.wrongPinEntries++;
  return decline("INCORRECT_PIN");
}

function declineByCardLimit(context: MockContext, card: MockCard, amount: number): Authorisation | undefined {
  const now = context.clock.nowMs();
  const { TRANSACTION, DAILY, MONTHLY, LIFETIME } = card.limits;
  const exceeds = (limit: number | undefined, used: number) =>
    limit !== undefined && roundAmount(used + amount) > limit;
  if (exceeds(TRANSACTION, 0)) return decline("PAYMENT_METHOD_TRANSACTION_LIMIT_EXCEEDED");
  if (exceeds(DAILY, usedNow(card.usage.daily, now))) {
    return decline("PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED", "CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE");
  }
  if (exceeds(MONTHLY, usedNow(card.usage.monthly, now))) {
    return decline("PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED", "CARD_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE");
  }
  return exceeds(LIFETIME, card.usage.lifetime) ? decline("PAYMENT_METHOD_LIFETIME_LIMIT_EXCEEDED") : undefined;
}

function declineByProfileLimit(
  context: MockContext,
  profile: MockProfile,
  purchase: Purchase,
): Authorisation | undefined {
  const now = context.clock.nowMs();
  for (const type of ["GENERAL", rules[purchase.method].spending] as const) {
    const limits = profile.limits[type];
    if (!limits) continue;
    const usage = profile.usage[type];
    const detail = (window: string) =>
      type === "GENERAL" ? `PROFILE_GENERAL_${window}_LIMIT_EXCEEDED_CHANGEABLE` : null;
    const daily = roundAmount((usage ? usedNow(usage.daily, now) : 0) + purchase.amount);
    if (daily > limits.DAILY) return decline("CUMULATIVE_LIMIT_EXCEEDED", detail("DAILY"));
    const monthly = roundAmount((usage ? usedNow(usage.monthly, now) : 0) + purchase.amount);
    if (monthly > limits.MONTHLY) return decline("CUMULATIVE_LIMIT_EXCEEDED", detail("MONTHLY"));
  }
  return undefined;
}

function settle(context: MockContext, card: MockCard, profile: MockProfile, { method, amount }: Purchase): void {
  const now = context.clock.nowMs();
  const day = endOfDay(now, profile.timeZone);
  const month = endOfMonth(now, profile.timeZone);
  addUsage(card.usage.daily, amount, now, day);
  addUsage(card.usage.monthly, amount, now, month);
  card.usage.lifetime = roundAmount(card.usage.lifetime + amount);
  for (const type of ["GENERAL", rules[method].spending] as const) {
    const usage = profile.usage[type] ?? { daily: emptyUsage(), monthly: emptyUsage() };
    profile.usage[type] = usage;
    addUsage(usage.daily, amount, now, day);
    addUsage(usage.monthly, amount, now, month);
  }
  if (rules[method].usesPin) card.wrongPinEntries = 0;
  if (method === "CHIP_AND_PIN" && card.unlockSpendingPermissions !== "NONE") unlockPermissions(card, true);
}
