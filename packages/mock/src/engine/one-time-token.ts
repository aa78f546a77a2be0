/** How a one-time password reaches the user. */
export type OtpChannel = "SMS" | "WHATSAPP" | "VOICE";

/** A one-time token as the mock keeps it. */
export interface OneTimeToken {
  token: string;
  userId: number;
  phoneNumber: string;
  /** The operation and card that it was made for; it is good for no other. */
  operation: string;
  cardToken: string;
  expiresAtMs: number;
  /** Over which channels a password was sent. */
  sentOver: OtpChannel[];
  passed: boolean;
}

/** A one-time token as the API shows it (contract schema `OneTimeTokenStatus`). */
export interface OneTimeTokenView {
  oneTimeTokenProperties: {
    oneTimeToken: string;
    challenges: {
      primaryChallenge: ChallengeView;
      alternatives: ChallengeView[];
      required: boolean;
      passed: boolean;
    }[];
    validity: number;
    actionType: string;
    userId: number;
  };
}

interface ChallengeView {
  type: OtpChannel;
  viewData: Record<string, unknown>;
}

const actionTypes: Readonly<Record<string, string>> = {
  "cardData.details": "CARD__GET_SENSITIVE_DETAILS",
  "cardData.pin": "CARD__GET_PIN",
};

/** Shows a token as the API does. */
export function viewOneTimeToken(token: OneTimeToken, nowMs: number): OneTimeTokenView {
  const open = {
    primaryChallenge: { type: "SMS" as const, viewData: {} },
    alternatives: [
      { type: "WHATSAPP" as const, viewData: {} },
      { type: "VOICE" as const, viewData: {} },
    ],
    required: true,
    passed: false,
  };
  return {
    oneTimeTokenProperties: {
      oneTimeToken: token.token,
      challenges: token.passed ? [] : [open],
      validity: Math.max(0, Math.floor((token.expiresAtMs - nowMs) / 1000)),
      actionType: actionTypes[token.operation] ?? token.operation,
      userId: token.userId,
    },
  };
}
