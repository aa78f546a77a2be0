// Generated from spec/ by `pnpm generate` (scripts/generate/emit-operations.ts); edit the contract instead.

/** The name of an operation: `cards.list` is `wise.cards.list(…)`. */
export type OperationName =
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
  | "sca.verifyVoice"
  | "oauth.token";
