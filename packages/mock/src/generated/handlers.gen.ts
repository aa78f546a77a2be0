// Generated from spec/ by `pnpm generate`; edit the contract instead.

import type {
  Card,
  CardDetails,
  CardLimitType,
  CardLimitUpdate,
  CardPage,
  CardPhoneNumber,
  CardPin,
  CardStatusUpdate,
  EncryptionKey,
  ErrorList,
  GatewayError,
  OAuthError,
  OneTimeTokenStatus,
  OtpDelivery,
  OtpVerification,
  PermissionList,
  PermissionUpdate,
  PermissionUpdates,
  PhoneNumberUpdate,
  Refusal,
  SealedAnswer,
  SealedRequest,
  SpendingList,
  TokenAnswer,
  TokenRequest,
} from "@wisekit/spec";

/** What a handler of `cards.list` gets. */
export interface CardsListRequest {
  path: { profileId: number };
  query: { pageSize?: number; pageNumber?: number };
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `cards.get` gets. */
export interface CardsGetRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `cards.updateStatus` gets. */
export interface CardsUpdateStatusRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: CardStatusUpdate;
}

/** What a handler of `cards.resetPinCount` gets. */
export interface CardsResetPinCountRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `cards.updatePhoneNumber` gets. */
export interface CardsUpdatePhoneNumberRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: PhoneNumberUpdate;
}

/** What a handler of `permissions.list` gets. */
export interface PermissionsListRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `permissions.update` gets. */
export interface PermissionsUpdateRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: PermissionUpdate;
}

/** What a handler of `permissions.updateMany` gets. */
export interface PermissionsUpdateManyRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: PermissionUpdates;
}

/** What a handler of `spendingLimits.list` gets. */
export interface SpendingLimitsListRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `spendingLimits.set` gets. */
export interface SpendingLimitsSetRequest {
  path: { profileId: number; cardToken: string };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: CardLimitUpdate;
}

/** What a handler of `spendingLimits.remove` gets. */
export interface SpendingLimitsRemoveRequest {
  path: { profileId: number; cardToken: string; cardLimitType: CardLimitType };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `spendingLimits.listForProfile` gets. */
export interface SpendingLimitsListForProfileRequest {
  path: { profileId: number };
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `cardData.encryptionKey` gets. */
export interface CardDataEncryptionKeyRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `cardData.details` gets. */
export interface CardDataDetailsRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-tw-twcard-card-token": string; "x-2fa-approval"?: string; "x-external-correlation-id"?: string };
  body: SealedRequest;
}

/** What a handler of `cardData.pin` gets. */
export interface CardDataPinRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-tw-twcard-card-token": string; "x-2fa-approval"?: string; "x-external-correlation-id"?: string };
  body: SealedRequest;
}

/** What a handler of `sca.status` gets. */
export interface ScaStatusRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "one-time-token": string; "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `sca.triggerSms` gets. */
export interface ScaTriggerSmsRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "one-time-token": string; "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `sca.verifySms` gets. */
export interface ScaVerifySmsRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "one-time-token": string; "x-external-correlation-id"?: string };
  body: OtpVerification;
}

/** What a handler of `sca.triggerWhatsapp` gets. */
export interface ScaTriggerWhatsappRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "one-time-token": string; "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `sca.verifyWhatsapp` gets. */
export interface ScaVerifyWhatsappRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "one-time-token": string; "x-external-correlation-id"?: string };
  body: OtpVerification;
}

/** What a handler of `sca.triggerVoice` gets. */
export interface ScaTriggerVoiceRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "one-time-token": string; "x-external-correlation-id"?: string };
  body: undefined;
}

/** What a handler of `sca.verifyVoice` gets. */
export interface ScaVerifyVoiceRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "one-time-token": string; "x-external-correlation-id"?: string };
  body: OtpVerification;
}

/** What a handler of `oauth.token` gets. */
export interface OauthTokenRequest {
  path: Record<never, never>;
  query: Record<never, never>;
  /** By lower-case name on the wire. */
  headers: { "x-external-correlation-id"?: string };
  body: TokenRequest;
}

