import type { WindowUsage } from "./window.ts";

export const spendingTypes = [
  "ATM_WITHDRAWAL",
  "ECOM_PURCHASE",
  "CHIP_WALLET_PURCHASE",
  "CONTACTLESS_PURCHASE",
  "GENERAL",
] as const;
/** The kinds of transaction that a profile's limits tell apart. GENERAL covers all of them. */
export type MockSpendingType = (typeof spendingTypes)[number];

/**
 * Whether card data of a profile is under strong customer authentication: never, on every call (`high-risk`), or not
 * again for some minutes after one was passed (`low-risk`).
 */
export type MockScaSetting = "off" | "high-risk" | "low-risk";

/** A profile as the mock keeps it. */
export interface MockProfile {
  id: number;
  /** The user who owns it. */
  userId: number;
  /** ISO 3166-1, two letters. */
  country: string;
  /** ISO 4217 */
  currency: string;
  /** IANA name. Daily and monthly limits start anew at its midnight. */
  timeZone: string;
  /** Where one-time passwords go. */
  phoneNumber: string;
  sca: MockScaSetting;
  /**
   * How many kinds of challenge a call needs: a one-time password, or a PIN beside it. The guide asks for two kinds for
   * high-risk operations and says of none of this contract that it is one.
   */
  scaFactors: 1 | 2;
  /** Shared by all cards of the profile. */
  limits: Partial<Record<MockSpendingType, { DAILY: number; MONTHLY: number }>>;
  usage: Partial<Record<MockSpendingType, { daily: WindowUsage; monthly: WindowUsage }>>;
}
