// Generated from spec/ by `pnpm generate` (scripts/generate/emit-contract-types.ts); edit the contract instead.

export interface paths {
  "/v3/spend/profiles/{profileId}/cards": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
      };
      cookie?: never;
    };
    /**
     * List cards
     *
     * Returns the cards of a profile, page by page. A page beyond the last one is empty.
     */
    get: operations["cardList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    /**
     * Get a card
     *
     * Returns a card.
     */
    get: operations["cardGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}/status": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Update the status of a card
     *
     * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card sets its
     * card order to COMPLETED. Setting the current status succeeds and changes nothing.
     */
    put: operations["cardStatusUpdate"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reset the PIN entry count
     *
     * Resets the count of incorrect PIN entries to zero. After more than three incorrect entries, transactions are
     * declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip of the card keeps a separate count,
     * which may have to be reset at an ATM.
     */
    post: operations["cardPinCountReset"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}/phone-number": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card, in any format. */
        cardToken: components["parameters"]["LooseCardToken"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Update the phone number of a card
     *
     * Updates the phone number of a card. Not available to partners who joined after 1 March 2025: their customers
     * receive one-time passwords on the phone number of the profile.
     *
     * @deprecated
     */
    put: operations["cardPhoneNumberUpdate"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    /**
     * List spending permissions
     *
     * Returns the spending permissions of a card.
     */
    get: operations["cardPermissionsGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update a spending permission
     *
     * Enables or disables one type of transaction for a card. Setting the current value succeeds and changes nothing.
     * A locked permission cannot be updated.
     *
     * @deprecated
     */
    patch: operations["cardPermissionsUpdate"];
    trace?: never;
  };
  "/v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update several spending permissions
     *
     * Enables or disables several types of transaction for a card. If one of them is rejected, none is changed.
     * Setting the current value succeeds and changes nothing. A locked permission cannot be updated.
     */
    patch: operations["cardPermissionsBulkUpdate"];
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    /**
     * List the spending limits of a card
     *
     * Returns the spending limits of a card and how much of each has been used.
     *
     * @deprecated
     */
    get: operations["cardSpendingLimitsGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Set a spending limit of a card
     *
     * Sets or replaces one spending limit of a card. It cannot exceed the general limit of the profile: a TRANSACTION
     * or DAILY limit is compared with the daily one, a MONTHLY limit with the monthly one. A LIFETIME limit is not
     * compared.
     *
     * @deprecated
     */
    patch: operations["cardSpendingLimitsUpdate"];
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
        /** The type of the limit to remove. */
        cardLimitType: components["parameters"]["CardLimitType"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a spending limit of a card
     *
     * Removes one spending limit of a card. Removing a limit that is not set succeeds and changes nothing.
     *
     * @deprecated
     */
    delete: operations["cardSpendingLimitsDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/spending-limits": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
      };
      cookie?: never;
    };
    /**
     * List the spending limits of a profile
     *
     * Returns the spending limits that apply to all cards of a profile together.
     *
     * @deprecated
     */
    get: operations["spendControlsProfileLimitsGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the encryption key
     *
     * Returns the public RSA key to encrypt card-data requests with.
     */
    get: operations["cardEncryptionKeyGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/twcard-data/v1/sensitive-card-data/details": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get sensitive card details
     *
     * Returns the PAN, CVV2 and expiry date of a card, encrypted with the key in the request. The card must be ACTIVE
     * or FROZEN. Profiles in the United Kingdom and the European Economic Area are likely to need strong customer
     * authentication.
     */
    post: operations["cardSensitiveDetailsGet"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/twcard-data/v1/sensitive-card-data/pin": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get the PIN
     *
     * Returns the PIN of a card, encrypted with the key in the request. The card must be ACTIVE or FROZEN. Profiles in
     * the United Kingdom and the European Economic Area are likely to need strong customer authentication.
     */
    post: operations["cardPinGet"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/one-time-token/status": {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    /**
     * Get a one-time token
     *
     * Returns the challenges of a one-time token and whether they have been passed.
     */
    get: operations["ottStatusGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/one-time-token/sms/trigger": {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a one-time password by text message
     *
     * Sends a one-time password to the user by text message. Every call sends a new one.
     */
    post: operations["ottSmsTrigger"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/one-time-token/sms/verify": {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Verify a one-time password sent by text message
     *
     * Verifies the one-time password that the user received by text message, and so passes the challenge. Call
     * `sca.triggerSms` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15
     * minutes.
     */
    post: operations["ottSmsVerify"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/one-time-token/whatsapp/trigger": {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a one-time password by WhatsApp
     *
     * Sends a one-time password to the user by WhatsApp. Every call sends a new one.
     */
    post: operations["ottWhatsappTrigger"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/one-time-token/whatsapp/verify": {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Verify a one-time password sent by WhatsApp
     *
     * Verifies the one-time password that the user received by WhatsApp, and so passes the challenge. Call
     * `sca.triggerWhatsapp` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15
     * minutes.
     */
    post: operations["ottWhatsappVerify"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/one-time-token/voice/trigger": {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a one-time password by phone call
     *
     * Sends a one-time password to the user by phone call. Every call sends a new one.
     */
    post: operations["ottVoiceTrigger"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/one-time-token/voice/verify": {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Verify a one-time password sent by phone call
     *
     * Verifies the one-time password that the user received by phone call, and so passes the challenge. Call
     * `sca.triggerVoice` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15
     * minutes.
     */
    post: operations["ottVoiceVerify"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/oauth/token": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get an access token
     *
     * Exchanges a grant for an access token: for the partner application itself (`client_credentials`), for a user
     * that the partner registered (`registration_code`), for a user who returned from the authorisation page
     * (`authorization_code`), or with a refresh token (`refresh_token`). A refresh ends the user's previous access
     * token at once.
     */
    post: operations["oauthToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
/** Gets an access token for a user who returned from the authorisation page of Wise. */
export type AuthorizationCodeGrant = {
  /** The type of the grant. */
  grant_type: "authorization_code";
  /** The partner's client id. */
  client_id: string;
  /** The authorisation code from the redirect. It can be used once. */
  code: string;
  /**
   * The URL that the user was redirected to.
   *
   * Format: uri
   */
  redirect_uri: string;
};
/** A Wise card of a profile. */
export type Card = {
  /**
   * The token of the card. It identifies the card.
   *
   * @example ca0c8154-1e14-4464-a1ce-dcea7dc3de52
   */
  token: string;
  /**
   * The profile that owns the card.
   *
   * Format: int64
   * @example 123456
   */
  profileId: number;
  /**
   * The client id of the partner that issued the card.
   *
   * @example wise_api_docs
   */
  clientId: string | null;
  status: CardStatusInfo;
  /**
   * The name of the cardholder. Spelled `cardHolderName` here, but `cardholderName` in the sensitive details.
   *
   * @example John Smith
   */
  cardHolderName?: string | null;
  /**
   * When the card expires.
   *
   * Format: date-time
   * @example 2028-05-31T00:00:00Z
   */
  expiryDate?: string | null;
  /**
   * The last four digits of the PAN.
   *
   * @example 6320
   */
  lastFourDigits: string | null;
  /**
   * The bank identification number (BIN), which is the first digits of the PAN and identifies the issuer.
   *
   * @example 459661
   */
  bankIdentificationNumber?: string | null;
  /**
   * The phone number of the card.
   *
   * @example +441234567890
   */
  phoneNumber?: string | null;
  /** The program that the card was issued under. */
  cardProgram?: CardProgram | null;
  /**
   * How to unlock the locked spending permissions of a physical card. Not in older responses.
   *
   * @example WITH_PARTNER_API
   */
  unlockSpendingPermissions?:
    | "WITH_PARTNER_API"
    | "WITH_FIRST_CHIP_AND_PIN_TRANSACTION"
    | "NONE"
    | null
    | (string & {});
  /**
   * When the card was created, with up to nine fractional digits.
   *
   * Format: date-time
   * @example 2022-05-31T01:43:24.596321434Z
   */
  creationTime?: string | null;
  /**
   * When the card was last modified, with up to nine fractional digits.
   *
   * Format: date-time
   * @example 2022-05-31T01:43:24.596321825Z
   */
  modificationTime?: string | null;
};
/** The sensitive details of a card, which are needed to pay with it. */
export type CardDetails = {
  /**
   * A UUID from the cryptographic exchange.
   *
   * Format: uuid
   * @example 33d51227-9ad6-4624-b4b7-7853b56076dd
   */
  nonce?: string | null;
  /**
   * The CVV2.
   *
   * @example 111
   */
  cvv2: string | null;
  /**
   * The PAN.
   *
   * @example 4396910000012345
   */
  pan: string;
  /**
   * The expiry date, as MM/YY.
   *
   * @example 10/31
   */
  expiryDate: string | null;
  /**
   * The name of the cardholder. Spelled `cardholderName` here, but `cardHolderName` in the card.
   *
   * @example John Smith
   */
  cardholderName?: string | null;
};
/**
 * The period of a card limit.
 *
 * @example LIFETIME
 */
export type CardLimitType = "TRANSACTION" | "DAILY" | "MONTHLY" | "LIFETIME";
/** The limit to set. */
export type CardLimitUpdate = {
  cardLimitType: CardLimitType;
  /**
   * The maximum amount in a period, in units of the currency of the card.
   *
   * Format: float
   * @example 5000
   */
  maxLimitAmount: number;
};
/** A page of the cards of a profile. */
export type CardPage = {
  /** The cards on this page. */
  cards: Card[];
  /**
   * The total number of cards on all pages.
   *
   * Format: int64
   * @example 1
   */
  totalCount: number;
};
/** A card and its phone number. */
export type CardPhoneNumber = {
  /**
   * The token of the card. It identifies the card.
   *
   * @example 12345-12345-12345-12345
   */
  token: string;
  /**
   * The profile that owns the card.
   *
   * Format: int64
   * @example 30000000
   */
  profileId: number;
  /**
   * The new phone number of the card.
   *
   * @example +6588888888
   */
  phoneNumber: string | null;
};
/** The PIN of the card. */
export type CardPin = {
  /**
   * A UUID from the cryptographic exchange.
   *
   * Format: uuid
   * @example 33d51227-9ad6-4624-b4b7-7853b56076dd
   */
  nonce?: string | null;
  /**
   * The PIN.
   *
   * @example 1234
   */
  pin: string;
};
/** The program that the card was issued under. */
export type CardProgram = {
  /**
   * The name of the program.
   *
   * @example VISA_DEBIT_BUSINESS_UK_1
   */
  name?: string | null;
  /**
   * The card network.
   *
   * @example VISA
   */
  scheme?: "VISA" | "MASTERCARD" | null | (string & {});
  /**
   * The default currency of the card, as an ISO 4217 code.
   *
   * @example GBP
   */
  defaultCurrency?: string | null;
  /**
   * Whether the card is physical or virtual. Older responses have VIRTUAL_NON_UPGRADEABLE instead of VIRTUAL.
   *
   * @example VIRTUAL
   */
  cardType?: "PHYSICAL" | "VIRTUAL" | "VIRTUAL_NON_UPGRADEABLE" | null | (string & {});
};
/**
 * The status of a card.
 *
 * @example ACTIVE
 */
export type CardStatus =
  | "ACTIVE"
  | "INACTIVE"
  | "BLOCKED"
  | "FROZEN"
  | "PARTNER_SUSPENDED"
  | "EXPIRED"
  | "PURGED"
  | (string & {});
/** The status of a card, with what else is known about it. */
export type CardStatusInfo = {
  value: CardStatus;
  /**
   * The statuses that the card can change to. Wise announced its removal for 1 December 2023, without a replacement;
   * kept for responses that still contain it.
   *
   * @deprecated
   * @example [ "FROZEN", "BLOCKED" ]
   */
  allowedTransitions?: string[] | null;
};
/** The status to set. */
export type CardStatusUpdate = {
  status: UpdatableCardStatus;
};
/** A challenge to pass. Either the primary challenge or one of the alternatives is enough. */
export type Challenge = {
  primaryChallenge: ChallengeOption;
  /** Other ways to pass the challenge. */
  alternatives?: ChallengeOption[] | null;
  /**
   * Whether this challenge must be passed before the token can be used.
   *
   * @example true
   */
  required?: boolean | null;
  /**
   * Whether this challenge has been passed.
   *
   * @example false
   */
  passed?: boolean | null;
};
/** One way to pass a challenge. */
export type ChallengeOption = {
  /**
   * The type of the challenge.
   *
   * @example SMS
   */
  type: "PIN" | "FACE_MAP" | "SMS" | "WHATSAPP" | "VOICE" | "PARTNER_DEVICE_FINGERPRINT" | (string & {});
  /** What to show to the user. The fields depend on the type. */
  viewData?: {
    [key: string]: unknown;
  } | null;
};
/** Gets an access token for the partner application itself, without a refresh token. */
export type ClientCredentialsGrant = {
  /** The type of the grant. */
  grant_type: "client_credentials";
};
/** The public key to encrypt card-data requests with. */
export type EncryptionKey = {
  /**
   * The version of the key. Send it back as `keyVersion`. Currently always 1.
   *
   * Format: int32
   * @example 1
   */
  version: number;
  /**
   * The RSA public key, as PEM, base64 or base64url of a DER SubjectPublicKeyInfo or of an RSAPublicKey of PKCS #1.
   *
   * @example <encryption key>
   */
  key: string;
};
/** What kind of error it is. */
export type ErrorCode =
  | "request.invalid"
  | "card.not.found"
  | "card.status.transition.not.allowed"
  | "card.limit.exceeds.profile.limit"
  | "card.phone.number.invalid"
  | "card.data.payload.invalid"
  | "card.data.key.unknown"
  | "one.time.token.not.found"
  | "sca.otp.incorrect"
  | "sca.attempts.exceeded"
  | "NotNull"
  | "Size"
  | "TOO_SMALL"
  | "MISSING"
  | "NOT_VALID"
  | "UNEXPECTED"
  | "UNEXPECTED_ERROR"
  | (string & {});
/** One error in a request. */
export type ErrorEntry = {
  code: ErrorCode;
  /**
   * What is wrong, as a text for developers.
   *
   * @example must be between 10 and 100
   */
  message: string | null;
  /**
   * Where the value is, from the root of the body or of the parameters.
   *
   * @example pageSize
   */
  path?: string | null;
  /** Values that the message mentions. */
  arguments?: unknown[] | null;
};
/** The errors in a request. */
export type ErrorList = {
  /**
   * When the request was rejected.
   *
   * Format: date-time
   * @example 2026-11-20T10:15:30Z
   */
  timestamp?: string | null;
  /** The errors. A code is not unique; read it together with its path. */
  errors: ErrorEntry[];
};
/** Why a request was not allowed. */
export type ErrorMessage = {
  /** When the request was rejected. Both date-times and numbers occur. */
  timestamp?: string | number | null;
  /**
   * The HTTP status.
   *
   * @example 403
   */
  status: number;
  /**
   * The name of the status.
   *
   * @example Forbidden
   */
  error?: string | null;
  /**
   * What is wrong, as a text for developers.
   *
   * @example Card data is only available for active and frozen cards
   */
  message?: string | null;
  /** The path of the request. */
  path?: string | null;
};
/** Something went wrong at Wise. */
export type GatewayError = {
  /**
   * What went wrong.
   *
   * @example Internal server error
   */
  message: string | null;
  /**
   * The identifier that Wise gave the request.
   *
   * @example 4bf92f3577b34da6a3ce929d0e0e4736
   */
  request_id?: string | null;
};
/** A limit and how much of it has been used. */
export type Limit = {
  /**
   * The period of the limit. WEEKLY is documented, but cannot be set.
   *
   * @example LIFETIME
   */
  type: "TRANSACTION" | "DAILY" | "WEEKLY" | "MONTHLY" | "LIFETIME" | (string & {});
  /**
   * The amount authorised in the current period, in units of the currency.
   *
   * @example 2993.76
   */
  usage?: number | null;
  /**
   * The maximum amount in a period, in units of the currency.
   *
   * @example 5000
   */
  threshold: number;
  /**
   * The currency of the amounts, as an ISO 4217 code.
   *
   * @example AUD
   */
  currency: string;
  /**
   * When the current period ends. Null if the limit is never reset.
   *
   * Format: date-time
   * @example null
   */
  expiresAt?: string | null;
};
/** Why a token or grant was rejected, in the format of RFC 6749, section 5.2. */
export type OAuthError = {
  /** The kind of error. */
  error:
    | "invalid_request"
    | "invalid_client"
    | "invalid_grant"
    | "invalid_token"
    | "unsupported_grant_type"
    | "unauthorized"
    | (string & {});
  /**
   * What is wrong, as a text for developers.
   *
   * @example The access token is missing or has expired
   */
  error_description?: string | null;
};
/** A one-time token. It can be used once all required challenges are passed. */
export type OneTimeToken = {
  /**
   * The one-time token.
   *
   * @example 5b8c1b6c-0b0e-4c4f-9d0a-52f7cf1e3c5e
   */
  oneTimeToken: string;
  /** The challenges that have not been passed yet. Empty when the token can be used. */
  challenges: Challenge[];
  /**
   * How many seconds the token remains valid.
   *
   * Format: int64
   * @example 3600
   */
  validity?: number | null;
  /**
   * The action that the token is for.
   *
   * @example BALANCE__GET_STATEMENT
   */
  actionType?: string | null;
  /**
   * The user that the token was issued to.
   *
   * Format: int64
   * @example 101
   */
  userId?: number | null;
};
/** The status of a one-time token. */
export type OneTimeTokenStatus = {
  oneTimeTokenProperties: OneTimeToken;
};
/** Where the one-time password was sent. */
export type OtpDelivery = {
  /**
   * The phone number, with only the last digits visible.
   *
   * @example *********8888
   */
  obfuscatedPhoneNo: string;
};
/** The one-time password that the user received. */
export type OtpVerification = {
  /**
   * The one-time password, six digits. Always 111111 in the sandbox.
   *
   * @example 111111
   */
  otpCode: string;
};
/** Whether a card may make one type of transaction. */
export type Permission = {
  type: PermissionType;
  /**
   * Whether this type of transaction is allowed.
   *
   * @example false
   */
  isEnabled: boolean;
  /**
   * Whether the permission is locked. A locked permission cannot be enabled. Not in older responses.
   *
   * @example false
   */
  isLocked?: boolean | null;
};
/** The spending permissions of a card. */
export type PermissionList = {
  /** One permission for each type of transaction. */
  permissions: Permission[];
};
/**
 * A type of transaction.
 *
 * @example ECOM
 */
export type PermissionType =
  | "ECOM"
  | "POS_CHIP"
  | "POS_MAGSTRIPE"
  | "POS_CONTACTLESS"
  | "ATM_WITHDRAWAL"
  | "MOBILE_WALLETS"
  | (string & {});
/** A permission to update. */
export type PermissionUpdate = {
  type: UpdatablePermissionType;
  /**
   * Whether to allow this type of transaction.
   *
   * @example true
   */
  isEnabled: boolean;
};
/** The permissions to update. If one of them is rejected, none is changed. */
export type PermissionUpdates = {
  /**
   * The permissions to update. An empty list changes nothing. If a type occurs more than once, the last entry applies.
   */
  permissions: PermissionUpdate[];
};
/** The phone number to set. */
export type PhoneNumberUpdate = {
  /**
   * A valid phone number that starts with + and the country code.
   *
   * @example +6588888888
   */
  phoneNumber: string;
};
/** Gets a new access token with a refresh token. */
export type RefreshTokenGrant = {
  /** The type of the grant. */
  grant_type: "refresh_token";
  /** The refresh token. */
  refresh_token: string;
};
/** Gets an access token for a user that the partner registered. */
export type RegistrationCodeGrant = {
  /** The type of the grant. */
  grant_type: "registration_code";
  /** The partner's client id. */
  client_id: string;
  /**
   * The user's email address.
   *
   * Format: email
   */
  email: string;
  /** The code that the user was registered with. */
  registration_code: string;
};
/** The result of strong customer authentication for a request. */
export type ScaResult = "APPROVED" | "REJECTED" | (string & {});
/** An encrypted request for card data. */
export type SealedRequest = {
  /**
   * The version of the key that the payload was encrypted with. Currently always 1.
   *
   * Format: int32
   * @example 1
   */
  keyVersion: number;
  /**
   * A JWE in compact serialization that transports a new 256-bit content encryption key to Wise. The response is
   * encrypted with that key. In the example requests of the vendor ciphertext and tag are empty, so that the key is
   * all that the request carries.
   *
   * @example <your JWE>
   */
  encryptedPayload: string;
};
/**
 * A JWE in compact serialization, encrypted directly (`alg: dir`) with the content encryption key of the request. It
 * contains the fields of the JSON form of this response.
 */
export type SealedResponse = string;
/** The limits for one type of transaction. */
export type Spending = {
  /**
   * The type of transaction. GENERAL covers all of them.
   *
   * @example GENERAL
   */
  type:
    | "ATM_WITHDRAWAL"
    | "ECOM_PURCHASE"
    | "CHIP_WALLET_PURCHASE"
    | "CONTACTLESS_PURCHASE"
    | "GENERAL"
    | (string & {});
  /** The limits. */
  limits: Limit[];
};
/** Spending limits, by type of transaction. */
export type SpendingList = {
  /** One entry for each type of transaction that has limits. */
  spendings: Spending[];
};
/** A grant, of the type that `grant_type` names. */
export type TokenRequest = ClientCredentialsGrant | RegistrationCodeGrant | AuthorizationCodeGrant | RefreshTokenGrant;
/** An access token and how long it is valid. */
export type TokenResponse = {
  /**
   * The access token. Send it as a bearer token.
   *
   * @example ba8dce89-08eb-4d3c-8a6f-5b0f1b8f6a11
   */
  access_token: string;
  /** The type of the token. */
  token_type: "bearer" | (string & {});
  /**
   * The refresh token. For users only.
   *
   * @example 5e7a9ab2-2b4b-4b8e-9a51-7b6a8e9c5f0d
   */
  refresh_token?: string | null;
  /**
   * How many seconds the access token is valid.
   *
   * Format: int32
   * @example 43199
   */
  expires_in: number;
  /**
   * When the access token expires.
   *
   * Format: date-time
   * @example 2026-11-20T22:15:29Z
   */
  expires_at?: string | null;
  /**
   * How many seconds the refresh token is valid. For users only.
   *
   * Format: int32
   * @example 628639555
   */
  refresh_token_expires_in?: number | null;
  /**
   * When the refresh token expires. For users only.
   *
   * Format: date-time
   * @example 2046-10-22T10:15:30Z
   */
  refresh_token_expires_at?: string | null;
  /**
   * The scope of the access token.
   *
   * @example transfers
   */
  scope?: string | null;
  /**
   * When the access token was created. For users only.
   *
   * Format: date-time
   * @example 2026-11-20T10:15:30Z
   */
  created_at?: string | null;
};
/** Why a valid request was not carried out. */
export type UnprocessableMessage = {
  /**
   * What is wrong, as a text for developers.
   *
   * @example Permission 'POS_CONTACTLESS' is locked for this card and cannot be updated
   */
  message: string | null;
};
/**
 * A status that can be set.
 *
 * @example ACTIVE
 */
export type UpdatableCardStatus = "ACTIVE" | "FROZEN" | "BLOCKED";
/**
 * A type of transaction whose permission can be updated.
 *
 * @example ECOM
 */
export type UpdatablePermissionType =
  | "ECOM"
  | "POS_CHIP"
  | "POS_MAGSTRIPE"
  | "POS_CONTACTLESS"
  | "ATM_WITHDRAWAL"
  | "MOBILE_WALLETS";
export interface components {
  schemas: {
    AuthorizationCodeGrant: AuthorizationCodeGrant;
    Card: Card;
    CardDetails: CardDetails;
    CardLimitType: CardLimitType;
    CardLimitUpdate: CardLimitUpdate;
    CardPage: CardPage;
    CardPhoneNumber: CardPhoneNumber;
    CardPin: CardPin;
    CardProgram: CardProgram;
    CardStatus: CardStatus;
    CardStatusInfo: CardStatusInfo;
    CardStatusUpdate: CardStatusUpdate;
    Challenge: Challenge;
    ChallengeOption: ChallengeOption;
    ClientCredentialsGrant: ClientCredentialsGrant;
    EncryptionKey: EncryptionKey;
    ErrorCode: ErrorCode;
    ErrorEntry: ErrorEntry;
    ErrorList: ErrorList;
    ErrorMessage: ErrorMessage;
    GatewayError: GatewayError;
    Limit: Limit;
    OAuthError: OAuthError;
    OneTimeToken: OneTimeToken;
    OneTimeTokenStatus: OneTimeTokenStatus;
    OtpDelivery: OtpDelivery;
    OtpVerification: OtpVerification;
    Permission: Permission;
    PermissionList: PermissionList;
    PermissionType: PermissionType;
    PermissionUpdate: PermissionUpdate;
    PermissionUpdates: PermissionUpdates;
    PhoneNumberUpdate: PhoneNumberUpdate;
    RefreshTokenGrant: RefreshTokenGrant;
    RegistrationCodeGrant: RegistrationCodeGrant;
    ScaResult: ScaResult;
    SealedRequest: SealedRequest;
    SealedResponse: SealedResponse;
    Spending: Spending;
    SpendingList: SpendingList;
    TokenRequest: TokenRequest;
    TokenResponse: TokenResponse;
    UnprocessableMessage: UnprocessableMessage;
    UpdatableCardStatus: UpdatableCardStatus;
    UpdatablePermissionType: UpdatablePermissionType;
  };
  responses: {
    /** The request is invalid. Each error names the path of the value. */
    BadRequest: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorList;
      };
    };
    /** The card does not exist or belongs to another profile. */
    CardNotFound: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorList;
      };
    };
    /** The profile does not exist or belongs to someone else, or the access token is not a user's. */
    Forbidden: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorMessage;
      };
    };
    /**
     * With `x-2fa-approval-result: REJECTED`, the request needs strong customer authentication: clear the one-time
     * token in `x-2fa-approval`, then repeat the request with it. Without that header, the card has a status in which
     * its data is not available, or the access token is not a user's.
     */
    ForbiddenOrChallenged: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        "x-2fa-approval-result": components["headers"]["ScaResult"];
        "x-2fa-approval": components["headers"]["ScaToken"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorMessage;
      };
    };
    /** The one-time token does not exist, has expired or has been used. */
    OneTimeTokenNotFound: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorList;
      };
    };
    /**
     * Too many requests or, if the request needs a one-time token, too many failed challenges. Wait as long as
     * `Retry-After` says.
     */
    RateLimited: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        "Retry-After": components["headers"]["RetryAfter"];
        "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
        [name: string]: unknown;
      };
      content: {
        "application/json": {
          [key: string]: unknown;
        };
      };
    };
    /** Something went wrong at Wise. The request may or may not have been processed. */
    ServerError: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": GatewayError;
      };
    };
    /** The access token is missing, unknown, expired or revoked. */
    Unauthorized: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
        [name: string]: unknown;
      };
      content: {
        "application/json": OAuthError;
      };
    };
    /** Wise is temporarily unavailable. */
    Unavailable: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        /** How many seconds to wait before the next call. */
        "Retry-After"?: number;
        [name: string]: unknown;
      };
      content: {
        "application/json": GatewayError;
      };
    };
    /** The access token is not a user's. */
    UserTokenNeeded: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorMessage;
      };
    };
  };
  parameters: {
    /** The type of the limit to remove. */
    CardLimitType: CardLimitType;
    /** The token of the card. It is an identifier, not a credential. */
    CardToken: string;
    /** The token of the card whose data is requested. */
    CardTokenHeader: string;
    /**
     * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or store
     * it. A value of more than 36 characters is ignored.
     */
    CorrelationId: string;
    /** The token of the card, in any format. */
    LooseCardToken: string;
    /** The one-time token from the `x-2fa-approval` header of the rejected request. */
    OneTimeToken: string;
    /** The page to return, starting at 1. */
    PageNumber: number;
    /** The maximum number of cards on a page. */
    PageSize: number;
    /** The profile that owns the cards. */
    ProfileId: number;
    /**
     * A one-time token whose challenges have been passed. Send it when you repeat the rejected request, which must
     * otherwise be the same. It can be used once.
     */
    ScaApproval: string;
  };
  requestBodies: never;
  headers: {
    /** The correlation id that the request sent, if it has at most 36 characters. */
    CorrelationId: string;
    /** The rate limiter that rejected the request. */
    RateLimitedBy: string;
    /** How many seconds to wait before the next request. */
    RetryAfter: number;
    /** `REJECTED` if the request needs strong customer authentication first, `APPROVED` if it has passed it. */
    ScaResult: ScaResult;
    /** The one-time token to clear and send back. Present if `x-2fa-approval-result` is `REJECTED`. */
    ScaToken: string;
    /** The identifier that Wise gives this request. Quote it when you contact support. */
    TraceId: string;
    /** The authentication scheme to use. */
    WwwAuthenticate: string;
  };
  pathItems: never;
}
export interface operations {
  cardList: {
    parameters: {
      query?: {
        /** The maximum number of cards on a page. */
        pageSize?: components["parameters"]["PageSize"];
        /** The page to return, starting at 1. */
        pageNumber?: components["parameters"]["PageNumber"];
      };
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The cards of the page. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": CardPage;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardGet: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The card. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Card;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardStatusUpdate: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": CardStatusUpdate;
      };
    };
    responses: {
      /** The updated card. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Card;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      /** The card cannot change from its current status to the requested one. */
      409: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardPinCountReset: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The count was reset. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardPhoneNumberUpdate: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card, in any format. */
        cardToken: components["parameters"]["LooseCardToken"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": PhoneNumberUpdate;
      };
    };
    responses: {
      /** The card and its new phone number. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": CardPhoneNumber;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      /** The phone number has the right format, but is not a valid ITU-T E.164 number. */
      422: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardPermissionsGet: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The permissions. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": PermissionList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardPermissionsUpdate: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": PermissionUpdate;
      };
    };
    responses: {
      /** The permission was updated. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      /** A permission is locked. Nothing was changed. */
      422: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": UnprocessableMessage;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardPermissionsBulkUpdate: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": PermissionUpdates;
      };
    };
    responses: {
      /** The permissions were updated. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      /** A permission is locked. Nothing was changed. */
      422: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": UnprocessableMessage;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardSpendingLimitsGet: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The limits. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": SpendingList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardSpendingLimitsUpdate: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": CardLimitUpdate;
      };
    };
    responses: {
      /** The limit was set. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      /** The limit would exceed that of the profile. */
      422: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardSpendingLimitsDelete: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
        /** The token of the card. It is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
        /** The type of the limit to remove. */
        cardLimitType: components["parameters"]["CardLimitType"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The limit was removed. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["CardNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  spendControlsProfileLimitsGet: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile that owns the cards. */
        profileId: components["parameters"]["ProfileId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The limits. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": SpendingList;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardEncryptionKeyGet: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The encryption key. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": EncryptionKey;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardSensitiveDetailsGet: {
    parameters: {
      query?: never;
      header: {
        /** The token of the card whose data is requested. */
        "x-tw-twcard-card-token": components["parameters"]["CardTokenHeader"];
        /**
         * A one-time token whose challenges have been passed. Send it when you repeat the rejected request, which must
         * otherwise be the same. It can be used once.
         */
        "x-2fa-approval"?: components["parameters"]["ScaApproval"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": SealedRequest;
      };
    };
    responses: {
      /** The sensitive details of the card. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          "x-2fa-approval-result": components["headers"]["ScaResult"];
          [name: string]: unknown;
        };
        content: {
          "application/json": CardDetails;
          "application/jose": SealedResponse;
        };
      };
      /** The request is invalid, or its payload is not a JWE that Wise can decrypt. */
      400: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["ForbiddenOrChallenged"];
      404: components["responses"]["CardNotFound"];
      /** There is no encryption key with this version. */
      422: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  cardPinGet: {
    parameters: {
      query?: never;
      header: {
        /** The token of the card whose data is requested. */
        "x-tw-twcard-card-token": components["parameters"]["CardTokenHeader"];
        /**
         * A one-time token whose challenges have been passed. Send it when you repeat the rejected request, which must
         * otherwise be the same. It can be used once.
         */
        "x-2fa-approval"?: components["parameters"]["ScaApproval"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": SealedRequest;
      };
    };
    responses: {
      /** The PIN of the card. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          "x-2fa-approval-result": components["headers"]["ScaResult"];
          [name: string]: unknown;
        };
        content: {
          "application/json": CardPin;
          "application/jose": SealedResponse;
        };
      };
      /** The request is invalid, or its payload is not a JWE that Wise can decrypt. */
      400: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["ForbiddenOrChallenged"];
      404: components["responses"]["CardNotFound"];
      /** There is no encryption key with this version. */
      422: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  ottStatusGet: {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The one-time token. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OneTimeTokenStatus;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      404: components["responses"]["OneTimeTokenNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  ottSmsTrigger: {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The one-time password was sent. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OtpDelivery;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      404: components["responses"]["OneTimeTokenNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  ottSmsVerify: {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": OtpVerification;
      };
    };
    responses: {
      /** The one-time token, without the challenge that was passed. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OneTimeTokenStatus;
        };
      };
      /** The request is invalid, or the one-time password is incorrect. */
      400: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      404: components["responses"]["OneTimeTokenNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  ottWhatsappTrigger: {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The one-time password was sent. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OtpDelivery;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      404: components["responses"]["OneTimeTokenNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  ottWhatsappVerify: {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": OtpVerification;
      };
    };
    responses: {
      /** The one-time token, without the challenge that was passed. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OneTimeTokenStatus;
        };
      };
      /** The request is invalid, or the one-time password is incorrect. */
      400: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      404: components["responses"]["OneTimeTokenNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  ottVoiceTrigger: {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The one-time password was sent. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OtpDelivery;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      404: components["responses"]["OneTimeTokenNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  ottVoiceVerify: {
    parameters: {
      query?: never;
      header: {
        /** The one-time token from the `x-2fa-approval` header of the rejected request. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": OtpVerification;
      };
    };
    responses: {
      /** The one-time token, without the challenge that was passed. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OneTimeTokenStatus;
        };
      };
      /** The request is invalid, or the one-time password is incorrect. */
      400: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": ErrorList;
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["UserTokenNeeded"];
      404: components["responses"]["OneTimeTokenNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  oauthToken: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or
         * store it. A value of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": TokenRequest;
      };
    };
    responses: {
      /** The access token. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": TokenResponse;
        };
      };
      /** The request is invalid. */
      400: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OAuthError;
        };
      };
      /** The credentials or the grant were not accepted. */
      401: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/json": OAuthError;
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
}