/** What a handler of `cards.list` may answer. */
export type CardsListAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: CardPage }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `cards.get` may answer. */
export type CardsGetAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: Card }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `cards.updateStatus` may answer. */
export type CardsUpdateStatusAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: Card }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 409; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `cards.resetPinCount` may answer. */
export type CardsResetPinCountAnswer =
  | { status: 200; headers?: Record<string, string>; body?: undefined }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `cards.updatePhoneNumber` may answer. */
export type CardsUpdatePhoneNumberAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: CardPhoneNumber }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 422; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `permissions.list` may answer. */
export type PermissionsListAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: PermissionList }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `permissions.update` may answer. */
export type PermissionsUpdateAnswer =
  | { status: 200; headers?: Record<string, string>; body?: undefined }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 409; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `permissions.updateMany` may answer. */
export type PermissionsUpdateManyAnswer =
  | { status: 200; headers?: Record<string, string>; body?: undefined }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 409; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `spendingLimits.list` may answer. */
export type SpendingLimitsListAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: SpendingList }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `spendingLimits.set` may answer. */
export type SpendingLimitsSetAnswer =
  | { status: 200; headers?: Record<string, string>; body?: undefined }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 422; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `spendingLimits.remove` may answer. */
export type SpendingLimitsRemoveAnswer =
  | { status: 200; headers?: Record<string, string>; body?: undefined }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `spendingLimits.listForProfile` may answer. */
export type SpendingLimitsListForProfileAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: SpendingList }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `cardData.encryptionKey` may answer. */
export type CardDataEncryptionKeyAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: EncryptionKey }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `cardData.details` may answer. */
export type CardDataDetailsAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: CardDetails }
  | { status: 200; headers?: Record<string, string>; mediaType: "application/jose"; body: SealedAnswer }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 422; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `cardData.pin` may answer. */
export type CardDataPinAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: CardPin }
  | { status: 200; headers?: Record<string, string>; mediaType: "application/jose"; body: SealedAnswer }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 422; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `sca.status` may answer. */
export type ScaStatusAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: OneTimeTokenStatus }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `sca.triggerSms` may answer. */
export type ScaTriggerSmsAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: OtpDelivery }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `sca.verifySms` may answer. */
export type ScaVerifySmsAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: OneTimeTokenStatus }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `sca.triggerWhatsapp` may answer. */
export type ScaTriggerWhatsappAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: OtpDelivery }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `sca.verifyWhatsapp` may answer. */
export type ScaVerifyWhatsappAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: OneTimeTokenStatus }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `sca.triggerVoice` may answer. */
export type ScaTriggerVoiceAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: OtpDelivery }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `sca.verifyVoice` may answer. */
export type ScaVerifyVoiceAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: OneTimeTokenStatus }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 403; headers?: Record<string, string>; mediaType?: "application/json"; body: Refusal }
  | { status: 404; headers?: Record<string, string>; mediaType?: "application/json"; body: ErrorList }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** What a handler of `oauth.token` may answer. */
export type OauthTokenAnswer =
  | { status: 200; headers?: Record<string, string>; mediaType?: "application/json"; body: TokenAnswer }
  | { status: 400; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 401; headers?: Record<string, string>; mediaType?: "application/json"; body: OAuthError }
  | { status: 429; headers?: Record<string, string>; mediaType?: "application/json"; body: { [key: string]: unknown } }
  | { status: 500; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError }
  | { status: 503; headers?: Record<string, string>; mediaType?: "application/json"; body: GatewayError };

