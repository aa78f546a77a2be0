import type { ChallengeOption, OneTimeTokenStatus, OtpDelivery, WiseClient } from "@wisekit/client";

/** A channel that a one-time password can be sent by. */
export type ScaChannel = "SMS" | "WHATSAPP" | "VOICE";

interface ScaOperations {
  trigger(client: WiseClient, oneTimeToken: string, signal: AbortSignal): Promise<OtpDelivery>;
  verify(client: WiseClient, oneTimeToken: string, otpCode: string, signal: AbortSignal): Promise<OneTimeTokenStatus>;
}

/** The operations of each channel. */
export const scaOperations: Readonly<Record<ScaChannel, ScaOperations>> = {
  SMS: {
    trigger: (client, oneTimeToken, signal) => client.sca.triggerSms({ oneTimeToken }, { signal }),
    verify: (client, oneTimeToken, otpCode, signal) => client.sca.verifySms({ oneTimeToken, otpCode }, { signal }),
  },
  WHATSAPP: {
    trigger: (client, oneTimeToken, signal) => client.sca.triggerWhatsapp({ oneTimeToken }, { signal }),
    verify: (client, oneTimeToken, otpCode, signal) => client.sca.verifyWhatsapp({ oneTimeToken, otpCode }, { signal }),
  },
  VOICE: {
    trigger: (client, oneTimeToken, signal) => client.sca.triggerVoice({ oneTimeToken }, { signal }),
    verify: (client, oneTimeToken, otpCode, signal) => client.sca.verifyVoice({ oneTimeToken, otpCode }, { signal }),
  },
};

/** The channels that can pass what a one-time token still requires, primary ones first. Others, such as a PIN, are left out. */
export function openChannels({ oneTimeTokenProperties }: OneTimeTokenStatus): ScaChannel[] {
  const open = oneTimeTokenProperties.challenges.filter((challenge) => challenge.passed !== true);
  const options: ChallengeOption[] = [
    ...open.map((challenge) => challenge.primaryChallenge),
    ...open.flatMap((challenge) => challenge.alternatives ?? []),
  ];
  return [...new Set(options.map((option) => option.type))].filter((type): type is ScaChannel => type in scaOperations);
}
