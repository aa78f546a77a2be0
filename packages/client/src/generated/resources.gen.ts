// Generated from spec/ by `pnpm generate` (scripts/generate/emit-resources.ts); edit the contract instead.

import type { CallPromise } from "../call/call-promise.ts";
import type { ItemWalk } from "../call/item-walk.ts";
import type { CallOptions, PageOptions } from "../options/call-options.ts";
import type { SealedCardData } from "../response/sealed-card-data.ts";
import type {
  AuthorizationCodeGrant,
  Card,
  CardDetails,
  CardLimitType,
  CardPage,
  CardPhoneNumber,
  CardPin,
  ClientCredentialsGrant,
  EncryptionKey,
  OneTimeTokenStatus,
  OtpDelivery,
  PermissionList,
  PermissionUpdate,
  RefreshTokenGrant,
  RegistrationCodeGrant,
  SpendingList,
  TokenResponse,
  UpdatableCardStatus,
  UpdatablePermissionType,
} from "@wisekit/spec";

/** Arguments of `cards.list`. */
export interface CardsListArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The maximum number of cards on a page. Default: 10. From 10 to 100. */
  pageSize?: number | undefined;
  /** The page to return, starting at 1. Default: 1. At least 1. */
  pageNumber?: number | undefined;
}

/** Arguments of `cards.list.all`. */
export interface CardsListAllArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The maximum number of cards on a page. Default: 10. From 10 to 100. */
  pageSize?: number | undefined;
}

/** Arguments of `cards.get`. */
export interface CardsGetArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `cards.updateStatus`. */
export interface CardsUpdateStatusArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
  /** A status that can be set. */
  status: UpdatableCardStatus;
}

/** Arguments of `cards.resetPinCount`. */
export interface CardsResetPinCountArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `cards.updatePhoneNumber`. */
export interface CardsUpdatePhoneNumberArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /**
   * The token of the card, in any format. Assumption: No source of this operation says that the token is a UUID, and
   * one has an example that is not.
   */
  cardToken: string;
  /**
   * A valid phone number that starts with + and the country code. Assumption: No source says how long the number may
   * be or whether it may contain separators. The lengths are assumed to be those of the phone number of a profile.
   */
  phoneNumber: string;
}

/** Arguments of `permissions.list`. */
export interface PermissionsListArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `permissions.update`. */
export interface PermissionsUpdateArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
  /** A type of transaction whose permission can be updated. */
  type: UpdatablePermissionType;
  /** Whether to allow this type of transaction. */
  isEnabled: boolean;
}

/** Arguments of `permissions.updateMany`. */
export interface PermissionsUpdateManyArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
  /**
   * The permissions to update. An empty list changes nothing. If a type occurs more than once, the last entry applies.
   * Assumption: No source says what happens to an empty list or a repeated type.
   */
  permissions: PermissionUpdate[];
}

/** Arguments of `spendingLimits.list`. */
export interface SpendingLimitsListArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `spendingLimits.set`. */
export interface SpendingLimitsSetArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
  /** The period of a card limit. */
  cardLimitType: CardLimitType;
  /** The maximum amount in a period, in units of the currency of the card. At least 0. */
  maxLimitAmount: number;
}

/** Arguments of `spendingLimits.remove`. */
export interface SpendingLimitsRemoveArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
  /** The token of the card. It is an identifier, not a credential. */
  cardToken: string;
  /** The type of the limit to remove. */
  cardLimitType: CardLimitType;
}

/** Arguments of `spendingLimits.listForProfile`. */
export interface SpendingLimitsListForProfileArgs {
  /**
   * The profile that owns the cards. At least 1. Assumption: No source gives a minimum; identifiers are assumed to be
   * positive.
   */
  profileId: number;
}

/** Arguments of `cardData.encryptionKey`. */
export type CardDataEncryptionKeyArgs = Record<string, never>;

