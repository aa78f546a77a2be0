// Generated from spec/ by `pnpm generate`; edit the contract instead.

/**
 * Every operation: method, path, and what is particular to it. `repeat` stands where a repetition is safe (`x-retry`),
 * `host` where it is not `api`. Arguments are listed by where they travel: `*` marks a required one, `:` its name on
 * the wire where it differs.
 */
export const operations = {
  cards: {
    list: "GET /v3/spend/profiles/{profileId}/cards repeat page=pageNumber,pageSize,100,cards,totalCount query=pageSize,pageNumber",
    get: "GET /v3/spend/profiles/{profileId}/cards/{cardToken} repeat",
    updateStatus: "PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/status repeat json=status*",
    resetPinCount: "POST /v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count repeat none",
    updatePhoneNumber: "PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/phone-number repeat json=phoneNumber*",
  },
  permissions: {
    list: "GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions repeat",
    update: "PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions repeat none json=type*,isEnabled*",
    updateMany: "PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions repeat none json=permissions*",
  },
  spendingLimits: {
    list: "GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits repeat",
    set: "PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits repeat none json=cardLimitType*,maxLimitAmount*",
    remove: "DELETE /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType} repeat none",
    listForProfile: "GET /v3/spend/profiles/{profileId}/spending-limits repeat",
  },
  cardData: {
    encryptionKey: "GET /twcard-data/v1/clientSideEncryption/fetchEncryptingKey host=twcard repeat",
    details: "POST /twcard-data/v1/sensitive-card-data/details host=twcard repeat sealed header=cardToken*:x-tw-twcard-card-token json=keyVersion*,encryptedPayload*",
    pin: "POST /twcard-data/v1/sensitive-card-data/pin host=twcard repeat sealed header=cardToken*:x-tw-twcard-card-token json=keyVersion*,encryptedPayload*",
  },
  sca: {
    status: "GET /v1/one-time-token/status repeat header=oneTimeToken*:one-time-token",
    triggerSms: "POST /v1/one-time-token/sms/trigger header=oneTimeToken*:one-time-token",
    verifySms: "POST /v1/one-time-token/sms/verify header=oneTimeToken*:one-time-token json=otpCode*",
    triggerWhatsapp: "POST /v1/one-time-token/whatsapp/trigger header=oneTimeToken*:one-time-token",
    verifyWhatsapp: "POST /v1/one-time-token/whatsapp/verify header=oneTimeToken*:one-time-token json=otpCode*",
    triggerVoice: "POST /v1/one-time-token/voice/trigger header=oneTimeToken*:one-time-token",
    verifyVoice: "POST /v1/one-time-token/voice/verify header=oneTimeToken*:one-time-token json=otpCode*",
  },
  oauth: {
    token: "POST /oauth/token basic=clientId,clientSecret form=grant_type*,client_id,email,registration_code,code,redirect_uri,refresh_token",
  },
} as const;

/** The name of an operation, as it is called: `cards.list` is `wise.cards.list(…)`. */
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
