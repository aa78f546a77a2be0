// Generated from spec/ by `pnpm generate`; edit the contract instead.

export interface paths {
  "/v3/spend/profiles/{profileId}/cards": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
      };
      cookie?: never;
    };
    /**
     * List cards
     *
     * Returns the cards of a profile, one page at a time. The order is not documented. A page past the last one is
     * empty.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    /**
     * Get a card
     *
     * Returns one card.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Change a card's status
     *
     * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card brings
     * its order to COMPLETED. Asking for the status that the card has already changes nothing and succeeds.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reset the PIN count
     *
     * Sets the count of wrong PIN entries back to zero. After more than three wrong entries every further transaction
     * is declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip has a count of its own, which
     * sometimes has to be reset at a cash machine.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. Any form of token is taken here. */
        cardToken: components["parameters"]["LooseCardToken"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Set the phone number of a card
     *
     * Sets the phone number that belongs to a card. Not for partners who joined after 1 March 2025, whose customers
     * get their one-time passwords on the phone number of the profile.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
     * Set one spending permission
     *
     * Switches one kind of transaction on or off for a card. Use `permissions.updateMany` instead. Setting a
     * permission to what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
     * Set spending permissions
     *
     * Switches several kinds of transaction on or off for a card: all that are named, or, when one is refused, none.
     * Setting a permission to what it is already changes nothing and succeeds; a locked one can be disabled, not
     * enabled.
     */
    patch: operations["cardPermissionsBulkUpdate"];
    trace?: never;
  };
  "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    /**
     * List the spending limits of a card
     *
     * Returns the spending limits of a card and how much of each is used.
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
     * Gives a card a limit of one kind, in place of the one it may have had. A limit for a transaction or a day is
     * held against the daily limit that the profile has for everything, one for a month against the monthly one; one
     * for the card's life has nothing above it.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
        /** The limit to remove. */
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
     * Removes one spending limit of a card. Removing a limit that is not set changes nothing and succeeds.
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
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
      };
      cookie?: never;
    };
    /**
     * List the spending limits of a profile
     *
     * Returns the spending limits that all cards of a profile share.
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
     * Returns the public RSA key that requests for card data are sealed with.
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
     * Get the PAN, CVV2 and expiry date
     *
     * Returns what is needed to pay with a card, sealed for the holder of the key in the request. The card must be
     * active or frozen. Profiles in the United Kingdom and the European Economic Area most likely need strong customer
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
     * Returns the PIN of a card, sealed for the holder of the key in the request. The card must be active or frozen.
     * Profiles in the United Kingdom and the European Economic Area most likely need strong customer authentication.
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    /**
     * Get a one-time token
     *
     * Returns the challenges of a one-time token and which of them have been passed.
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a one-time password by a text message
     *
     * Sends a one-time password to the user by a text message. Every call sends another one.
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pass the challenge with the one-time password of a text message
     *
     * Passes the challenge of a one-time token with the password that the user received by a text message. After five
     * wrong ones in a row no further tokens are made for fifteen minutes.
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a one-time password by a WhatsApp message
     *
     * Sends a one-time password to the user by a WhatsApp message. Every call sends another one.
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pass the challenge with the one-time password of a WhatsApp message
     *
     * Passes the challenge of a one-time token with the password that the user received by a WhatsApp message. After
     * five wrong ones in a row no further tokens are made for fifteen minutes.
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a one-time password by a phone call
     *
     * Sends a one-time password to the user by a phone call. Every call sends another one.
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
      };
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pass the challenge with the one-time password of a phone call
     *
     * Passes the challenge of a one-time token with the password that the user received by a phone call. After five
     * wrong ones in a row no further tokens are made for fifteen minutes.
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
     * Get a token
     *
     * Exchanges a grant for an access token: the partner's own (`client_credentials`), a registered user's
     * (`registration_code`), that of a user who came back from the authorisation page (`authorization_code`), or a new
     * one for a refresh token (`refresh_token`).
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
/** A token for a user who came back from Wise's authorisation page. */
export type AuthorizationCodeGrant = {
  /** The grant. */
  grant_type: "authorization_code";
  /** The partner's client id. */
  client_id: string;
  /** The authorisation code of the redirect. It works once. */
  code: string;
  /**
   * The address that the user was sent back to.
   *
   * Format: uri
   */
  redirect_uri: string;
};
/** A Wise card of a profile. */
export type Card = {
  /**
   * The card's identifier.
   *
   * @example ca0c8154-1e14-4464-a1ce-dcea7dc3de52
   */
  token: string;
  /**
   * The profile whose card this is.
   *
   * Format: int64
   * @example 123456
   */
  profileId: number;
  /**
   * The issuing partner, by its client id.
   *
   * @example wise_api_docs
   */
  clientId: string;
  status: CardState;
  /**
   * Who holds the card. Spelled with a capital H here, unlike in the card's sensitive details.
   *
   * @example John Smith
   */
  cardHolderName?: string;
  /**
   * When the card expires.
   *
   * Format: date-time
   * @example 2028-05-31T00:00:00Z
   */
  expiryDate?: string;
  /**
   * The last four digits of the PAN.
   *
   * @example 6320
   */
  lastFourDigits: string;
  /**
   * The BIN, the leading digits of the PAN that name the issuer.
   *
   * @example 459661
   */
  bankIdentificationNumber?: string;
  /**
   * The phone number that belongs to the card.
   *
   * @example +441234567890
   */
  phoneNumber?: string;
  cardProgram?: CardProgram;
  /**
   * How the locked spending permissions of a physical card become available. Older answers lack it.
   *
   * @example WITH_PARTNER_API
   */
  unlockSpendingPermissions?: "WITH_PARTNER_API" | "WITH_FIRST_CHIP_AND_PIN_TRANSACTION" | "NONE" | (string & {});
  /**
   * When the card was made, with up to nine fractional digits.
   *
   * Format: date-time
   * @example 2022-05-31T01:43:24.596321434Z
   */
  creationTime?: string;
  /**
   * When the card was last changed, with up to nine fractional digits.
   *
   * Format: date-time
   * @example 2022-05-31T01:43:24.596321825Z
   */
  modificationTime?: string;
};
/** What is needed to pay with the card. */
export type CardDetails = {
  /**
   * A UUID of the cryptographic exchange.
   *
   * Format: uuid
   * @example 33d51227-9ad6-4624-b4b7-7853b56076dd
   */
  nonce?: string;
  /**
   * The CVV2.
   *
   * @example 111
   */
  cvv2: string;
  /**
   * The PAN.
   *
   * @example 4396910000012345
   */
  pan: string;
  /**
   * The expiry date as MM/YY.
   *
   * @example 10/31
   */
  expiryDate: string;
  /**
   * The name on the card. Spelled with a small h here, unlike in the card itself.
   *
   * @example John Smith
   */
  cardholderName?: string;
};
/**
 * The span of time that a card's limit counts over.
 *
 * @example LIFETIME
 */