/** Arguments of `cardData.details`. */
export interface CardDataDetailsArgs {
  /** The token of the card whose data is requested. */
  cardToken: string;
  /** The version of the key that the payload was encrypted with. Currently always 1. At least 1. */
  keyVersion: number;
  /**
   * A JWE in compact serialization that transports a new 256-bit content encryption key to Wise. The response is
   * encrypted with that key. In the example requests of the vendor ciphertext and tag are empty, so that the key is
   * all that the request carries. Assumption: No source documents whether a JWE with ciphertext and tag is accepted,
   * or what its plaintext would be. This SDK sends a JSON object with a `nonce`, a UUID, unless it is told to send the
   * key only.
   */
  encryptedPayload: string;
}

/** Arguments of `cardData.pin`. */
export interface CardDataPinArgs {
  /** The token of the card whose data is requested. */
  cardToken: string;
  /** The version of the key that the payload was encrypted with. Currently always 1. At least 1. */
  keyVersion: number;
  /**
   * A JWE in compact serialization that transports a new 256-bit content encryption key to Wise. The response is
   * encrypted with that key. In the example requests of the vendor ciphertext and tag are empty, so that the key is
   * all that the request carries. Assumption: No source documents whether a JWE with ciphertext and tag is accepted,
   * or what its plaintext would be. This SDK sends a JSON object with a `nonce`, a UUID, unless it is told to send the
   * key only.
   */
  encryptedPayload: string;
}

/** Arguments of `sca.status`. */
export interface ScaStatusArgs {
  /** The one-time token from the `x-2fa-approval` header of the rejected request. */
  oneTimeToken: string;
}

/** Arguments of `sca.triggerSms`. */
export interface ScaTriggerSmsArgs {
  /** The one-time token from the `x-2fa-approval` header of the rejected request. */
  oneTimeToken: string;
}

/** Arguments of `sca.verifySms`. */
export interface ScaVerifySmsArgs {
  /** The one-time token from the `x-2fa-approval` header of the rejected request. */
  oneTimeToken: string;
  /** The one-time password, six digits. Always 111111 in the sandbox. */
  otpCode: string;
}

/** Arguments of `sca.triggerWhatsapp`. */
export interface ScaTriggerWhatsappArgs {
  /** The one-time token from the `x-2fa-approval` header of the rejected request. */
  oneTimeToken: string;
}

/** Arguments of `sca.verifyWhatsapp`. */
export interface ScaVerifyWhatsappArgs {
  /** The one-time token from the `x-2fa-approval` header of the rejected request. */
  oneTimeToken: string;
  /** The one-time password, six digits. Always 111111 in the sandbox. */
  otpCode: string;
}

/** Arguments of `sca.triggerVoice`. */
export interface ScaTriggerVoiceArgs {
  /** The one-time token from the `x-2fa-approval` header of the rejected request. */
  oneTimeToken: string;
}

/** Arguments of `sca.verifyVoice`. */
export interface ScaVerifyVoiceArgs {
  /** The one-time token from the `x-2fa-approval` header of the rejected request. */
  oneTimeToken: string;
  /** The one-time password, six digits. Always 111111 in the sandbox. */
  otpCode: string;
}

/** Arguments of `oauth.token`. */
export type OauthTokenArgs = {
  /** The client's id, sent by HTTP Basic. */
  clientId: string;
  /** The client's secret, sent by HTTP Basic. */
  clientSecret: string;
} & (ClientCredentialsGrant | RegistrationCodeGrant | AuthorizationCodeGrant | RefreshTokenGrant);