/** Request and answers of each operation, by its SDK name. */
export interface OperationTypes {
  "cards.list": { request: CardsListRequest; answer: CardsListAnswer };
  "cards.get": { request: CardsGetRequest; answer: CardsGetAnswer };
  "cards.updateStatus": { request: CardsUpdateStatusRequest; answer: CardsUpdateStatusAnswer };
  "cards.resetPinCount": { request: CardsResetPinCountRequest; answer: CardsResetPinCountAnswer };
  "cards.updatePhoneNumber": { request: CardsUpdatePhoneNumberRequest; answer: CardsUpdatePhoneNumberAnswer };
  "permissions.list": { request: PermissionsListRequest; answer: PermissionsListAnswer };
  "permissions.update": { request: PermissionsUpdateRequest; answer: PermissionsUpdateAnswer };
  "permissions.updateMany": { request: PermissionsUpdateManyRequest; answer: PermissionsUpdateManyAnswer };
  "spendingLimits.list": { request: SpendingLimitsListRequest; answer: SpendingLimitsListAnswer };
  "spendingLimits.set": { request: SpendingLimitsSetRequest; answer: SpendingLimitsSetAnswer };
  "spendingLimits.remove": { request: SpendingLimitsRemoveRequest; answer: SpendingLimitsRemoveAnswer };
  "spendingLimits.listForProfile": { request: SpendingLimitsListForProfileRequest; answer: SpendingLimitsListForProfileAnswer };
  "cardData.encryptionKey": { request: CardDataEncryptionKeyRequest; answer: CardDataEncryptionKeyAnswer };
  "cardData.details": { request: CardDataDetailsRequest; answer: CardDataDetailsAnswer };
  "cardData.pin": { request: CardDataPinRequest; answer: CardDataPinAnswer };
  "sca.status": { request: ScaStatusRequest; answer: ScaStatusAnswer };
  "sca.triggerSms": { request: ScaTriggerSmsRequest; answer: ScaTriggerSmsAnswer };
  "sca.verifySms": { request: ScaVerifySmsRequest; answer: ScaVerifySmsAnswer };
  "sca.triggerWhatsapp": { request: ScaTriggerWhatsappRequest; answer: ScaTriggerWhatsappAnswer };
  "sca.verifyWhatsapp": { request: ScaVerifyWhatsappRequest; answer: ScaVerifyWhatsappAnswer };
  "sca.triggerVoice": { request: ScaTriggerVoiceRequest; answer: ScaTriggerVoiceAnswer };
  "sca.verifyVoice": { request: ScaVerifyVoiceRequest; answer: ScaVerifyVoiceAnswer };
  "oauth.token": { request: OauthTokenRequest; answer: OauthTokenAnswer };
}

/** The SDK name of an operation. */
export type OperationName = keyof OperationTypes;

/** Computes the answer to one operation. */
export type OperationHandler<Name extends OperationName, Context> = (
  request: OperationTypes[Name]["request"],
  context: Context,
) => OperationTypes[Name]["answer"] | Promise<OperationTypes[Name]["answer"]>;

/** A handler for each operation that is answered from state. */
export type OperationHandlers<Context> = { [Name in OperationName]?: OperationHandler<Name, Context> };

/** The SDK name of each `operationId` of the contract. */
export const operationNames: { readonly [operationId: string]: OperationName } = {
  cardList: "cards.list",
  cardGet: "cards.get",
  cardStatusUpdate: "cards.updateStatus",
  cardPinCountReset: "cards.resetPinCount",
  cardPhoneNumberUpdate: "cards.updatePhoneNumber",
  cardPermissionsGet: "permissions.list",
  cardPermissionsUpdate: "permissions.update",
  cardPermissionsBulkUpdate: "permissions.updateMany",
  cardSpendingLimitsGet: "spendingLimits.list",
  cardSpendingLimitsUpdate: "spendingLimits.set",
  cardSpendingLimitsDelete: "spendingLimits.remove",
  spendControlsProfileLimitsGet: "spendingLimits.listForProfile",
  cardEncryptionKeyGet: "cardData.encryptionKey",
  cardSensitiveDetailsGet: "cardData.details",
  cardPinGet: "cardData.pin",
  ottStatusGet: "sca.status",
  ottSmsTrigger: "sca.triggerSms",
  ottSmsVerify: "sca.verifySms",
  ottWhatsappTrigger: "sca.triggerWhatsapp",
  ottWhatsappVerify: "sca.verifyWhatsapp",
  ottVoiceTrigger: "sca.triggerVoice",
  ottVoiceVerify: "sca.verifyVoice",
  oauthToken: "oauth.token",
};
