import { optionHeaders } from "./generated/client-facts.gen.ts";
import type { OperationName } from "./generated/operations.gen.ts";
import type { ScaResource } from "./generated/resources.gen.ts";
import type { OneTimeToken, OtpDelivery } from "./generated/schema.gen.ts";

/** Ways to receive a one-time password. */
export type OtpChannel = "sms" | "whatsapp" | "voice";

/**
 * A call that strong customer authentication has stopped, and the means to clear it. Once every required challenge is
 * passed, the call may be repeated with the one-time token.
 */
export interface ScaChallenge {
  /** The call that was stopped. */
  readonly operation: OperationName;
  /** The token to clear. It is a secret: no printer shows it. */
  readonly oneTimeToken: string;
  /** The token's challenges and how long it is good for (`sca.status`). */
  status(options?: { readonly signal?: AbortSignal | undefined }): Promise<OneTimeToken>;
  /** Sends the user a one-time password (`sca.triggerSms` and its companions). */
  trigger(channel: OtpChannel, options?: { readonly signal?: AbortSignal | undefined }): Promise<OtpDelivery>;
  /** Passes a challenge with the password that the user received, and gives what is still to be done. */
  verify(
    channel: OtpChannel,
    otpCode: string,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<OneTimeToken>;
}

const suffixes = { sms: "Sms", whatsapp: "Whatsapp", voice: "Voice" } as const;

/** The challenge of a one-time token, cleared through the client's `sca` operations. */
export function createScaChallenge(sca: ScaResource, operation: OperationName, oneTimeToken: string): ScaChallenge {
  const challenge: Omit<ScaChallenge, "oneTimeToken"> = {
    operation,
    status: async (options) => (await sca.status({ oneTimeToken }, options)).oneTimeTokenProperties,
    trigger: (channel, options) => sca[`trigger${suffixes[channel]}`]({ oneTimeToken }, options),
    verify: async (channel, otpCode, options) =>
      (await sca[`verify${suffixes[channel]}`]({ oneTimeToken, otpCode }, options)).oneTimeTokenProperties,
  };
  return Object.defineProperty(challenge, "oneTimeToken", { get: () => oneTimeToken }) as ScaChallenge;
}

/** The one-time token of an answer that asks for strong customer authentication. */
export function challengedToken({ status, headers }: Response): string | undefined {
  if (status !== 403 || headers.get("x-2fa-approval-result") !== "REJECTED") return undefined;
  return headers.get(optionHeaders.oneTimeToken) ?? undefined;
}
