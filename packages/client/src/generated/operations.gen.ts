// Generated from spec/ by `pnpm generate` (scripts/generate/emit-operations.ts); edit the contract instead.

import type { Resource } from "../operation.ts";
import { pageNumberSteps } from "../call/page-steps.ts";
import { walkPages } from "../call/pages.ts";
import { formBody } from "../request/request-body.ts";
import type {
  CardDataResource,
  CardsResource,
  OauthResource,
  PermissionsResource,
  ScaResource,
  SpendingLimitsResource,
} from "./resources.gen.ts";

/** The operations of `cards`. */
export const cards: Resource<CardsResource> = {
  name: "cards",
  operations: {
    list: {
      method: "GET",
      path: "/v3/spend/profiles/{profileId}/cards",
      query: ["pageSize", "pageNumber"],
      page: {
        style: pageNumberSteps,
        page: "pageNumber",
        first: 1,
        size: "pageSize",
        maximumSize: 100,
        total: ["totalCount"],
        items: ["cards"],
      },
      all: walkPages,
    },
    get: { method: "GET", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}" },
    updateStatus: {
      method: "PUT",
      path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/status",
      retry: "idempotent",
      body: { fields: ["status"] },
      required: ["status"],
    },
    resetPinCount: {
      method: "POST",
      path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count",
      retry: "idempotent",
      response: "none",
    },
    updatePhoneNumber: {
      method: "PUT",
      path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/phone-number",
      retry: "idempotent",
      body: { fields: ["phoneNumber"] },
      required: ["phoneNumber"],
      integersAsText: ["profileId"],
    },
  },
};

/** The operations of `permissions`. */
export const permissions: Resource<PermissionsResource> = {
  name: "permissions",
  operations: {
    list: { method: "GET", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions" },
    update: {
      method: "PATCH",
      path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions",
      retry: "idempotent",
      body: { fields: ["type", "isEnabled"] },
      required: ["type", "isEnabled"],
      response: "none",
    },
    updateMany: {
      method: "PATCH",
      path: "/v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions",
      retry: "idempotent",
      body: { fields: ["permissions"] },
      required: ["permissions"],
      response: "none",
    },
  },
};

/** The operations of `spendingLimits`. */
export const spendingLimits: Resource<SpendingLimitsResource> = {
  name: "spendingLimits",
  operations: {
    list: { method: "GET", path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits" },
    set: {
      method: "PATCH",
      path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits",
      retry: "idempotent",
      body: { fields: ["cardLimitType", "maxLimitAmount"] },
      required: ["cardLimitType", "maxLimitAmount"],
      amounts: ["maxLimitAmount"],
      response: "none",
    },
    remove: {
      method: "DELETE",
      path: "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType}",
      retry: "idempotent",
      response: "none",
    },
    listForProfile: { method: "GET", path: "/v3/spend/profiles/{profileId}/spending-limits" },
  },
};

/** The operations of `cardData`. */
export const cardData: Resource<CardDataResource> = {
  name: "cardData",
  operations: {
    encryptionKey: { method: "GET", path: "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey", host: "twcard" },
    details: {
      method: "POST",
      path: "/twcard-data/v1/sensitive-card-data/details",
      host: "twcard",
      retry: "read",
      header: ["cardToken"],
      body: { fields: ["keyVersion", "encryptedPayload"], integers: ["keyVersion"] },
      required: ["cardToken", "keyVersion", "encryptedPayload"],
      wireNames: { cardToken: "x-tw-twcard-card-token" },
      response: "sealed",
    },
    pin: {
      method: "POST",
      path: "/twcard-data/v1/sensitive-card-data/pin",
      host: "twcard",
      retry: "read",
      header: ["cardToken"],
      body: { fields: ["keyVersion", "encryptedPayload"], integers: ["keyVersion"] },
      required: ["cardToken", "keyVersion", "encryptedPayload"],
      wireNames: { cardToken: "x-tw-twcard-card-token" },
      response: "sealed",
    },
  },
};

/** The operations of `sca`. */
export const sca: Resource<ScaResource> = {
  name: "sca",
  operations: {
    status: {
      method: "GET",
      path: "/v1/one-time-token/status",
      header: ["oneTimeToken"],
      required: ["oneTimeToken"],
      wireNames: { oneTimeToken: "one-time-token" },
    },
    triggerSms: {
      method: "POST",
      path: "/v1/one-time-token/sms/trigger",
      header: ["oneTimeToken"],
      required: ["oneTimeToken"],
      wireNames: { oneTimeToken: "one-time-token" },
    },
    verifySms: {
      method: "POST",
      path: "/v1/one-time-token/sms/verify",
      header: ["oneTimeToken"],
      body: { fields: ["otpCode"] },
      required: ["oneTimeToken", "otpCode"],
      wireNames: { oneTimeToken: "one-time-token" },
    },
    triggerWhatsapp: {
      method: "POST",
      path: "/v1/one-time-token/whatsapp/trigger",
      header: ["oneTimeToken"],
      required: ["oneTimeToken"],
      wireNames: { oneTimeToken: "one-time-token" },
    },
    verifyWhatsapp: {
      method: "POST",
      path: "/v1/one-time-token/whatsapp/verify",
      header: ["oneTimeToken"],
      body: { fields: ["otpCode"] },
      required: ["oneTimeToken", "otpCode"],
      wireNames: { oneTimeToken: "one-time-token" },
    },
    triggerVoice: {
      method: "POST",
      path: "/v1/one-time-token/voice/trigger",
      header: ["oneTimeToken"],
      required: ["oneTimeToken"],
      wireNames: { oneTimeToken: "one-time-token" },
    },
    verifyVoice: {
      method: "POST",
      path: "/v1/one-time-token/voice/verify",
      header: ["oneTimeToken"],
      body: { fields: ["otpCode"] },
      required: ["oneTimeToken", "otpCode"],
      wireNames: { oneTimeToken: "one-time-token" },
    },
  },
};

/** The operations of `oauth`. */
export const oauth: Resource<OauthResource> = {
  name: "oauth",
  operations: {
    token: {
      method: "POST",
      path: "/oauth/token",
      auth: { user: "clientId", password: "clientSecret" },
      body: {
        as: formBody,
        fields: ["grant_type", "client_id", "email", "registration_code", "code", "redirect_uri", "refresh_token"],
      },
      required: ["grant_type"],
    },
  },
};

/** Every resource: what `createClient` takes. */
export const resources: {
  readonly cards: typeof cards;
  readonly permissions: typeof permissions;
  readonly spendingLimits: typeof spendingLimits;
  readonly cardData: typeof cardData;
  readonly sca: typeof sca;
  readonly oauth: typeof oauth;
} = {
  cards,
  permissions,
  spendingLimits,
  cardData,
  sca,
  oauth,
};