/** `cards.list`: one page by a call, everything by `all`. */
export interface CardsListCall {
  /**
   * Returns the cards of a profile, page by page. A page beyond the last one is empty.
   *
   * Assumed error codes, which no source documents: `request.invalid`.
   *
   * Assumptions: No source says what a page beyond the last one contains, or how the cards are sorted.
   *
   * `GET /v3/spend/profiles/{profileId}/cards`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  (args: CardsListArgs, options?: CallOptions): CallPromise<CardPage>;
  /**
   * Every item, page after page, with one page in memory. Pages hold 100 items unless `pageSize` says otherwise.
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  all(args: CardsListAllArgs, options?: PageOptions): ItemWalk<Card, CardPage>;
}

/** The operations of `cards`. */
export interface CardsResource {
  readonly list: CardsListCall;
  /**
   * Returns a card.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to a card that does not exist or belongs to another profile; the
   * body is assumed to be like that of other client errors.
   *
   * `GET /v3/spend/profiles/{profileId}/cards/{cardToken}`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  get(args: CardsGetArgs, options?: CallOptions): CallPromise<Card>;
  /**
   * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card sets its
   * card order to COMPLETED. Setting the current status succeeds and changes nothing.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `card.status.transition.not.allowed`,
   * `request.invalid`.
   *
   * Assumptions: No source says what happens when the current status is set again. No source documents the response to
   * a card that does not exist or belongs to another profile; the body is assumed to be like that of other client
   * errors. No source documents the response to a status change that is not allowed.
   *
   * `PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/status`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  updateStatus(args: CardsUpdateStatusArgs, options?: CallOptions): CallPromise<Card>;
  /**
   * Resets the count of incorrect PIN entries to zero. After more than three incorrect entries, transactions are
   * declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip of the card keeps a separate count,
   * which may have to be reset at an ATM.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to a card that does not exist or belongs to another profile; the
   * body is assumed to be like that of other client errors.
   *
   * `POST /v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  resetPinCount(args: CardsResetPinCountArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Updates the phone number of a card. Not available to partners who joined after 1 March 2025: their customers
   * receive one-time passwords on the phone number of the profile.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `card.phone.number.invalid`, `request.invalid`.
   *
   * Assumptions: No source documents the response to a card that does not exist or belongs to another profile; the
   * body is assumed to be like that of other client errors. No source documents which phone numbers are valid, or the
   * response to an invalid one.
   *
   * `PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/phone-number`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   *
   * @deprecated Deprecated by Wise.
   */
  updatePhoneNumber(args: CardsUpdatePhoneNumberArgs, options?: CallOptions): CallPromise<CardPhoneNumber>;
}

/** The operations of `permissions`. */
export interface PermissionsResource {
  /**
   * Returns the spending permissions of a card.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to a card that does not exist or belongs to another profile; the
   * body is assumed to be like that of other client errors.
   *
   * `GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  list(args: PermissionsListArgs, options?: CallOptions): CallPromise<PermissionList>;
  /**
   * Enables or disables one type of transaction for a card. Setting the current value succeeds and changes nothing. A
   * locked permission cannot be updated.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source says what happens when the current value is set again. No source documents the response to
   * a card that does not exist or belongs to another profile; the body is assumed to be like that of other client
   * errors. The response is documented for permissions.updateMany only.
   *
   * `PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   *
   * @deprecated Deprecated by Wise. Use permissions.updateMany.
   */
  update(args: PermissionsUpdateArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Enables or disables several types of transaction for a card. If one of them is rejected, none is changed. Setting
   * the current value succeeds and changes nothing. A locked permission cannot be updated.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source says what happens when the current value is set again. No source documents the response to
   * a card that does not exist or belongs to another profile; the body is assumed to be like that of other client
   * errors.
   *
   * `PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  updateMany(args: PermissionsUpdateManyArgs, options?: CallOptions): CallPromise<void>;
}

/** The operations of `spendingLimits`. */
export interface SpendingLimitsResource {
  /**
   * Returns the spending limits of a card and how much of each has been used.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to a card that does not exist or belongs to another profile; the
   * body is assumed to be like that of other client errors.
   *
   * `GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   *
   * @deprecated Deprecated by Wise.
   */
  list(args: SpendingLimitsListArgs, options?: CallOptions): CallPromise<SpendingList>;
  /**
   * Sets or replaces one spending limit of a card. It cannot exceed the general limit of the profile: a TRANSACTION or
   * DAILY limit is compared with the daily one, a MONTHLY limit with the monthly one. A LIFETIME limit is not
   * compared.
   *
   * Assumed error codes, which no source documents: `card.limit.exceeds.profile.limit`, `card.not.found`,
   * `request.invalid`.
   *
   * Assumptions: The source says that the limit cannot exceed that of the profile, but not which of its limits is
   * meant. No source documents the response to a card that does not exist or belongs to another profile; the body is
   * assumed to be like that of other client errors. The rule is documented, the response to breaking it is not.
   *
   * `PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   *
   * @deprecated Deprecated by Wise.
   */
  set(args: SpendingLimitsSetArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Removes one spending limit of a card. Removing a limit that is not set succeeds and changes nothing.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source says what happens when a limit that is not set is removed. No source documents the response
   * to a card that does not exist or belongs to another profile; the body is assumed to be like that of other client
   * errors.
   *
   * `DELETE /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType}`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   *
   * @deprecated Deprecated by Wise.
   */
  remove(args: SpendingLimitsRemoveArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Returns the spending limits that apply to all cards of a profile together.
   *
   * Assumed error codes, which no source documents: `request.invalid`.
   *
   * `GET /v3/spend/profiles/{profileId}/spending-limits`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   *
   * @deprecated Deprecated by Wise.
   */
  listForProfile(args: SpendingLimitsListForProfileArgs, options?: CallOptions): CallPromise<SpendingList>;
}

/** The operations of `cardData`. */
export interface CardDataResource {
  /**
   * Returns the public RSA key to encrypt card-data requests with.
   *
   * Assumptions: No source documents the response to the wrong type of access token.
   *
   * `GET /twcard-data/v1/clientSideEncryption/fetchEncryptingKey`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  encryptionKey(args?: CardDataEncryptionKeyArgs, options?: CallOptions): CallPromise<EncryptionKey>;
  /**
   * Returns the PAN, CVV2 and expiry date of a card, encrypted with the key in the request. The card must be ACTIVE or
   * FROZEN. Profiles in the United Kingdom and the European Economic Area are likely to need strong customer
   * authentication.
   *
   * May need strong customer authentication.
   *
   * Assumed error codes, which no source documents: `card.data.key.unknown`, `card.data.payload.invalid`,
   * `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to a payload that cannot be decrypted. No source documents the
   * response to a one-time token that has not been cleared or has been used already; it is assumed to be a new
   * one-time token. No source documents the response to a card that does not exist or belongs to another profile; the
   * body is assumed to be like that of other client errors. No source documents the response to an unknown key
   * version.
   *
   * `POST /twcard-data/v1/sensitive-card-data/details`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  details(args: CardDataDetailsArgs, options?: CallOptions): CallPromise<SealedCardData<CardDetails>>;
  /**
   * Returns the PIN of a card, encrypted with the key in the request. The card must be ACTIVE or FROZEN. Profiles in
   * the United Kingdom and the European Economic Area are likely to need strong customer authentication.
   *
   * May need strong customer authentication.
   *
   * Assumed error codes, which no source documents: `card.data.key.unknown`, `card.data.payload.invalid`,
   * `card.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to a payload that cannot be decrypted. No source documents the
   * response to a one-time token that has not been cleared or has been used already; it is assumed to be a new
   * one-time token. No source documents the response to a card that does not exist or belongs to another profile; the
   * body is assumed to be like that of other client errors. No source documents the response to an unknown key
   * version.
   *
   * `POST /twcard-data/v1/sensitive-card-data/pin`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  pin(args: CardDataPinArgs, options?: CallOptions): CallPromise<SealedCardData<CardPin>>;
}

/** The operations of `sca`. */
export interface ScaResource {
  /**
   * Returns the challenges of a one-time token and whether they have been passed.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to the wrong type of access token. No source documents the response
   * to an unknown one-time token.
   *
   * `GET /v1/one-time-token/status`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  status(args: ScaStatusArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
  /**
   * Sends a one-time password to the user by text message. Every call sends a new one.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to the wrong type of access token. No source documents the response
   * to an unknown one-time token.
   *
   * `POST /v1/one-time-token/sms/trigger`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  triggerSms(args: ScaTriggerSmsArgs, options?: CallOptions): CallPromise<OtpDelivery>;
  /**
   * Verifies the one-time password that the user received by text message, and so passes the challenge. Call
   * `sca.triggerSms` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15 minutes.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`,
   * `sca.attempts.exceeded`, `sca.otp.incorrect`.
   *
   * Assumptions: No source documents the response to an incorrect one-time password, or to one that was not sent; the
   * PIN challenge of Wise responds with 400. No source documents the response to the wrong type of access token. No
   * source documents the response to an unknown one-time token.
   *
   * `POST /v1/one-time-token/sms/verify`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  verifySms(args: ScaVerifySmsArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
  /**
   * Sends a one-time password to the user by WhatsApp. Every call sends a new one.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to the wrong type of access token. No source documents the response
   * to an unknown one-time token.
   *
   * `POST /v1/one-time-token/whatsapp/trigger`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  triggerWhatsapp(args: ScaTriggerWhatsappArgs, options?: CallOptions): CallPromise<OtpDelivery>;
  /**
   * Verifies the one-time password that the user received by WhatsApp, and so passes the challenge. Call
   * `sca.triggerWhatsapp` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15
   * minutes.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`,
   * `sca.attempts.exceeded`, `sca.otp.incorrect`.
   *
   * Assumptions: No source documents the response to an incorrect one-time password, or to one that was not sent; the
   * PIN challenge of Wise responds with 400. No source documents the response to the wrong type of access token. No
   * source documents the response to an unknown one-time token.
   *
   * `POST /v1/one-time-token/whatsapp/verify`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  verifyWhatsapp(args: ScaVerifyWhatsappArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
  /**
   * Sends a one-time password to the user by phone call. Every call sends a new one.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumptions: No source documents the response to the wrong type of access token. No source documents the response
   * to an unknown one-time token.
   *
   * `POST /v1/one-time-token/voice/trigger`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  triggerVoice(args: ScaTriggerVoiceArgs, options?: CallOptions): CallPromise<OtpDelivery>;
  /**
   * Verifies the one-time password that the user received by phone call, and so passes the challenge. Call
   * `sca.triggerVoice` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15
   * minutes.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`,
   * `sca.attempts.exceeded`, `sca.otp.incorrect`.
   *
   * Assumptions: No source documents the response to an incorrect one-time password, or to one that was not sent; the
   * PIN challenge of Wise responds with 400. No source documents the response to the wrong type of access token. No
   * source documents the response to an unknown one-time token.
   *
   * `POST /v1/one-time-token/voice/verify`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  verifyVoice(args: ScaVerifyVoiceArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
}

/** The operations of `oauth`. */
export interface OauthResource {
  /**
   * Exchanges a grant for an access token: for the partner application itself (`client_credentials`), for a user that
   * the partner registered (`registration_code`), for a user who returned from the authorisation page
   * (`authorization_code`), or with a refresh token (`refresh_token`). A refresh ends the user's previous access token
   * at once.
   *
   * `POST /oauth/token`
   *
   * @throws {TypeError} for a mistake in the arguments or options.
   * @throws {WiseFailure} for everything else, by `code`.
   */
  token(args: OauthTokenArgs, options?: CallOptions): CallPromise<TokenResponse>;
}

/** Every operation of the contract, by resource. */
export interface Resources {
  readonly cards: CardsResource;
  readonly permissions: PermissionsResource;
  readonly spendingLimits: SpendingLimitsResource;
  readonly cardData: CardDataResource;
  readonly sca: ScaResource;
  readonly oauth: OauthResource;
}
