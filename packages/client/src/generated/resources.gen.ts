// Generated from spec/ by `pnpm generate`; edit the contract instead.

import type { CallPromise } from "../call/call-promise.ts";
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
  CardStatusChange,
  ClientCredentialsGrant,
  EncryptionKey,
  OneTimeTokenStatus,
  OtpDelivery,
  PermissionList,
  PermissionUpdate,
  RefreshTokenGrant,
  RegistrationCodeGrant,
  SpendingList,
  TokenAnswer,
  UpdatablePermissionType,
} from "@wisekit/spec";

/** Arguments of `cards.list`. */
export interface CardsListArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** How many cards a page holds at most. Default: 10. From 10 to 100. */
  pageSize?: number | undefined;
  /** Which page to return. The first is 1. Default: 1. At least 1. */
  pageNumber?: number | undefined;
}

/** Arguments of `cards.list.all`. */
export interface CardsListAllArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** How many cards a page holds at most. Default: 10. From 10 to 100. */
  pageSize?: number | undefined;
}

/** Arguments of `cards.get`. */
export interface CardsGetArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `cards.updateStatus`. */
export interface CardsUpdateStatusArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
  /** A status that can be asked for. */
  status: CardStatusChange;
}

/** Arguments of `cards.resetPinCount`. */
export interface CardsResetPinCountArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `cards.updatePhoneNumber`. */
export interface CardsUpdatePhoneNumberArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /**
   * The card, by its token. Any form of token is taken here. Assumed, not documented by Wise: No source of this
   * operation says that the token is a UUID, and one has an example that is none.
   */
  cardToken: string;
  /**
   * A valid phone number, with a plus sign and the country code. Assumed, not documented by Wise: No source says how
   * long the number may be or what may stand between its digits. The lengths are those of the phone number of a
   * profile.
   */
  phoneNumber: string;
}

/** Arguments of `permissions.list`. */
export interface PermissionsListArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `permissions.update`. */
export interface PermissionsUpdateArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
  /** A kind of transaction whose permission can be set. */
  type: UpdatablePermissionType;
  /** Whether such transactions are to be allowed. */
  isEnabled: boolean;
}

/** Arguments of `permissions.updateMany`. */
export interface PermissionsUpdateManyArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
  /**
   * The permissions to set. An empty list changes nothing. Where one kind of transaction stands twice, the last entry
   * counts. Assumed, not documented by Wise: No source says what an empty list or a repeated type does.
   */
  permissions: PermissionUpdate[];
}

/** Arguments of `spendingLimits.list`. */
export interface SpendingLimitsListArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
}

/** Arguments of `spendingLimits.set`. */
export interface SpendingLimitsSetArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
  /** The span of time that a card's limit counts over. */
  cardLimitType: CardLimitType;
  /** How much may be spent in that span, in units of the card's currency. At least 0. */
  maxLimitAmount: number;
}

/** Arguments of `spendingLimits.remove`. */
export interface SpendingLimitsRemoveArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
  /** The card, by its token. The token is an identifier, not a credential. */
  cardToken: string;
  /** The limit to remove. */
  cardLimitType: CardLimitType;
}

/** Arguments of `spendingLimits.listForProfile`. */
export interface SpendingLimitsListForProfileArgs {
  /**
   * The profile whose cards these are. At least 1. Assumed, not documented by Wise: No source bounds the number; one
   * below 1 is no identifier.
   */
  profileId: number;
}

/** Arguments of `cardData.encryptionKey`. */
export type CardDataEncryptionKeyArgs = Record<string, never>;

/** Arguments of `cardData.details`. */
export interface CardDataDetailsArgs {
  /** The card whose data is asked for. */
  cardToken: string;
  /** Which version of the key the payload was sealed with. At least 1. */
  keyVersion: number;
  /**
   * A JWE in compact form that carries a fresh 256-bit content encryption key to Wise. The answer comes back under
   * that same key. Assumed, not documented by Wise: No source says what the plaintext of the JWE is. Ours is a JSON
   * object with a `nonce`, a UUID that the answer repeats; with any other plaintext the nonce is the server's own.
   */
  encryptedPayload: string;
}

