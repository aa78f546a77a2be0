import type { CardDataSessionOptions, CardDetails, CardPin, OpenedCardData } from "@wisekit/crypto";
import type { ScaChannel } from "./sca-channel.ts";

/** What can be revealed: what one pays with, or the PIN. */
export type RevealKind = "details" | "pin";

/** The opened answer: the fields of the contract, with `Secret` in place of PAN, CVV2 and PIN. */
export type RevealedData<Kind extends RevealKind> = OpenedCardData<Kind extends "pin" ? CardPin : CardDetails>;

/** The profile of the crypto session: key wrap, nonce and forms of the answer. Its time is the reveal's own affair. */
export type RevealSessionOptions = Pick<CardDataSessionOptions, "keyWrap" | "nonce" | "answer">;

/** Why nothing is shown any more. */
export type HiddenBy = "user" | "timer" | "blur" | "page-hidden" | "unmount";

/** What the user has to do before the card is shown. The one-time token behind it is kept out of sight. */
export interface RevealChallenge {
  /** The ways to get a one-time password, the first being the usual one; empty if none of them can be passed here. */
  readonly channels: readonly ScaChannel[];
  /** The way that the last password was sent by, and the phone number with all but its end hidden. */
  readonly sent: { readonly channel: ScaChannel; readonly to: string } | undefined;
  /** Whether a password is being sent or checked. */
  readonly isBusy: boolean;
  /** Why the last sending or checking failed. A wrong password leaves the challenge open. */
  readonly error: unknown;
  /** Sends a password, another one each time. */
  readonly send: (channel: ScaChannel) => void;
  /** Checks the password that was sent last; if it is right the card is shown. */
  readonly verify: (otpCode: string) => void;
}

/** Where a reveal stands. */
export type RevealState<Kind extends RevealKind> =
  | { readonly status: "hidden"; readonly hiddenBy: HiddenBy | undefined }
  | { readonly status: "pending" }
  | { readonly status: "challenged"; readonly challenge: RevealChallenge }
  | { readonly status: "shown"; readonly data: RevealedData<Kind>; readonly hidesAt: number }
  | { readonly status: "failed"; readonly error: unknown };

/** Wipes the secrets of an answer. Showing them afterwards throws. */
export function disposeSecrets(data: object): void {
  for (const value of Object.values(data)) {
    if (typeof value === "object" && value !== null && "dispose" in value) (value as { dispose(): void }).dispose();
  }
}
