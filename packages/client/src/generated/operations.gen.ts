// Generated from spec/ by `pnpm generate`; edit the contract instead.

/**
 * Every operation: method, host (`api` unless `@twcard`), path and query, retry class, then what is particular to it.
 * `*` marks a required argument, `:` the name on the wire where it differs.
 */
export const operations = {
  cards: {
    list: "GET /v3/spend/profiles/{profileId}/cards?pageSize&pageNumber read page=pageNumber,pageSize,100,cards,totalCount",
    get: "GET /v3/spend/profiles/{profileId}/cards/{cardToken} read",
    updateStatus: "PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/status idempotent json=status*",
    resetPinCount: "POST /v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count idempotent none",
    updatePhoneNumber: "PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/phone-number idempotent json=phoneNumber*",
  },
  permissions: {
    list: "GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions read",
    update: "PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions idempotent none json=type*,isEnabled*",
    updateMany: "PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions idempotent none json=permissions*",
  },
  spendingLimits: {
    list: "GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits read",
    set: "PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits idempotent none json=cardLimitType*,maxLimitAmount*",
    remove: "DELETE /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType} idempotent none",
    listForProfile: "GET /v3/spend/profiles/{profileId}/spending-limits read",
  },
  cardData: {
    encryptionKey: "GET @twcard/twcard-data/v1/clientSideEncryption/fetchEncryptingKey read",
    details: "POST @twcard/twcard-data/v1/sensitive-card-data/details read sca sealed header=cardToken*:x-tw-twcard-card-token json=keyVersion*,encryptedPayload*",
    pin: "POST @twcard/twcard-data/v1/sensitive-card-data/pin read sca sealed header=cardToken*:x-tw-twcard-card-token json=keyVersion*,encryptedPayload*",
  },
  sca: {
    status: "GET /v1/one-time-token/status read header=oneTimeToken*:one-time-token",
    triggerSms: "POST /v1/one-time-token/sms/trigger never header=oneTimeToken*:one-time-token",
    verifySms: "POST /v1/one-time-token/sms/verify never header=oneTimeToken*:one-time-token json=otpCode*",
    triggerWhatsapp: "POST /v1/one-time-token/whatsapp/trigger never header=oneTimeToken*:one-time-token",
    verifyWhatsapp: "POST /v1/one-time-token/whatsapp/verify never header=oneTimeToken*:one-time-token json=otpCode*",
    triggerVoice: "POST /v1/one-time-token/voice/trigger never header=oneTimeToken*:one-time-token",
    verifyVoice: "POST /v1/one-time-token/voice/verify never header=oneTimeToken*:one-time-token json=otpCode*",
  },
  oauth: {
    token: "POST /oauth/token never basic=clientId,clientSecret form=grant_type*,client_id,email,registration_code,code,redirect_uri,refresh_token",
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
