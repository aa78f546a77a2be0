// Generated from spec/ by `pnpm generate` (scripts/generate/emit-response-schemas.ts); edit the contract instead.

import type { ResponseSchema } from "../response/response-schema.ts";

/** The response of each operation that gives JSON, by its name; of a dated version, after the name of that. */
export const responseSchemas: Readonly<Record<string, ResponseSchema>> = {
  "cards.list": { ref: "CardPage" },
  "cards.get": { ref: "Card" },
  "cards.updateStatus": { ref: "Card" },
  "cards.updatePhoneNumber": { ref: "CardPhoneNumber" },
  "permissions.list": { ref: "PermissionList" },
  "spendingLimits.list": { ref: "SpendingList" },
  "spendingLimits.listForProfile": { ref: "SpendingList" },
  "cardData.encryptionKey": { ref: "EncryptionKey" },
  "sca.status": { ref: "OneTimeTokenStatus" },
  "sca.triggerSms": { ref: "OtpDelivery" },
  "sca.verifySms": { ref: "OneTimeTokenStatus" },
  "sca.triggerWhatsapp": { ref: "OtpDelivery" },
  "sca.verifyWhatsapp": { ref: "OneTimeTokenStatus" },
  "sca.triggerVoice": { ref: "OtpDelivery" },
  "sca.verifyVoice": { ref: "OneTimeTokenStatus" },
  "oauth.token": { ref: "TokenResponse" },
};

/** Schemas by name. */
export const namedSchemas: Readonly<Record<string, ResponseSchema>> = {
  Card: {
    types: ["object"],
    required: ["token", "profileId", "clientId", "status", "lastFourDigits"],
    fields: {
      token: { types: ["string"] },
      profileId: { types: ["integer"] },
      clientId: { types: ["string", "null"] },
      status: { ref: "CardStatusInfo" },
      cardHolderName: { types: ["string", "null"] },
      expiryDate: { types: ["string", "null"] },
      lastFourDigits: { types: ["string", "null"] },
      bankIdentificationNumber: { types: ["string", "null"] },
      phoneNumber: { types: ["string", "null"] },
      cardProgram: { any: [{ ref: "CardProgram" }, { types: ["null"] }] },
      unlockSpendingPermissions: { types: ["string", "null"] },
      creationTime: { types: ["string", "null"] },
      modificationTime: { types: ["string", "null"] },
    },
  },
  CardPage: {
    types: ["object"],
    required: ["cards", "totalCount"],
    fields: { cards: { types: ["array"], items: { ref: "Card" } }, totalCount: { types: ["integer"] } },
  },
  CardPhoneNumber: {
    types: ["object"],
    required: ["token", "profileId", "phoneNumber"],
    fields: {
      token: { types: ["string"] },
      profileId: { types: ["integer"] },
      phoneNumber: { types: ["string", "null"] },
    },
  },
  CardProgram: {
    types: ["object"],
    required: [],
    fields: {
      name: { types: ["string", "null"] },
      scheme: { types: ["string", "null"] },
      defaultCurrency: { types: ["string", "null"] },
      cardType: { types: ["string", "null"] },
    },
  },
  CardStatus: { types: ["string"] },
  CardStatusInfo: {
    types: ["object"],
    required: ["value"],
    fields: {
      value: { ref: "CardStatus" },
      allowedTransitions: { types: ["array", "null"], items: { types: ["string"] } },
    },
  },
  Challenge: {
    types: ["object"],
    required: ["primaryChallenge"],
    fields: {
      primaryChallenge: { ref: "ChallengeOption" },
      alternatives: { types: ["array", "null"], items: { ref: "ChallengeOption" } },
      required: { types: ["boolean", "null"] },
      passed: { types: ["boolean", "null"] },
    },
  },
  ChallengeOption: {
    types: ["object"],
    required: ["type"],
    fields: { type: { types: ["string"] }, viewData: { types: ["object", "null"] } },
  },
  EncryptionKey: {
    types: ["object"],
    required: ["version", "key"],
    fields: { version: { types: ["integer"] }, key: { types: ["string"] } },
  },
  Limit: {
    types: ["object"],
    required: ["type", "threshold", "currency"],
    fields: {
      type: { types: ["string"] },
      usage: { types: ["number", "null"] },
      threshold: { types: ["number"] },
      currency: { types: ["string"] },
      expiresAt: { types: ["string", "null"] },
    },
  },
  OneTimeToken: {
    types: ["object"],
    required: ["oneTimeToken", "challenges"],
    fields: {
      oneTimeToken: { types: ["string"] },
      challenges: { types: ["array"], items: { ref: "Challenge" } },
      validity: { types: ["integer", "null"] },
      actionType: { types: ["string", "null"] },
      userId: { types: ["integer", "null"] },
    },
  },
  OneTimeTokenStatus: {
    types: ["object"],
    required: ["oneTimeTokenProperties"],
    fields: { oneTimeTokenProperties: { ref: "OneTimeToken" } },
  },
  OtpDelivery: {
    types: ["object"],
    required: ["obfuscatedPhoneNo"],
    fields: { obfuscatedPhoneNo: { types: ["string"] } },
  },
  Permission: {
    types: ["object"],
    required: ["type", "isEnabled"],
    fields: {
      type: { ref: "PermissionType" },
      isEnabled: { types: ["boolean"] },
      isLocked: { types: ["boolean", "null"] },
    },
  },
  PermissionList: {
    types: ["object"],
    required: ["permissions"],
    fields: { permissions: { types: ["array"], items: { ref: "Permission" } } },
  },
  PermissionType: { types: ["string"] },
  Spending: {
    types: ["object"],
    required: ["type", "limits"],
    fields: { type: { types: ["string"] }, limits: { types: ["array"], items: { ref: "Limit" } } },
  },
  SpendingList: {
    types: ["object"],
    required: ["spendings"],
    fields: { spendings: { types: ["array"], items: { ref: "Spending" } } },
  },
  TokenResponse: {
    types: ["object"],
    required: ["access_token", "token_type", "expires_in"],
    fields: {
      access_token: { types: ["string"] },
      token_type: { types: ["string"] },
      refresh_token: { types: ["string", "null"] },
      expires_in: { types: ["integer"] },
      expires_at: { types: ["string", "null"] },
      refresh_token_expires_in: { types: ["integer", "null"] },
      refresh_token_expires_at: { types: ["string", "null"] },
      scope: { types: ["string", "null"] },
      created_at: { types: ["string", "null"] },
    },
  },
};
