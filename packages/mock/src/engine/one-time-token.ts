/** How a one-time password reaches the user. */
export type OtpChannel = "SMS" | "WHATSAPP" | "VOICE";

/** A kind of challenge. One of its ways is enough to pass it. */
export type ScaFactor = "ONE_TIME_PASSWORD" | "PIN";

/** A one-time token as the mock keeps it. */
export interface OneTimeToken {
  token: string;
  userId: number;
  phoneNumber: string;
  /** The operation and card that it was made for; it is good for no other. The card is empty if there is none. */
  operation: string;
  cardToken: string;
  expiresAtMs: number;
  /** Over which channels a password was sent. */
  sentOver: OtpChannel[];
  /** The challenges that have not been passed. */
  open: ScaFactor[];
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
  type: OtpChannel | "PIN" | "FACE_MAP" | "PARTNER_DEVICE_FINGERPRINT";
  viewData: Record<string, unknown>;
}

const actionTypes: Readonly<Record<string, string>> = {
  "cardData.details": "CARD__GET_SENSITIVE_DETAILS",
  "cardData.pin": "CARD__GET_PIN",
};

/** The first way to pass a challenge, and the others. */
const waysToPass: Readonly<Record<ScaFactor, readonly [ChallengeView["type"], ...ChallengeView["type"][]]>> = {
  ONE_TIME_PASSWORD: ["SMS", "WHATSAPP", "VOICE"],
  PIN: ["PIN", "FACE_MAP", "PARTNER_DEVICE_FINGERPRINT"],
};

/** Shows a token as the API does. */
export function viewOneTimeToken(token: OneTimeToken, nowMs: number): OneTimeTokenView {
  return {
    oneTimeTokenProperties: {
      oneTimeToken: token.token,
      challenges: token.open.map(viewChallenge),
      validity: Math.max(0, Math.floor((token.expiresAtMs - nowMs) / 1000)),
      actionType: actionTypes[token.operation] ?? token.operation,
      userId: token.userId,
    },
  };
}

function viewChallenge(factor: ScaFactor) {
  const [primary, ...others] = waysToPass[factor];
  const view = (type: ChallengeView["type"]): ChallengeView => ({ type, viewData: {} });
  return { primaryChallenge: view(primary), alternatives: others.map(view), required: true, passed: false };
}
