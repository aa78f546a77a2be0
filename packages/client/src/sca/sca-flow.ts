import type { OneTimeToken, OtpDelivery } from "@wisekit/spec";
import type { Resources } from "../generated/resources.gen.ts";
import { assertOptions } from "../options/assert-options.ts";

/** Ways to receive a one-time password. */
export type OtpChannel = "sms" | "whatsapp" | "voice";

/** The steps that clear a one-time token. Once every required challenge is passed, the stopped call may be repeated. */
export interface ScaFlow {
  /** The token's challenges and how long it is good for (`sca.status`). */
  status(): Promise<OneTimeToken>;
  /** Sends the user a one-time password (`sca.triggerSms` and its companions). */
  trigger(channel: OtpChannel): Promise<OtpDelivery>;
  /** Passes a challenge with the password that the user received, and gives what is still to be done. */
  verify(channel: OtpChannel, otpCode: string): Promise<OneTimeToken>;
}

const suffixes = { sms: "Sms", whatsapp: "Whatsapp", voice: "Voice" } as const;

/**
 * The steps for the one-time token of a stopped call, by the client's `sca` operations. `signal` ends any of them. What
 * they throw is what these operations throw.
 *
 * @throws {TypeError} for an unknown option.
 */
export function createScaFlow(
  { sca }: Pick<Resources, "sca">,
  { oneTimeToken }: { readonly oneTimeToken: string },
  options: { readonly signal?: AbortSignal | undefined } = {},
): ScaFlow {
  assertOptions("createScaFlow()", options, ["signal"]);
  return {
    status: async () => (await sca.status({ oneTimeToken }, options)).oneTimeTokenProperties,
    trigger: (channel) => sca[`trigger${suffixes[channel]}`]({ oneTimeToken }, options),
    verify: async (channel, otpCode) =>
      (await sca[`verify${suffixes[channel]}`]({ oneTimeToken, otpCode }, options)).oneTimeTokenProperties,
  };
}