/** Arguments of `cardData.pin`. */
export interface CardDataPinArgs {
  /** The card whose data is asked for. */
  cardToken: string;
  /** Which version of the key the payload was sealed with. At least 1. */
  keyVersion: number;
  /**
   * A JWE in compact form that carries a fresh 256-bit content encryption key to Wise. The answer comes back under
   * that same key. Assumed, not documented by Wise: No source says what the plaintext of the JWE is. Ours is a JSON
   * object with a `nonce`, a UUID that the answer repeats; with any other plaintext the nonce is the server's own.
   */
  encryptedPayload: string;
}

/** Arguments of `sca.status`. */
export interface ScaStatusArgs {
  /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
  oneTimeToken: string;
}

/** Arguments of `sca.triggerSms`. */
export interface ScaTriggerSmsArgs {
  /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
  oneTimeToken: string;
}

/** Arguments of `sca.verifySms`. */
export interface ScaVerifySmsArgs {
  /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
  oneTimeToken: string;
  /** The six digits. In the sandbox they are always 111111. */
  otpCode: string;
}

/** Arguments of `sca.triggerWhatsapp`. */
export interface ScaTriggerWhatsappArgs {
  /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
  oneTimeToken: string;
}

/** Arguments of `sca.verifyWhatsapp`. */
export interface ScaVerifyWhatsappArgs {
  /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
  oneTimeToken: string;
  /** The six digits. In the sandbox they are always 111111. */
  otpCode: string;
}

/** Arguments of `sca.triggerVoice`. */
export interface ScaTriggerVoiceArgs {
  /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
  oneTimeToken: string;
}

/** Arguments of `sca.verifyVoice`. */
export interface ScaVerifyVoiceArgs {
  /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
  oneTimeToken: string;
  /** The six digits. In the sandbox they are always 111111. */
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
   * Returns the cards of a profile, one page at a time. The order is not documented. A page past the last one is
   * empty.
   *
   * Assumed error codes, which no source documents: `request.invalid`.
   *
   * Assumed, not documented by Wise: No source says what a page past the end answers. Assumed, not documented by Wise:
   * No source bounds the number; one below 1 is no identifier.
   *
   * `GET /v3/spend/profiles/{profileId}/cards`
   */
  (args: CardsListArgs, options?: CallOptions): CallPromise<CardPage>;
  /** Every item, page after page, with one page in memory. Pages hold 100 items unless `pageSize` says otherwise. */
  all(args: CardsListAllArgs, options?: PageOptions): AsyncGenerator<Card, void, undefined>;
}

