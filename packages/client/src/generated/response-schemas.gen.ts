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
      clientId: { types: ["string"] },
      status: { ref: "CardStatusInfo" },
      cardHolderName: { types: ["string"] },
      expiryDate: { types: ["string"] },
      lastFourDigits: { types: ["string"] },
      bankIdentificationNumber: { types: ["string"] },
      phoneNumber: { types: ["string"] },
      cardProgram: { ref: "CardProgram" },
      unlockSpendingPermissions: { types: ["string"] },
      creationTime: { types: ["string"] },
      modificationTime: { types: ["string"] },
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
    fields: { token: { types: ["string"] }, profileId: { types: ["integer"] }, phoneNumber: { types: ["string"] } },
  },
  CardProgram: {
    types: ["object"],
    required: [],
    fields: {
      name: { types: ["string"] },
      scheme: { types: ["string"] },
      defaultCurrency: { types: ["string"] },
      cardType: { types: ["string"] },
    },
  },
  CardStatus: { types: ["string"] },
  CardStatusInfo: {
    types: ["object"],
    required: ["value"],
    fields: { value: { ref: "CardStatus" }, allowedTransitions: { types: ["array"], items: { types: ["string"] } } },
  },
  Challenge: {
    types: ["object"],
    required: ["primaryChallenge"],
    fields: {
      primaryChallenge: { ref: "ChallengeOption" },
      alternatives: { types: ["array"], items: { ref: "ChallengeOption" } },
      required: { types: ["boolean"] },
      passed: { types: ["boolean"] },
    },
  },
  ChallengeOption: {
    types: ["object"],
    required: ["type"],
    fields: { type: { types: ["string"] }, viewData: { types: ["object"] } },
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
      usage: { types: ["number"] },
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
      validity: { types: ["integer"] },
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
    fields: { type: { ref: "PermissionType" }, isEnabled: { types: ["boolean"] }, isLocked: { types: ["boolean"] } },
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
      refresh_token: { types: ["string"] },
      expires_in: { types: ["integer"] },
      expires_at: { types: ["string"] },
      refresh_token_expires_in: { types: ["integer"] },
      refresh_token_expires_at: { types: ["string"] },
      scope: { types: ["string"] },
      created_at: { types: ["string"] },
    },
  },
};
