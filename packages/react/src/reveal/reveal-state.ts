import type { CardDataSessionOptions, CardDetails, CardPin, OpenedCardData } from "@wisekit/crypto";
import type { ScaChannel } from "./sca-channel.ts";

/** What can be revealed: `details` is PAN, CVV2, expiry date and name. */
export type RevealKind = "details" | "pin";

/** The opened response: the fields of the contract, with `Secret` in place of PAN, CVV2 and PIN. */
export type RevealedData<Kind extends RevealKind> = OpenedCardData<Kind extends "pin" ? CardPin : CardDetails>;

/** Options of the session of `@wisekit/crypto`. The reveal sets the session's lifetime. */
export type RevealSessionOptions = Pick<
  CardDataSessionOptions,
  "keyWrap" | "request" | "acceptPlainJson" | "onResponseForm" | "nonce"
>;

/** Why nothing is shown. */
export type HiddenBy = "user" | "timer" | "blur" | "page-hidden" | "unmount";

/** A challenge that the user must pass before the card is shown. It does not expose its one-time token. */
export interface RevealChallenge {
  /** Where a one-time password can be sent, the preferred channel first; empty if it cannot be passed here. */
  readonly channels: readonly ScaChannel[];
  /** The channel that the last password was sent by, and the masked phone number. */
  readonly sent: { readonly channel: ScaChannel; readonly to: string } | undefined;
  /** Whether a password is being sent or verified. */
  readonly isBusy: boolean;
  /** The error of the last sending or verifying. A wrong password leaves the challenge open. */
  readonly error: unknown;
  /** Sends a new password. */
  readonly send: (channel: ScaChannel) => void;
  /** Verifies the password that was sent last; if it is right, the card is shown. */
  readonly verify: (otpCode: string) => void;
}

/** The state of a reveal. */
export type RevealState<Kind extends RevealKind> =
  | { readonly status: "hidden"; readonly hiddenBy: HiddenBy | undefined }
  | { readonly status: "pending" }
  | { readonly status: "challenged"; readonly challenge: RevealChallenge }
  | { readonly status: "shown"; readonly data: RevealedData<Kind>; readonly hidesAt: number }
  | { readonly status: "failed"; readonly error: unknown };

/** Wipes the secrets of an opened response. Showing them afterwards throws. */
export function disposeSecrets(data: object): void {
  for (const value of Object.values(data)) {
    if (typeof value === "object" && value !== null && "dispose" in value) (value as { dispose(): void }).dispose();
  }
}