export type CardLimitType = "TRANSACTION" | "DAILY" | "MONTHLY" | "LIFETIME";
/** The limit to set. */
export type CardLimitUpdate = {
  cardLimitType: CardLimitType;
  /**
   * How much may be spent in that span, in units of the card's currency.
   *
   * Format: float
   * @example 5000
   */
  maxLimitAmount: number;
};
/** One page of a profile's cards. */
export type CardPage = {
  /** The cards of this page. */
  cards: Card[];
  /**
   * How many cards the profile has on all pages together.
   *
   * Format: int64
   * @example 1
   */
  totalCount: number;
};
/** A card and its phone number. */
export type CardPhoneNumber = {
  /**
   * The card's identifier.
   *
   * @example 12345-12345-12345-12345
   */
  token: string;
  /**
   * The profile whose card this is. One source calls it a string, but its own example holds a number.
   *
   * Format: int64
   * @example 30000000
   */
  profileId: number | string;
  /**
   * The phone number that the card has now.
   *
   * @example +6588888888
   */
  phoneNumber: string;
};
/** The PIN of the card. */
export type CardPin = {
  /**
   * A UUID of the cryptographic exchange.
   *
   * Format: uuid
   * @example 33d51227-9ad6-4624-b4b7-7853b56076dd
   */
  nonce?: string;
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
  name?: string;
  /**
   * The card network.
   *
   * @example VISA
   */
  scheme?: "VISA" | "MASTERCARD" | (string & {});
  /**
   * The card's default currency, by its ISO 4217 code.
   *
   * @example GBP
   */
  defaultCurrency?: string;
  /**
   * Whether the card is of plastic. VIRTUAL_NON_UPGRADEABLE stands in older answers for VIRTUAL.
   *
   * @example VIRTUAL
   */
  cardType?: "PHYSICAL" | "VIRTUAL" | "VIRTUAL_NON_UPGRADEABLE" | (string & {});
};
/** The status of a card. */
export type CardState = {
  value: CardStatus;
  /**
   * The statuses that the card could go to. Announced to go away on 1 December 2023, without a replacement; kept here
   * for answers that still hold it.
   *
   * @deprecated
   * @example [ "FROZEN", "BLOCKED" ]
   */
  allowedTransitions?: string[];
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
/**
 * A status that can be asked for.
 *
 * @example ACTIVE
 */
export type CardStatusChange = "ACTIVE" | "FROZEN" | "BLOCKED";
/** The status to set. */
export type CardStatusUpdate = {
  status: CardStatusChange;
};
/** One thing to prove. Passing the primary challenge or any one of the alternatives is enough. */
export type Challenge = {
  primaryChallenge: ChallengeOption;
  /** Other ways to pass the challenge. */
  alternatives?: ChallengeOption[];
  /**
   * Whether the token cannot be used without it.
   *
   * @example true
   */
  required?: boolean;
  /**
   * Whether it has been passed.
   *
   * @example false
   */
  passed?: boolean;
};
/** A way to pass a challenge. */
export type ChallengeOption = {
  /**
   * The way.
   *
   * @example SMS
   */
  type: "PIN" | "FACE_MAP" | "SMS" | "WHATSAPP" | "VOICE" | "PARTNER_DEVICE_FINGERPRINT" | (string & {});
  /** What to show to the user. Its fields depend on the way. */
  viewData?: {
    [key: string]: unknown;
  };
};
/** A token for the partner itself. There is no refresh token. */
export type ClientCredentialsGrant = {
  /** The grant. */
  grant_type: "client_credentials";
};
/** The public key that card-data requests are sealed with. */
export type EncryptionKey = {
  /**
   * The version of the key, to be sent back as `keyVersion`. So far it is always 1.
   *
   * Format: int32
   * @example 1
   */
  version: number;
  /**
   * The RSA public key. Its encoding is not documented: expect PEM, or the bare base64 of the DER
   * SubjectPublicKeyInfo.
   *
   * @example <encryption key>
   */
  key: string;
};
/** What kind of finding it is. */
export type ErrorCode =
  | "request.invalid"
  | "card.not.found"
  | "card.status.transition.not.allowed"
  | "card.permission.locked"
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
/** One finding. */
export type ErrorEntry = {
  code: ErrorCode;
  /**
   * What is wrong, for a developer.
   *
   * @example must be between 10 and 100
   */
  message: string;
  /**
   * Where the value is, from the root of the body or of the parameters.
   *
   * @example pageSize
   */
  path?: string;
  /** Values that the message speaks of. */
  arguments?: unknown[] | null;
};
/** What is wrong with a request, one entry for each finding. */
export type ErrorList = {
  /**
   * When the request was refused.
   *
   * Format: date-time
   * @example 2026-11-20T10:15:30Z
   */
  timestamp?: string;
  /** The findings. A code alone is not unique; read it with its path. */
  errors: ErrorEntry[];
};
/** A failure at Wise. */
export type GatewayError = {
  /**
   * What failed, as far as it is told.
   *
   * @example Internal server error
   */
  message: string;
  /**
   * Wise's identifier of the call.
   *
   * @example 4bf92f3577b34da6a3ce929d0e0e4736
   */
  request_id?: string;
};
/** A limit, and how much of it is used. */
export type Limit = {
  /**
   * The span of time that the limit counts over. WEEKLY is named by one source but can never be set.
   *
   * @example LIFETIME
   */
  type: "TRANSACTION" | "DAILY" | "WEEKLY" | "MONTHLY" | "LIFETIME" | (string & {});
  /**
   * How much has been authorised in the present span, in units of the currency.
   *
   * @example 2993.76
   */
  usage?: number;
  /**
   * How much may be spent in the span, in units of the currency.
   *
   * @example 5000
   */
  threshold: number;
  /**
   * The currency of the amounts, by its ISO 4217 code.
   *
   * @example AUD
   */
  currency: string;
  /**
   * When the present span ends. Null for a limit that never starts anew.
   *
   * Format: date-time
   * @example null
   */
  expiresAt?: string | null;
};
/** Why a token was refused, in the form of RFC 6749, section 5.2. */
export type OAuthError = {
  /** The kind of refusal. */
  error:
    | "invalid_request"
    | "invalid_client"
    | "invalid_grant"
    | "invalid_token"
    | "unsupported_grant_type"
    | "unauthorized"
    | (string & {});
  /**
   * What is wrong, for a developer.
   *
   * @example The access token is missing or has expired
   */
  error_description?: string;
};
/** A one-time token. It may be used once every required challenge is passed. */
export type OneTimeToken = {
  /**
   * The token itself.
   *
   * @example 5b8c1b6c-0b0e-4c4f-9d0a-52f7cf1e3c5e
   */
  oneTimeToken: string;
  /** The challenges that are still open. Empty once the token may be used. */
  challenges: Challenge[];
  /**
   * How many seconds the token is still good for.
   *
   * Format: int64
   * @example 3600
   */
  validity?: number;
  /**
   * What the token is for.
   *
   * @example BALANCE__GET_STATEMENT
   */
  actionType?: string | null;
  /**
   * The user that the token was made for.
   *
   * Format: int64
   * @example 101
   */
  userId?: number | null;
};
/** A one-time token and what is still to be done for it. */
export type OneTimeTokenStatus = {
  oneTimeTokenProperties: OneTimeToken;
};
/** Where the one-time password went. */
export type OtpDelivery = {
  /**
   * The phone number, all but its end hidden.
   *
   * @example *********8888
   */
  obfuscatedPhoneNo: string;
};
/** The one-time password that the user received. */
export type OtpVerification = {
  /**
   * The six digits. In the sandbox they are always 111111.
   *
   * @example 111111
   */
  otpCode: string;
};
/** Whether a card may make one kind of transaction. */
export type Permission = {
  type: PermissionType;
  /**
   * Whether such transactions are allowed.
   *
   * @example false
   */
  isEnabled: boolean;
  /**
   * Whether the permission is locked. A locked permission cannot be enabled. Older answers lack it.
   *
   * @example false
   */
  isLocked?: boolean;
};
/** The spending permissions of a card. */
export type PermissionList = {
  /** One entry for each kind of transaction. */
  permissions: Permission[];
};
/**
 * A kind of transaction.
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
/** A permission to set. */
export type PermissionUpdate = {
  type: UpdatablePermissionType;
  /**
   * Whether such transactions are to be allowed.
   *
   * @example true
   */
  isEnabled: boolean;
};
/** The permissions to set, all or none. */
export type PermissionUpdates = {
  /**
   * The permissions to set. An empty list changes nothing. Where one kind of transaction stands twice, the last entry
   * counts.
   */
  permissions: PermissionUpdate[];
};
/** The phone number to set. */
export type PhoneNumberUpdate = {
  /**
   * A valid phone number, with a plus sign and the country code.
   *
   * @example +6588888888
   */
  phoneNumber: string;
};
/** A new access token in exchange for a refresh token. */
export type RefreshTokenGrant = {
  /** The grant. */
  grant_type: "refresh_token";
  /** The refresh token. */
  refresh_token: string;
};
/** Why a call was not allowed. */
export type Refusal = {
  /** When the call was refused. Seen as a date-time and as a number. */
  timestamp?: string | number;
  /**
   * The HTTP status again.
   *
   * @example 403
   */
  status: number;
  /**
   * A short word for the status.
   *
   * @example Forbidden
   */
  error?: string;
  /**
   * What is wrong, for a developer.
   *
   * @example Card data is only given out for active and frozen cards
   */
  message?: string;
  /** The path that was called. */
  path?: string | null;
};
/** A token for a user whom the partner has registered. */
export type RegistrationCodeGrant = {
  /** The grant. */
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
/** How a call fared with strong customer authentication. */
export type ScaResult = "APPROVED" | "REJECTED" | (string & {});
/**
 * A JWE in compact form, directly encrypted (`alg` is `dir`) with the content encryption key of the request. Inside
 * are the fields that the JSON form of this answer shows.
 */
export type SealedAnswer = string;
/** A sealed request for card data. */
export type SealedRequest = {
  /**
   * Which version of the key the payload was sealed with.
   *
   * Format: int32
   * @example 1
   */
  keyVersion: number;
  /**
   * A JWE in compact form that carries a fresh 256-bit content encryption key to Wise. The answer comes back under
   * that same key.
   *
   * @example <your JWE>
   */
  encryptedPayload: string;
};
/** The limits of one kind of transaction. */
export type Spending = {
  /**
   * The kind of transaction. GENERAL covers all of them.
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
  /** The limits that are set. */
  limits: Limit[];
};
/** Spending limits, by kind of transaction. */
export type SpendingList = {
  /** One entry for each kind of transaction that has limits. */
  spendings: Spending[];
};
/** An access token. */
export type TokenAnswer = {
  /**
   * The access token, to be sent as a bearer token.
   *
   * @example ba8dce89-08eb-4d3c-8a6f-5b0f1b8f6a11
   */
  access_token: string;
  /** How the token is sent. */
  token_type: "bearer" | (string & {});
  /**
   * The refresh token. Only for grants of a user.
   *
   * @example 5e7a9ab2-2b4b-4b8e-9a51-7b6a8e9c5f0d
   */
  refresh_token?: string;
  /**
   * How many seconds the access token lasts.
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
  expires_at?: string;
  /**
   * How many seconds the refresh token lasts. Only for grants of a user.
   *
   * Format: int32
   * @example 628639555
   */
  refresh_token_expires_in?: number;
  /**
   * When the refresh token expires. Only for grants of a user.
   *
   * Format: date-time
   * @example 2046-10-22T10:15:30Z
   */
  refresh_token_expires_at?: string;
  /**
   * What the token allows.
   *
   * @example transfers
   */
  scope?: string;
  /**
   * When the token was made. Only for grants of a user.
   *
   * Format: date-time
   * @example 2026-11-20T10:15:30Z
   */
  created_at?: string;
};
/** A grant, told by its `grant_type`. */
export type TokenRequest = ClientCredentialsGrant | RegistrationCodeGrant | AuthorizationCodeGrant | RefreshTokenGrant;
/**
 * A kind of transaction whose permission can be set.
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
    CardState: CardState;
    CardStatus: CardStatus;
    CardStatusChange: CardStatusChange;
    CardStatusUpdate: CardStatusUpdate;
    Challenge: Challenge;
    ChallengeOption: ChallengeOption;
    ClientCredentialsGrant: ClientCredentialsGrant;
    EncryptionKey: EncryptionKey;
    ErrorCode: ErrorCode;
    ErrorEntry: ErrorEntry;
    ErrorList: ErrorList;
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
    Refusal: Refusal;
    RegistrationCodeGrant: RegistrationCodeGrant;
    ScaResult: ScaResult;
    SealedAnswer: SealedAnswer;
    SealedRequest: SealedRequest;
    Spending: Spending;
    SpendingList: SpendingList;
    TokenAnswer: TokenAnswer;
    TokenRequest: TokenRequest;
    UpdatablePermissionType: UpdatablePermissionType;
  };
  responses: {
    /** The request breaks the contract. Each violation is listed with the path of the value. */
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
    /** The profile, or for card data the caller, has no such card. */
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
    /** The profile does not exist or is not the caller's, or the access token is not that of a user. */
    Forbidden: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Refusal;
      };
    };
    /**
     * With `x-2fa-approval-result: REJECTED` the call needs strong customer authentication: clear the one-time token
     * of `x-2fa-approval`, then repeat the call with it. Without that header the card is in a status in which its data
     * is not given out, or the access token is not that of a user.
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
        "application/json": Refusal;
      };
    };
    /** There is no such one-time token, or it has expired or been spent. */
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
     * Too many calls, or, on a call that needs a one-time token, too many failed challenges. Wait as long as
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
    /** Something failed at Wise. Whether the call was carried out is not known. */
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
    /** No access token, or one that is unknown, expired or revoked. */
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
    /** Wise cannot answer just now. */
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
    /** The access token is not that of a user. */
    UserTokenNeeded: {
      headers: {
        "x-trace-id": components["headers"]["TraceId"];
        "X-External-Correlation-Id": components["headers"]["CorrelationId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": Refusal;
      };
    };
  };
  parameters: {
    /** The limit to remove. */
    CardLimitType: CardLimitType;
    /** The card, by its token. The token is an identifier, not a credential. */
    CardToken: string;
    /** The card whose data is asked for. */
    CardTokenHeader: string;
    /**
     * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of
     * more than 36 characters is ignored.
     */
    CorrelationId: string;
    /** The card, by its token. Any form of token is taken here. */
    LooseCardToken: string;
    /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
    OneTimeToken: string;
    /** Which page to return. The first is 1. */
    PageNumber: number;
    /** How many cards a page holds at most. */
    PageSize: number;
    /** The profile whose cards these are. */
    ProfileId: number;
    /**
     * A one-time token whose challenges have been passed. Sent with an otherwise unchanged repetition of the call that
     * was refused; it is spent by that.
     */
    ScaApproval: string;
  };
  requestBodies: never;
  headers: {
    /** The correlation id of the request, if it sent one of at most 36 characters. */
    CorrelationId: string;
    /** Which limiter refused the call. */
    RateLimitedBy: string;
    /** How many seconds to wait before the next call. */
    RetryAfter: number;
    /** `REJECTED` on a call that needs strong customer authentication first, `APPROVED` on one that has had it. */
    ScaResult: ScaResult;
    /** The one-time token to clear and to send back. Present where `x-2fa-approval-result` is `REJECTED`. */
    ScaToken: string;
    /** Wise's identifier of this call. Quote it to support. */
    TraceId: string;
    /** The scheme that is wanted. */
    WwwAuthenticate: string;
  };
  pathItems: never;
}
export interface operations {
  cardList: {
    parameters: {
      query?: {
        /** How many cards a page holds at most. */
        pageSize?: components["parameters"]["PageSize"];
        /** Which page to return. The first is 1. */
        pageNumber?: components["parameters"]["PageNumber"];
      };
      header?: {
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
      /** The card with its new status. */
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
      /** The card cannot go from its present status to the one asked for. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The count is zero. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. Any form of token is taken here. */
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
      /** The phone number that the card has now. */
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
      /** The value has the form of a phone number, but is none that ITU-T E.164 allows. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
      /** The permission is set. */
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
      /** A permission that is to be enabled is locked. */
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
  cardPermissionsBulkUpdate: {
    parameters: {
      query?: never;
      header?: {
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
      /** The permissions are set. */
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
      /** A permission that is to be enabled is locked. */
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
  cardSpendingLimitsGet: {
    parameters: {
      query?: never;
      header?: {
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
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
      /** The limit is set. */
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
      /** The limit would be above that of the profile. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
        profileId: components["parameters"]["ProfileId"];
        /** The card, by its token. The token is an identifier, not a credential. */
        cardToken: components["parameters"]["CardToken"];
        /** The limit to remove. */
        cardLimitType: components["parameters"]["CardLimitType"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The limit is gone. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path: {
        /** The profile whose cards these are. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The key. */
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
      400: components["responses"]["BadRequest"];
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
        /** The card whose data is asked for. */
        "x-tw-twcard-card-token": components["parameters"]["CardTokenHeader"];
        /**
         * A one-time token whose challenges have been passed. Sent with an otherwise unchanged repetition of the call
         * that was refused; it is spent by that.
         */
        "x-2fa-approval"?: components["parameters"]["ScaApproval"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
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
      /** The card's details. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          "x-2fa-approval-result": components["headers"]["ScaResult"];
          [name: string]: unknown;
        };
        content: {
          "application/json": CardDetails;
          "application/jose": SealedAnswer;
        };
      };
      /** The request breaks the contract, or its payload is not a JWE that the server can open. */
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
      /** There is no encryption key of this version. */
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
        /** The card whose data is asked for. */
        "x-tw-twcard-card-token": components["parameters"]["CardTokenHeader"];
        /**
         * A one-time token whose challenges have been passed. Sent with an otherwise unchanged repetition of the call
         * that was refused; it is spent by that.
         */
        "x-2fa-approval"?: components["parameters"]["ScaApproval"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
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
      /** The card's PIN. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          "x-2fa-approval-result": components["headers"]["ScaResult"];
          [name: string]: unknown;
        };
        content: {
          "application/json": CardPin;
          "application/jose": SealedAnswer;
        };
      };
      /** The request breaks the contract, or its payload is not a JWE that the server can open. */
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
      /** There is no encryption key of this version. */
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The token. */
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The password is on its way. */
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
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
      /** The token, without the challenge that has been passed. */
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
      /** The request breaks the contract, or the password is wrong. */
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The password is on its way. */
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
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
      /** The token, without the challenge that has been passed. */
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
      /** The request breaks the contract, or the password is wrong. */
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
         */
        "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The password is on its way. */
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
        /** The one-time token that a refused call carried in its `x-2fa-approval` header. */
        "One-Time-Token": components["parameters"]["OneTimeToken"];
        /**
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
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
      /** The token, without the challenge that has been passed. */
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
      /** The request breaks the contract, or the password is wrong. */
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
         * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One
         * of more than 36 characters is ignored.
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
      /** The token. */
      200: {
        headers: {
          "x-trace-id": components["headers"]["TraceId"];
          "X-External-Correlation-Id": components["headers"]["CorrelationId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": TokenAnswer;
        };
      };
      /** The request breaks the contract. */
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
      /** The credentials or the grant are not accepted. */
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
