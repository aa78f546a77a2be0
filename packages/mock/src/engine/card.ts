import type { ContractRules } from "../contract/rules.ts";
import type { WindowUsage } from "./window.ts";

export const cardStatuses = [
  "ACTIVE",
  "INACTIVE",
  "BLOCKED",
  "FROZEN",
  "PARTNER_SUSPENDED",
  "EXPIRED",
  "PURGED",
] as const;
/** The statuses that a card of the mock can have. */
export type MockCardStatus = (typeof cardStatuses)[number];

export const permissionTypes = [
  "ECOM",
  "POS_CHIP",
  "ATM_WITHDRAWAL",
  "MOBILE_WALLETS",
  "POS_CONTACTLESS",
  "POS_MAGSTRIPE",
] as const;
/** The kinds of transaction that a permission governs. */
export type MockPermissionType = (typeof permissionTypes)[number];

export const cardLimitTypes = ["TRANSACTION", "DAILY", "MONTHLY", "LIFETIME"] as const;
/** The spans of time that a card's limit counts over. */
export type MockCardLimitType = (typeof cardLimitTypes)[number];

/** A card as the mock keeps it: what the API shows, what only the holder may see, and what use and time do to it. */
export interface MockCard {
  token: string;
  profileId: number;
  clientId: string;
  status: MockCardStatus;
  cardHolderName: string;
  /** ISO 8601; from this instant on the card is expired. */
  expiryDate: string;
  /** Undefined once purged. */
  pan: string | undefined;
  /** Undefined once purged. */
  cvv2: string | undefined;
  /** Undefined once purged. */
  pin: string | undefined;
  lastFourDigits: string;
  bankIdentificationNumber: string;
  phoneNumber: string;
  cardProgram: Readonly<{ name: string; scheme: "VISA" | "MASTERCARD"; defaultCurrency: string; cardType: string }>;
  unlockSpendingPermissions: "WITH_PARTNER_API" | "WITH_FIRST_CHIP_AND_PIN_TRANSACTION" | "NONE";
  creationTime: string;
  modificationTime: string;
  permissions: Record<MockPermissionType, { isEnabled: boolean; isLocked: boolean }>;
  /** In units of the card's default currency. A span without an entry is not limited. */
  limits: Partial<Record<MockCardLimitType, number>>;
  usage: { daily: WindowUsage; monthly: WindowUsage; lifetime: number };
  wrongPinEntries: number;
}

const dayMs = 86_400_000;

/**
 * Does to a card what time alone does: a card past its expiry date is EXPIRED unless it is blocked, and after the
 * retention period it is PURGED and its secrets are gone.
 */
export function applyExpiry(card: MockCard, nowMs: number, rules: ContractRules): void {
  if (card.status === "PURGED") return;
  const expiryMs = timeOf(card.expiryDate);
  if (nowMs < expiryMs) return;
  const purgeMs = expiryMs + rules.purgeAfterExpiryDays * dayMs;
  if (nowMs >= purgeMs) {
    card.status = "PURGED";
    card.pan = undefined;
    card.cvv2 = undefined;
    card.pin = undefined;
    card.modificationTime = new Date(purgeMs).toISOString();
  } else if (card.status !== "EXPIRED" && card.status !== "BLOCKED") {
    card.status = "EXPIRED";
    card.modificationTime = card.expiryDate;
  }
}

const times = new Map<string, number>();

/** Cards share few expiry dates and are looked at often. */
function timeOf(iso: string): number {
  const known = times.get(iso);
  if (known !== undefined) return known;
  if (times.size > 10_000) times.clear();
  const time = Date.parse(iso);
  times.set(iso, time);
  return time;
}
