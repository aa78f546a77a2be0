// Generated from spec/ by `pnpm generate`; edit the contract instead.

/** How each operation is called: method, path, and the headers that it takes. */
export const routes = {
  "cards.list": { method: "GET", path: "/v3/spend/profiles/{profileId}/cards", headers: ["x-external-correlation-id"] },
  "cards.get": { method: "GET", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}", headers: ["x-external-correlation-id"] },
  "cards.updateStatus": { method: "PUT", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/status", headers: ["x-external-correlation-id"] },
  "cards.resetPinCount": { method: "POST", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count", headers: ["x-external-correlation-id"] },
  "cards.updatePhoneNumber": { method: "PUT", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/phone-number", headers: ["x-external-correlation-id"] },
  "permissions.list": { method: "GET", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions", headers: ["x-external-correlation-id"] },
  "permissions.update": { method: "PATCH", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions", headers: ["x-external-correlation-id"] },
  "permissions.updateMany": { method: "PATCH", path: "/v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions", headers: ["x-external-correlation-id"] },
  "spendingLimits.list": { method: "GET", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits", headers: ["x-external-correlation-id"] },
  "spendingLimits.set": { method: "PATCH", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits", headers: ["x-external-correlation-id"] },
  "spendingLimits.remove": { method: "DELETE", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType}", headers: ["x-external-correlation-id"] },
  "spendingLimits.listForProfile": { method: "GET", path: "/v3/spend/profiles/{profileId}/spending-limits", headers: ["x-external-correlation-id"] },
  "cardData.encryptionKey": { method: "GET", path: "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey", headers: ["x-external-correlation-id"] },
  "cardData.details": { method: "POST", path: "/twcard-data/v1/sensitive-card-data/details", headers: ["x-tw-twcard-card-token", "x-external-correlation-id", "x-2fa-approval"] },
  "cardData.pin": { method: "POST", path: "/twcard-data/v1/sensitive-card-data/pin", headers: ["x-tw-twcard-card-token", "x-external-correlation-id", "x-2fa-approval"] },
  "sca.status": { method: "GET", path: "/v1/one-time-token/status", headers: ["one-time-token", "x-external-correlation-id"] },
  "sca.triggerSms": { method: "POST", path: "/v1/one-time-token/sms/trigger", headers: ["one-time-token", "x-external-correlation-id"] },
  "sca.verifySms": { method: "POST", path: "/v1/one-time-token/sms/verify", headers: ["one-time-token", "x-external-correlation-id"] },
  "sca.triggerWhatsapp": { method: "POST", path: "/v1/one-time-token/whatsapp/trigger", headers: ["one-time-token", "x-external-correlation-id"] },
  "sca.verifyWhatsapp": { method: "POST", path: "/v1/one-time-token/whatsapp/verify", headers: ["one-time-token", "x-external-correlation-id"] },
  "sca.triggerVoice": { method: "POST", path: "/v1/one-time-token/voice/trigger", headers: ["one-time-token", "x-external-correlation-id"] },
  "sca.verifyVoice": { method: "POST", path: "/v1/one-time-token/voice/verify", headers: ["one-time-token", "x-external-correlation-id"] },
  "oauth.token": { method: "POST", path: "/oauth/token", headers: ["x-external-correlation-id"] },
} as const;
