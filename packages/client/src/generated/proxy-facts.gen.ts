// Generated from spec/ by `pnpm generate` (scripts/generate/emit-proxy-facts.ts); edit the contract instead.

import type { CardLookUp, OperationScope } from "../proxy/operation-scope.ts";

/** The operations that a grant can name: the contract says what they are about. */
export type ProxyOperationName =
  | "cards.list"
  | "cards.get"
  | "cards.updateStatus"
  | "cards.resetPinCount"
  | "cards.updatePhoneNumber"
  | "permissions.list"
  | "permissions.update"
  | "permissions.updateMany"
  | "spendingLimits.list"
  | "spendingLimits.set"
  | "spendingLimits.remove"
  | "spendingLimits.listForProfile"
  | "cardData.encryptionKey"
  | "cardData.details"
  | "cardData.pin"
  | "sca.status"
  | "sca.triggerSms"
  | "sca.verifySms"
  | "sca.triggerWhatsapp"
  | "sca.verifyWhatsapp"
  | "sca.triggerVoice"
  | "sca.verifyVoice";

/** What each of them is about, by its name; of a dated version, after the name of that. */
export const operationScopes: Readonly<Record<string, OperationScope>> = {
  "cards.list": { profile: "profileId" },
  "cards.get": { profile: "profileId", card: "cardToken" },
  "cards.updateStatus": { profile: "profileId", card: "cardToken" },
  "cards.resetPinCount": { profile: "profileId", card: "cardToken" },
  "cards.updatePhoneNumber": { profile: "profileId", card: "cardToken" },
  "permissions.list": { profile: "profileId", card: "cardToken" },
  "permissions.update": { profile: "profileId", card: "cardToken" },
  "permissions.updateMany": { profile: "profileId", card: "cardToken" },
  "spendingLimits.list": { profile: "profileId", card: "cardToken" },
  "spendingLimits.set": { profile: "profileId", card: "cardToken" },
  "spendingLimits.remove": { profile: "profileId", card: "cardToken" },
  "spendingLimits.listForProfile": { profile: "profileId" },
  "cardData.encryptionKey": {},
  "cardData.details": { card: "cardToken" },
  "cardData.pin": { card: "cardToken" },
  "sca.status": {},
  "sca.triggerSms": {},
  "sca.verifySms": {},
  "sca.triggerWhatsapp": {},
  "sca.verifyWhatsapp": {},
  "sca.triggerVoice": {},
  "sca.verifyVoice": {},
};

/** How the proxy finds out to which profile a card belongs. */
export const cardLookUp: CardLookUp | undefined = {
  resource: "cards",
  method: "get",
  profile: "profileId",
  card: "cardToken",
};