/** The operations of `cards`. */
export interface CardsResource {
  readonly list: CardsListCall;
  /**
   * Returns one card.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source bounds the number; one below 1 is no identifier. Assumed, not
   * documented by Wise: No source documents the answer to a card that does not exist or is another profile's; the body
   * has the shape of the other client errors.
   *
   * `GET /v3/spend/profiles/{profileId}/cards/{cardToken}`
   */
  get(args: CardsGetArgs, options?: CallOptions): CallPromise<Card>;
  /**
   * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card brings its
   * order to COMPLETED. Asking for the status that the card has already changes nothing and succeeds.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `card.status.transition.not.allowed`,
   * `request.invalid`.
   *
   * Assumed, not documented by Wise: No source says what asking for the present status answers. Assumed, not
   * documented by Wise: No source bounds the number; one below 1 is no identifier. Assumed, not documented by Wise: No
   * source documents the answer to a card that does not exist or is another profile's; the body has the shape of the
   * other client errors. Assumed, not documented by Wise: No source documents the answer to an illegal transition.
   *
   * `PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/status`
   */
  updateStatus(args: CardsUpdateStatusArgs, options?: CallOptions): CallPromise<Card>;
  /**
   * Sets the count of wrong PIN entries back to zero. After more than three wrong entries every further transaction is
   * declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip has a count of its own, which sometimes
   * has to be reset at a cash machine.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source bounds the number; one below 1 is no identifier. Assumed, not
   * documented by Wise: No source documents the answer to a card that does not exist or is another profile's; the body
   * has the shape of the other client errors.
   *
   * `POST /v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count`
   */
  resetPinCount(args: CardsResetPinCountArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Sets the phone number that belongs to a card. Not for partners who joined after 1 March 2025, whose customers get
   * their one-time passwords on the phone number of the profile.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `card.phone.number.invalid`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source bounds the number; one below 1 is no identifier. Assumed, not
   * documented by Wise: No source of this operation says that the token is a UUID, and one has an example that is
   * none. Assumed, not documented by Wise: No source says how long the number may be or what may stand between its
   * digits. The lengths are those of the phone number of a profile. Assumed, not documented by Wise: No source
   * documents the answer to a card that does not exist or is another profile's; the body has the shape of the other
   * client errors. Assumed, not documented by Wise: No source documents the answer to a phone number that is none, nor
   * what makes it one.
   *
   * `PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/phone-number`
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
   * Assumed, not documented by Wise: No source bounds the number; one below 1 is no identifier. Assumed, not
   * documented by Wise: No source documents the answer to a card that does not exist or is another profile's; the body
   * has the shape of the other client errors.
   *
   * `GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions`
   */
  list(args: PermissionsListArgs, options?: CallOptions): CallPromise<PermissionList>;
  /**
   * Switches one kind of transaction on or off for a card. Use `permissions.updateMany` instead. Setting a permission
   * to what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `card.permission.locked`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source says what setting a permission to what it is answers, nor whether a
   * locked one can be disabled. Assumed, not documented by Wise: No source bounds the number; one below 1 is no
   * identifier. Assumed, not documented by Wise: No source documents the answer to a card that does not exist or is
   * another profile's; the body has the shape of the other client errors. Assumed, not documented by Wise: No source
   * documents the answer to enabling a locked permission.
   *
   * `PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions`
   *
   * @deprecated Deprecated by Wise. Use permissions.updateMany.
   */
  update(args: PermissionsUpdateArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Switches several kinds of transaction on or off for a card: all that are named, or, when one is refused, none.
   * Setting a permission to what it is already changes nothing and succeeds; a locked one can be disabled, not
   * enabled.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `card.permission.locked`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source says what setting a permission to what it is answers, nor whether a
   * locked one can be disabled. Assumed, not documented by Wise: No source bounds the number; one below 1 is no
   * identifier. Assumed, not documented by Wise: No source says what an empty list or a repeated type does. Assumed,
   * not documented by Wise: No source documents the answer to a card that does not exist or is another profile's; the
   * body has the shape of the other client errors. Assumed, not documented by Wise: No source documents the answer to
   * enabling a locked permission.
   *
   * `PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions`
   */
  updateMany(args: PermissionsUpdateManyArgs, options?: CallOptions): CallPromise<void>;
}

/** The operations of `spendingLimits`. */
export interface SpendingLimitsResource {
  /**
   * Returns the spending limits of a card and how much of each is used.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source bounds the number; one below 1 is no identifier. Assumed, not
   * documented by Wise: No source documents the answer to a card that does not exist or is another profile's; the body
   * has the shape of the other client errors.
   *
   * `GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits`
   *
   * @deprecated Deprecated by Wise.
   */
  list(args: SpendingLimitsListArgs, options?: CallOptions): CallPromise<SpendingList>;
  /**
   * Gives a card a limit of one kind, in place of the one it may have had. A limit for a transaction or a day is held
   * against the daily limit that the profile has for everything, one for a month against the monthly one; one for the
   * card's life has nothing above it.
   *
   * Assumed error codes, which no source documents: `card.limit.exceeds.profile.limit`, `card.not.found`,
   * `request.invalid`.
   *
   * Assumed, not documented by Wise: The source forbids a limit above that of the profile, but does not say which of
   * the profile's limits that is. Assumed, not documented by Wise: No source bounds the number; one below 1 is no
   * identifier. Assumed, not documented by Wise: No source documents the answer to a card that does not exist or is
   * another profile's; the body has the shape of the other client errors. Assumed, not documented by Wise: That it
   * cannot be is documented, the answer to trying is not.
   *
   * `PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits`
   *
   * @deprecated Deprecated by Wise.
   */
  set(args: SpendingLimitsSetArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Removes one spending limit of a card. Removing a limit that is not set changes nothing and succeeds.
   *
   * Assumed error codes, which no source documents: `card.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source says what removing a limit that is not set answers. Assumed, not
   * documented by Wise: No source bounds the number; one below 1 is no identifier. Assumed, not documented by Wise: No
   * source documents the answer to a card that does not exist or is another profile's; the body has the shape of the
   * other client errors.
   *
   * `DELETE /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType}`
   *
   * @deprecated Deprecated by Wise.
   */
  remove(args: SpendingLimitsRemoveArgs, options?: CallOptions): CallPromise<void>;
  /**
   * Returns the spending limits that all cards of a profile share.
   *
   * Assumed error codes, which no source documents: `request.invalid`.
   *
   * Assumed, not documented by Wise: No source bounds the number; one below 1 is no identifier.
   *
   * `GET /v3/spend/profiles/{profileId}/spending-limits`
   *
   * @deprecated Deprecated by Wise.
   */
  listForProfile(args: SpendingLimitsListForProfileArgs, options?: CallOptions): CallPromise<SpendingList>;
}

/** The operations of `cardData`. */
export interface CardDataResource {
  /**
   * Returns the public RSA key that requests for card data are sealed with.
   *
   * Assumed error codes, which no source documents: `request.invalid`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a token of the wrong kind.
   *
   * `GET /twcard-data/v1/clientSideEncryption/fetchEncryptingKey`
   */
  encryptionKey(args?: CardDataEncryptionKeyArgs, options?: CallOptions): CallPromise<EncryptionKey>;
  /**
   * Returns what is needed to pay with a card, sealed for the holder of the key in the request. The card must be
   * active or frozen. Profiles in the United Kingdom and the European Economic Area most likely need strong customer
   * authentication.
   *
   * May need strong customer authentication.
   *
   * Assumed error codes, which no source documents: `card.data.key.unknown`, `card.data.payload.invalid`,
   * `card.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source says what the plaintext of the JWE is. Ours is a JSON object with a
   * `nonce`, a UUID that the answer repeats; with any other plaintext the nonce is the server's own. Assumed, not
   * documented by Wise: No source documents the answer to a payload that cannot be opened. Assumed, not documented by
   * Wise: No source says what a one-time token that has not been passed, or is spent, is answered with; here it is a
   * new one. Assumed, not documented by Wise: No source documents the answer to a card that does not exist or is
   * another profile's; the body has the shape of the other client errors. Assumed, not documented by Wise: No source
   * documents the answer to an unknown key version.
   *
   * `POST /twcard-data/v1/sensitive-card-data/details`
   */
  details(args: CardDataDetailsArgs, options?: CallOptions): CallPromise<SealedCardData<CardDetails>>;
  /**
   * Returns the PIN of a card, sealed for the holder of the key in the request. The card must be active or frozen.
   * Profiles in the United Kingdom and the European Economic Area most likely need strong customer authentication.
   *
   * May need strong customer authentication.
   *
   * Assumed error codes, which no source documents: `card.data.key.unknown`, `card.data.payload.invalid`,
   * `card.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source says what the plaintext of the JWE is. Ours is a JSON object with a
   * `nonce`, a UUID that the answer repeats; with any other plaintext the nonce is the server's own. Assumed, not
   * documented by Wise: No source documents the answer to a payload that cannot be opened. Assumed, not documented by
   * Wise: No source says what a one-time token that has not been passed, or is spent, is answered with; here it is a
   * new one. Assumed, not documented by Wise: No source documents the answer to a card that does not exist or is
   * another profile's; the body has the shape of the other client errors. Assumed, not documented by Wise: No source
   * documents the answer to an unknown key version.
   *
   * `POST /twcard-data/v1/sensitive-card-data/pin`
   */
  pin(args: CardDataPinArgs, options?: CallOptions): CallPromise<SealedCardData<CardPin>>;
}

/** The operations of `sca`. */
export interface ScaResource {
  /**
   * Returns the challenges of a one-time token and which of them have been passed.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a token of the wrong kind. Assumed, not
   * documented by Wise: No source documents the answer to an unknown one-time token.
   *
   * `GET /v1/one-time-token/status`
   */
  status(args: ScaStatusArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
  /**
   * Sends a one-time password to the user by a text message. Every call sends another one.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a token of the wrong kind. Assumed, not
   * documented by Wise: No source documents the answer to an unknown one-time token.
   *
   * `POST /v1/one-time-token/sms/trigger`
   */
  triggerSms(args: ScaTriggerSmsArgs, options?: CallOptions): CallPromise<OtpDelivery>;
  /**
   * Passes the challenge of a one-time token with the password that the user received by a text message. After five
   * wrong ones in a row no further tokens are made for fifteen minutes.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`,
   * `sca.attempts.exceeded`, `sca.otp.incorrect`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a wrong one-time password; the vendor's PIN
   * challenge answers 400. Assumed, not documented by Wise: No source documents the answer to a token of the wrong
   * kind. Assumed, not documented by Wise: No source documents the answer to an unknown one-time token.
   *
   * `POST /v1/one-time-token/sms/verify`
   */
  verifySms(args: ScaVerifySmsArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
  /**
   * Sends a one-time password to the user by a WhatsApp message. Every call sends another one.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a token of the wrong kind. Assumed, not
   * documented by Wise: No source documents the answer to an unknown one-time token.
   *
   * `POST /v1/one-time-token/whatsapp/trigger`
   */
  triggerWhatsapp(args: ScaTriggerWhatsappArgs, options?: CallOptions): CallPromise<OtpDelivery>;
  /**
   * Passes the challenge of a one-time token with the password that the user received by a WhatsApp message. After
   * five wrong ones in a row no further tokens are made for fifteen minutes.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`,
   * `sca.attempts.exceeded`, `sca.otp.incorrect`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a wrong one-time password; the vendor's PIN
   * challenge answers 400. Assumed, not documented by Wise: No source documents the answer to a token of the wrong
   * kind. Assumed, not documented by Wise: No source documents the answer to an unknown one-time token.
   *
   * `POST /v1/one-time-token/whatsapp/verify`
   */
  verifyWhatsapp(args: ScaVerifyWhatsappArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
  /**
   * Sends a one-time password to the user by a phone call. Every call sends another one.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a token of the wrong kind. Assumed, not
   * documented by Wise: No source documents the answer to an unknown one-time token.
   *
   * `POST /v1/one-time-token/voice/trigger`
   */
  triggerVoice(args: ScaTriggerVoiceArgs, options?: CallOptions): CallPromise<OtpDelivery>;
  /**
   * Passes the challenge of a one-time token with the password that the user received by a phone call. After five
   * wrong ones in a row no further tokens are made for fifteen minutes.
   *
   * Assumed error codes, which no source documents: `one.time.token.not.found`, `request.invalid`,
   * `sca.attempts.exceeded`, `sca.otp.incorrect`.
   *
   * Assumed, not documented by Wise: No source documents the answer to a wrong one-time password; the vendor's PIN
   * challenge answers 400. Assumed, not documented by Wise: No source documents the answer to a token of the wrong
   * kind. Assumed, not documented by Wise: No source documents the answer to an unknown one-time token.
   *
   * `POST /v1/one-time-token/voice/verify`
   */
  verifyVoice(args: ScaVerifyVoiceArgs, options?: CallOptions): CallPromise<OneTimeTokenStatus>;
}

/** The operations of `oauth`. */
export interface OauthResource {
  /**
   * Exchanges a grant for an access token: the partner's own (`client_credentials`), a registered user's
   * (`registration_code`), that of a user who came back from the authorisation page (`authorization_code`), or a new
   * one for a refresh token (`refresh_token`).
   *
   * `POST /oauth/token`
   */
  token(args: OauthTokenArgs, options?: CallOptions): CallPromise<TokenAnswer>;
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
