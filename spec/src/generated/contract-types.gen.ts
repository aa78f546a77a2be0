// Generated from spec/ by `pnpm generate`; edit the contract instead.

export interface paths {
    "/v3/spend/profiles/{profileId}/cards": {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /**
         * List cards
         * @description Returns the cards of a profile, one page at a time. The order is not documented. A page past the last one is empty.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        /**
         * Get a card
         * @description Returns one card.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change a card's status
         * @description Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card brings its order to COMPLETED. Asking for the status that the card has already changes nothing and succeeds.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the PIN count
         * @description Sets the count of wrong PIN entries back to zero. After more than three wrong entries every further transaction is declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip has a count of its own, which sometimes has to be reset at a cash machine.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. Any form of token is taken here. */
                cardToken: components["parameters"]["LooseCardToken"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set the phone number of a card
         * @deprecated
         * @description Sets the phone number that belongs to a card. Not for partners who joined after 1 March 2025, whose customers get their one-time passwords on the phone number of the profile.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        /**
         * List spending permissions
         * @description Returns the spending permissions of a card.
         */
        get: operations["cardPermissionsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set one spending permission
         * @deprecated
         * @description Switches one kind of transaction on or off for a card. Use `permissions.updateMany` instead. Setting a permission to what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
         */
        patch: operations["cardPermissionsUpdate"];
        trace?: never;
    };
    "/v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions": {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
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
         * @description Switches several kinds of transaction on or off for a card: all that are named, or, when one is refused, none. Setting a permission to what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
         */
        patch: operations["cardPermissionsBulkUpdate"];
        trace?: never;
    };
    "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits": {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        /**
         * List the spending limits of a card
         * @deprecated
         * @description Returns the spending limits of a card and how much of each is used.
         */
        get: operations["cardSpendingLimitsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set a spending limit of a card
         * @deprecated
         * @description Gives a card a limit of one kind, in place of the one it may have had. A limit for a transaction or a day is held against the daily limit that the profile has for everything, one for a month against the monthly one; one for the card's life has nothing above it.
         */
        patch: operations["cardSpendingLimitsUpdate"];
        trace?: never;
    };
    "/v3/spend/profiles/{profileId}/cards/{cardToken}/spending-limits/{cardLimitType}": {
        parameters: {
            query?: never;
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
                /** @description The limit to remove. */
                cardLimitType: components["parameters"]["CardLimitType"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a spending limit of a card
         * @deprecated
         * @description Removes one spending limit of a card. Removing a limit that is not set changes nothing and succeeds.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /**
         * List the spending limits of a profile
         * @deprecated
         * @description Returns the spending limits that all cards of a profile share.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the encryption key
         * @description Returns the public RSA key that requests for card data are sealed with.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the PAN, CVV2 and expiry date
         * @description Returns what is needed to pay with a card, sealed for the holder of the key in the request. The card must be active or frozen. Profiles in the United Kingdom and the European Economic Area most likely need strong customer authentication.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the PIN
         * @description Returns the PIN of a card, sealed for the holder of the key in the request. The card must be active or frozen. Profiles in the United Kingdom and the European Economic Area most likely need strong customer authentication.
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get a one-time token
         * @description Returns the challenges of a one-time token and which of them have been passed.
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time password by a text message
         * @description Sends a one-time password to the user by a text message. Every call sends another one.
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass the challenge with the one-time password of a text message
         * @description Passes the challenge of a one-time token with the password that the user received by a text message. After five wrong ones in a row no further tokens are made for fifteen minutes.
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time password by a WhatsApp message
         * @description Sends a one-time password to the user by a WhatsApp message. Every call sends another one.
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass the challenge with the one-time password of a WhatsApp message
         * @description Passes the challenge of a one-time token with the password that the user received by a WhatsApp message. After five wrong ones in a row no further tokens are made for fifteen minutes.
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time password by a phone call
         * @description Sends a one-time password to the user by a phone call. Every call sends another one.
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass the challenge with the one-time password of a phone call
         * @description Passes the challenge of a one-time token with the password that the user received by a phone call. After five wrong ones in a row no further tokens are made for fifteen minutes.
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
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token
         * @description Exchanges a grant for an access token: the partner's own (`client_credentials`), a registered user's (`registration_code`), that of a user who came back from the authorisation page (`authorization_code`), or a new one for a refresh token (`refresh_token`).
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
export interface components {
    schemas: {
        /**
         * @description The status of a card.
         * @example ACTIVE
         * @enum {string}
         */
        CardStatus: "ACTIVE" | "INACTIVE" | "BLOCKED" | "FROZEN" | "PARTNER_SUSPENDED" | "EXPIRED" | "PURGED" | (string & {});
        /** @description The status of a card. */
        CardState: {
            value: components["schemas"]["CardStatus"];
            /**
             * @deprecated
             * @description The statuses that the card could go to. Announced to go away on 1 December 2023, without a replacement; kept here for answers that still hold it.
             * @example [
             *       "FROZEN",
             *       "BLOCKED"
             *     ]
             */
            allowedTransitions?: string[];
        };
        /** @description The program that the card was issued under. */
        CardProgram: {
            /**
             * @description The name of the program.
             * @example VISA_DEBIT_BUSINESS_UK_1
             */
            name?: string;
            /**
             * @description The card network.
             * @example VISA
             * @enum {string}
             */
            scheme?: "VISA" | "MASTERCARD" | (string & {});
            /**
             * @description The card's default currency, by its ISO 4217 code.
             * @example GBP
             */
            defaultCurrency?: string;
            /**
             * @description Whether the card is of plastic. VIRTUAL_NON_UPGRADEABLE stands in older answers for VIRTUAL.
             * @example VIRTUAL
             * @enum {string}
             */
            cardType?: "PHYSICAL" | "VIRTUAL" | "VIRTUAL_NON_UPGRADEABLE" | (string & {});
        };
        /** @description A Wise card of a profile. */
        Card: {
            /**
             * @description The card's identifier.
             * @example ca0c8154-1e14-4464-a1ce-dcea7dc3de52
             */
            token: string;
            /**
             * Format: int64
             * @description The profile whose card this is.
             * @example 123456
             */
            profileId: number;
            /**
             * @description The issuing partner, by its client id.
             * @example wise_api_docs
             */
            clientId: string;
            status: components["schemas"]["CardState"];
            /**
             * @description Who holds the card. Spelled with a capital H here, unlike in the card's sensitive details.
             * @example John Smith
             */
            cardHolderName?: string;
            /**
             * Format: date-time
             * @description When the card expires.
             * @example 2028-05-31T00:00:00Z
             */
            expiryDate?: string;
            /**
             * @description The last four digits of the PAN.
             * @example 6320
             */
            lastFourDigits: string;
            /**
             * @description The BIN, the leading digits of the PAN that name the issuer.
             * @example 459661
             */
            bankIdentificationNumber?: string;
            /**
             * @description The phone number that belongs to the card.
             * @example +441234567890
             */
            phoneNumber?: string;
            cardProgram?: components["schemas"]["CardProgram"];
            /**
             * @description How the locked spending permissions of a physical card become available. Older answers lack it.
             * @example WITH_PARTNER_API
             * @enum {string}
             */
            unlockSpendingPermissions?: "WITH_PARTNER_API" | "WITH_FIRST_CHIP_AND_PIN_TRANSACTION" | "NONE" | (string & {});
            /**
             * Format: date-time
             * @description When the card was made, with up to nine fractional digits.
             * @example 2022-05-31T01:43:24.596321434Z
             */
            creationTime?: string;
            /**
             * Format: date-time
             * @description When the card was last changed, with up to nine fractional digits.
             * @example 2022-05-31T01:43:24.596321825Z
             */
            modificationTime?: string;
        };
        /** @description One page of a profile's cards. */
        CardPage: {
            /** @description The cards of this page. */
            cards: components["schemas"]["Card"][];
            /**
             * Format: int64
             * @description How many cards the profile has on all pages together.
             * @example 1
             */
            totalCount: number;
        };
        /**
         * @description What kind of finding it is.
         * @enum {string}
         */
        ErrorCode: "request.invalid" | "card.not.found" | "card.status.transition.not.allowed" | "card.permission.locked" | "card.limit.exceeds.profile.limit" | "card.phone.number.invalid" | "card.data.payload.invalid" | "card.data.key.unknown" | "one.time.token.not.found" | "sca.otp.incorrect" | "sca.attempts.exceeded" | "NotNull" | "Size" | "TOO_SMALL" | "MISSING" | "NOT_VALID" | "UNEXPECTED" | "UNEXPECTED_ERROR" | (string & {});
        /** @description One finding. */
        ErrorEntry: {
            code: components["schemas"]["ErrorCode"];
            /**
             * @description What is wrong, for a developer.
             * @example must be between 10 and 100
             */
            message: string;
            /**
             * @description Where the value is, from the root of the body or of the parameters.
             * @example pageSize
             */
            path?: string;
            /** @description Values that the message speaks of. */
            arguments?: unknown[] | null;
        };
        /** @description What is wrong with a request, one entry for each finding. */
        ErrorList: {
            /**
             * Format: date-time
             * @description When the request was refused.
             * @example 2026-11-20T10:15:30Z
             */
            timestamp?: string;
            /** @description The findings. A code alone is not unique; read it with its path. */
            errors: components["schemas"]["ErrorEntry"][];
        };
        /** @description Why a token was refused, in the form of RFC 6749, section 5.2. */
        OAuthError: {
            /**
             * @description The kind of refusal.
             * @enum {string}
             */
            error: "invalid_request" | "invalid_client" | "invalid_grant" | "invalid_token" | "unsupported_grant_type" | "unauthorized" | (string & {});
            /**
             * @description What is wrong, for a developer.
             * @example The access token is missing or has expired
             */
            error_description?: string;
        };
        /** @description Why a call was not allowed. */
        Refusal: {
            /** @description When the call was refused. Seen as a date-time and as a number. */
            timestamp?: string | number;
            /**
             * @description The HTTP status again.
             * @example 403
             */
            status: number;
            /**
             * @description A short word for the status.
             * @example Forbidden
             */
            error?: string;
            /**
             * @description What is wrong, for a developer.
             * @example Card data is only given out for active and frozen cards
             */
            message?: string;
            /** @description The path that was called. */
            path?: string | null;
        };
        /** @description A failure at Wise. */
        GatewayError: {
            /**
             * @description What failed, as far as it is told.
             * @example Internal server error
             */
            message: string;
            /**
             * @description Wise's identifier of the call.
             * @example 4bf92f3577b34da6a3ce929d0e0e4736
             */
            request_id?: string;
        };
        /**
         * @description A status that can be asked for.
         * @example ACTIVE
         * @enum {string}
         */
        CardStatusChange: "ACTIVE" | "FROZEN" | "BLOCKED";
        /** @description The status to set. */
        CardStatusUpdate: {
            status: components["schemas"]["CardStatusChange"];
        };
        /** @description The phone number to set. */
        PhoneNumberUpdate: {
            /**
             * @description A valid phone number, with a plus sign and the country code.
             * @example +6588888888
             */
            phoneNumber: string;
        };
        /** @description A card and its phone number. */
        CardPhoneNumber: {
            /**
             * @description The card's identifier.
             * @example 12345-12345-12345-12345
             */
            token: string;
            /**
             * Format: int64
             * @description The profile whose card this is. One source calls it a string, but its own example holds a number.
             * @example 30000000
             */
            profileId: number | string;
            /**
             * @description The phone number that the card has now.
             * @example +6588888888
             */
            phoneNumber: string;
        };
        /**
         * @description A kind of transaction.
         * @example ECOM
         * @enum {string}
         */
        PermissionType: "ECOM" | "POS_CHIP" | "POS_MAGSTRIPE" | "POS_CONTACTLESS" | "ATM_WITHDRAWAL" | "MOBILE_WALLETS" | (string & {});
        /** @description Whether a card may make one kind of transaction. */
        Permission: {
            type: components["schemas"]["PermissionType"];
            /**
             * @description Whether such transactions are allowed.
             * @example false
             */
            isEnabled: boolean;
            /**
             * @description Whether the permission is locked. A locked permission cannot be enabled. Older answers lack it.
             * @example false
             */
            isLocked?: boolean;
        };
        /** @description The spending permissions of a card. */
        PermissionList: {
            /** @description One entry for each kind of transaction. */
            permissions: components["schemas"]["Permission"][];
        };
        /**
         * @description A kind of transaction whose permission can be set.
         * @example ECOM
         * @enum {string}
         */
        UpdatablePermissionType: "ECOM" | "POS_CHIP" | "POS_MAGSTRIPE" | "POS_CONTACTLESS" | "ATM_WITHDRAWAL" | "MOBILE_WALLETS";
        /** @description A permission to set. */
        PermissionUpdate: {
            type: components["schemas"]["UpdatablePermissionType"];
            /**
             * @description Whether such transactions are to be allowed.
             * @example true
             */
            isEnabled: boolean;
        };
        /** @description The permissions to set, all or none. */
        PermissionUpdates: {
            /** @description The permissions to set. An empty list changes nothing. Where one kind of transaction stands twice, the last entry counts. */
            permissions: components["schemas"]["PermissionUpdate"][];
        };
        /** @description A limit, and how much of it is used. */
        Limit: {
            /**
             * @description The span of time that the limit counts over. WEEKLY is named by one source but can never be set.
             * @example LIFETIME
             * @enum {string}
             */
            type: "TRANSACTION" | "DAILY" | "WEEKLY" | "MONTHLY" | "LIFETIME" | (string & {});
            /**
             * @description How much has been authorised in the present span, in units of the currency.
             * @example 2993.76
             */
            usage?: number;
            /**
             * @description How much may be spent in the span, in units of the currency.
             * @example 5000
             */
            threshold: number;
            /**
             * @description The currency of the amounts, by its ISO 4217 code.
             * @example AUD
             */
            currency: string;
            /**
             * Format: date-time
             * @description When the present span ends. Null for a limit that never starts anew.
             * @example null
             */
            expiresAt?: string | null;
        };
        /** @description The limits of one kind of transaction. */
        Spending: {
            /**
             * @description The kind of transaction. GENERAL covers all of them.
             * @example GENERAL
             * @enum {string}
             */
            type: "ATM_WITHDRAWAL" | "ECOM_PURCHASE" | "CHIP_WALLET_PURCHASE" | "CONTACTLESS_PURCHASE" | "GENERAL" | (string & {});
            /** @description The limits that are set. */
            limits: components["schemas"]["Limit"][];
        };
        /** @description Spending limits, by kind of transaction. */
        SpendingList: {
            /** @description One entry for each kind of transaction that has limits. */
            spendings: components["schemas"]["Spending"][];
        };
        /**
         * @description The span of time that a card's limit counts over.
         * @example LIFETIME
         * @enum {string}
         */
        CardLimitType: "TRANSACTION" | "DAILY" | "MONTHLY" | "LIFETIME";
        /** @description The limit to set. */
        CardLimitUpdate: {
            cardLimitType: components["schemas"]["CardLimitType"];
            /**
             * Format: float
             * @description How much may be spent in that span, in units of the card's currency.
             * @example 5000
             */
            maxLimitAmount: number;
        };
        /** @description The public key that card-data requests are sealed with. */
        EncryptionKey: {
            /**
             * Format: int32
             * @description The version of the key, to be sent back as `keyVersion`. So far it is always 1.
             * @example 1
             */
            version: number;
            /**
             * @description The RSA public key. Its encoding is not documented: expect PEM, or the bare base64 of the DER SubjectPublicKeyInfo.
             * @example <encryption key>
             */
            key: string;
        };
        /** @description A sealed request for card data. */
        SealedRequest: {
            /**
             * Format: int32
             * @description Which version of the key the payload was sealed with.
             * @example 1
             */
            keyVersion: number;
            /**
             * @description A JWE in compact form that carries a fresh 256-bit content encryption key to Wise. The answer comes back under that same key.
             * @example <your JWE>
             */
            encryptedPayload: string;
        };
        /**
         * @description How a call fared with strong customer authentication.
         * @enum {string}
         */
        ScaResult: "APPROVED" | "REJECTED" | (string & {});
        /** @description What is needed to pay with the card. */
        CardDetails: {
            /**
             * Format: uuid
             * @description A UUID of the cryptographic exchange.
             * @example 33d51227-9ad6-4624-b4b7-7853b56076dd
             */
            nonce?: string;
            /**
             * @description The CVV2.
             * @example 111
             */
            cvv2: string;
            /**
             * @description The PAN.
             * @example 4396910000012345
             */
            pan: string;
            /**
             * @description The expiry date as MM/YY.
             * @example 10/31
             */
            expiryDate: string;
            /**
             * @description The name on the card. Spelled with a small h here, unlike in the card itself.
             * @example John Smith
             */
            cardholderName?: string;
        };
        /** @description A JWE in compact form, directly encrypted (`alg` is `dir`) with the content encryption key of the request. Inside are the fields that the JSON form of this answer shows. */
        SealedAnswer: string;
        /** @description The PIN of the card. */
        CardPin: {
            /**
             * Format: uuid
             * @description A UUID of the cryptographic exchange.
             * @example 33d51227-9ad6-4624-b4b7-7853b56076dd
             */
            nonce?: string;
            /**
             * @description The PIN.
             * @example 1234
             */
            pin: string;
        };
        /** @description A way to pass a challenge. */
        ChallengeOption: {
            /**
             * @description The way.
             * @example SMS
             * @enum {string}
             */
            type: "PIN" | "FACE_MAP" | "SMS" | "WHATSAPP" | "VOICE" | "PARTNER_DEVICE_FINGERPRINT" | (string & {});
            /** @description What to show to the user. Its fields depend on the way. */
            viewData?: {
                [key: string]: unknown;
            };
        };
        /** @description One thing to prove. Passing the primary challenge or any one of the alternatives is enough. */
        Challenge: {
            primaryChallenge: components["schemas"]["ChallengeOption"];
            /** @description Other ways to pass the challenge. */
            alternatives?: components["schemas"]["ChallengeOption"][];
            /**
             * @description Whether the token cannot be used without it.
             * @example true
             */
            required?: boolean;
            /**
             * @description Whether it has been passed.
             * @example false
             */
            passed?: boolean;
        };
        /** @description A one-time token. It may be used once every required challenge is passed. */
        OneTimeToken: {
            /**
             * @description The token itself.
             * @example 5b8c1b6c-0b0e-4c4f-9d0a-52f7cf1e3c5e
             */
            oneTimeToken: string;
            /** @description The challenges that are still open. Empty once the token may be used. */
            challenges: components["schemas"]["Challenge"][];
            /**
             * Format: int64
             * @description How many seconds the token is still good for.
             * @example 3600
             */
            validity?: number;
            /**
             * @description What the token is for.
             * @example BALANCE__GET_STATEMENT
             */
            actionType?: string | null;
            /**
             * Format: int64
             * @description The user that the token was made for.
             * @example 101
             */
            userId?: number | null;
        };
        /** @description A one-time token and what is still to be done for it. */
        OneTimeTokenStatus: {
            oneTimeTokenProperties: components["schemas"]["OneTimeToken"];
        };
        /** @description Where the one-time password went. */
        OtpDelivery: {
            /**
             * @description The phone number, all but its end hidden.
             * @example *********8888
             */
            obfuscatedPhoneNo: string;
        };
        /** @description The one-time password that the user received. */
        OtpVerification: {
            /**
             * @description The six digits. In the sandbox they are always 111111.
             * @example 111111
             */
            otpCode: string;
        };
        /** @description A token for the partner itself. There is no refresh token. */
        ClientCredentialsGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "client_credentials";
        };
        /** @description A token for a user whom the partner has registered. */
        RegistrationCodeGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "registration_code";
            /** @description The partner's client id. */
            client_id: string;
            /**
             * Format: email
             * @description The user's email address.
             */
            email: string;
            /** @description The code that the user was registered with. */
            registration_code: string;
        };
        /** @description A token for a user who came back from Wise's authorisation page. */
        AuthorizationCodeGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "authorization_code";
            /** @description The partner's client id. */
            client_id: string;
            /** @description The authorisation code of the redirect. It works once. */
            code: string;
            /**
             * Format: uri
             * @description The address that the user was sent back to.
             */
            redirect_uri: string;
        };
        /** @description A new access token in exchange for a refresh token. */
        RefreshTokenGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "refresh_token";
            /** @description The refresh token. */
            refresh_token: string;
        };
        /** @description A grant, told by its `grant_type`. */
        TokenRequest: components["schemas"]["ClientCredentialsGrant"] | components["schemas"]["RegistrationCodeGrant"] | components["schemas"]["AuthorizationCodeGrant"] | components["schemas"]["RefreshTokenGrant"];
        /** @description An access token. */
        TokenAnswer: {
            /**
             * @description The access token, to be sent as a bearer token.
             * @example ba8dce89-08eb-4d3c-8a6f-5b0f1b8f6a11
             */
            access_token: string;
            /**
             * @description How the token is sent.
             * @enum {string}
             */
            token_type: "bearer" | (string & {});
            /**
             * @description The refresh token. Only for grants of a user.
             * @example 5e7a9ab2-2b4b-4b8e-9a51-7b6a8e9c5f0d
             */
            refresh_token?: string;
            /**
             * Format: int32
             * @description How many seconds the access token lasts.
             * @example 43199
             */
            expires_in: number;
            /**
             * Format: date-time
             * @description When the access token expires.
             * @example 2026-11-20T22:15:29Z
             */
            expires_at?: string;
            /**
             * Format: int32
             * @description How many seconds the refresh token lasts. Only for grants of a user.
             * @example 628639555
             */
            refresh_token_expires_in?: number;
            /**
             * Format: date-time
             * @description When the refresh token expires. Only for grants of a user.
             * @example 2046-10-22T10:15:30Z
             */
            refresh_token_expires_at?: string;
            /**
             * @description What the token allows.
             * @example transfers
             */
            scope?: string;
            /**
             * Format: date-time
             * @description When the token was made. Only for grants of a user.
             * @example 2026-11-20T10:15:30Z
             */
            created_at?: string;
        };
    };
    responses: {
        /** @description The request breaks the contract. Each violation is listed with the path of the value. */
        BadRequest: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
        /** @description No access token, or one that is unknown, expired or revoked. */
        Unauthorized: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The profile does not exist or is not the caller's, or the access token is not that of a user. */
        Forbidden: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Too many calls, or, on a call that needs a one-time token, too many failed challenges. Wait as long as `Retry-After` says. */
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
        /** @description Something failed at Wise. Whether the call was carried out is not known. */
        ServerError: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description Wise cannot answer just now. */
        Unavailable: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                /** @description How many seconds to wait before the next call. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description The profile, or for card data the caller, has no such card. */
        CardNotFound: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
        /** @description The access token is not that of a user. */
        UserTokenNeeded: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description With `x-2fa-approval-result: REJECTED` the call needs strong customer authentication: clear the one-time token of `x-2fa-approval`, then repeat the call with it. Without that header the card is in a status in which its data is not given out, or the access token is not that of a user. */
        ForbiddenOrChallenged: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                "x-2fa-approval-result": components["headers"]["ScaResult"];
                "x-2fa-approval": components["headers"]["ScaToken"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description There is no such one-time token, or it has expired or been spent. */
        OneTimeTokenNotFound: {
            headers: {
                "x-trace-id": components["headers"]["TraceId"];
                "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
    };
    parameters: {
        /** @description The profile whose cards these are. */
        ProfileId: number;
        /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
        CorrelationId: string;
        /** @description How many cards a page holds at most. */
        PageSize: number;
        /** @description Which page to return. The first is 1. */
        PageNumber: number;
        /** @description The card, by its token. The token is an identifier, not a credential. */
        CardToken: string;
        /** @description The card, by its token. Any form of token is taken here. */
        LooseCardToken: string;
        /** @description The limit to remove. */
        CardLimitType: components["schemas"]["CardLimitType"];
        /** @description The card whose data is asked for. */
        CardTokenHeader: string;
        /** @description A one-time token whose challenges have been passed. Sent with an otherwise unchanged repetition of the call that was refused; it is spent by that. */
        ScaApproval: string;
        /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
        OneTimeToken: string;
    };
    requestBodies: never;
    headers: {
        /** @description Wise's identifier of this call. Quote it to support. */
        TraceId: string;
        /** @description The correlation id of the request, if it sent one of at most 36 characters. */
        CorrelationId: string;
        /** @description The scheme that is wanted. */
        WwwAuthenticate: string;
        /** @description How many seconds to wait before the next call. */
        RetryAfter: number;
        /** @description Which limiter refused the call. */
        RateLimitedBy: string;
        /** @description `REJECTED` on a call that needs strong customer authentication first, `APPROVED` on one that has had it. */
        ScaResult: components["schemas"]["ScaResult"];
        /** @description The one-time token to clear and to send back. Present where `x-2fa-approval-result` is `REJECTED`. */
        ScaToken: string;
    };
    pathItems: never;
}
export type CardStatus = components['schemas']['CardStatus'];
export type CardState = components['schemas']['CardState'];
export type CardProgram = components['schemas']['CardProgram'];
export type Card = components['schemas']['Card'];
export type CardPage = components['schemas']['CardPage'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorEntry = components['schemas']['ErrorEntry'];
export type ErrorList = components['schemas']['ErrorList'];
export type OAuthError = components['schemas']['OAuthError'];
export type Refusal = components['schemas']['Refusal'];
export type GatewayError = components['schemas']['GatewayError'];
export type CardStatusChange = components['schemas']['CardStatusChange'];
export type CardStatusUpdate = components['schemas']['CardStatusUpdate'];
export type PhoneNumberUpdate = components['schemas']['PhoneNumberUpdate'];
export type CardPhoneNumber = components['schemas']['CardPhoneNumber'];
export type PermissionType = components['schemas']['PermissionType'];
export type Permission = components['schemas']['Permission'];
export type PermissionList = components['schemas']['PermissionList'];
export type UpdatablePermissionType = components['schemas']['UpdatablePermissionType'];
export type PermissionUpdate = components['schemas']['PermissionUpdate'];
export type PermissionUpdates = components['schemas']['PermissionUpdates'];
export type Limit = components['schemas']['Limit'];
export type Spending = components['schemas']['Spending'];
export type SpendingList = components['schemas']['SpendingList'];
export type CardLimitType = components['schemas']['CardLimitType'];
export type CardLimitUpdate = components['schemas']['CardLimitUpdate'];
export type EncryptionKey = components['schemas']['EncryptionKey'];
export type SealedRequest = components['schemas']['SealedRequest'];
export type ScaResult = components['schemas']['ScaResult'];
export type CardDetails = components['schemas']['CardDetails'];
export type SealedAnswer = components['schemas']['SealedAnswer'];
export type CardPin = components['schemas']['CardPin'];
export type ChallengeOption = components['schemas']['ChallengeOption'];
export type Challenge = components['schemas']['Challenge'];
export type OneTimeToken = components['schemas']['OneTimeToken'];
export type OneTimeTokenStatus = components['schemas']['OneTimeTokenStatus'];
export type OtpDelivery = components['schemas']['OtpDelivery'];
export type OtpVerification = components['schemas']['OtpVerification'];
export type ClientCredentialsGrant = components['schemas']['ClientCredentialsGrant'];
export type RegistrationCodeGrant = components['schemas']['RegistrationCodeGrant'];
export type AuthorizationCodeGrant = components['schemas']['AuthorizationCodeGrant'];
export type RefreshTokenGrant = components['schemas']['RefreshTokenGrant'];
export type TokenRequest = components['schemas']['TokenRequest'];
export type TokenAnswer = components['schemas']['TokenAnswer'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ResponseCardNotFound = components['responses']['CardNotFound'];
export type ResponseUserTokenNeeded = components['responses']['UserTokenNeeded'];
export type ResponseForbiddenOrChallenged = components['responses']['ForbiddenOrChallenged'];
export type ResponseOneTimeTokenNotFound = components['responses']['OneTimeTokenNotFound'];
export type ParameterProfileId = components['parameters']['ProfileId'];
export type ParameterCorrelationId = components['parameters']['CorrelationId'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type ParameterPageNumber = components['parameters']['PageNumber'];
export type ParameterCardToken = components['parameters']['CardToken'];
export type ParameterLooseCardToken = components['parameters']['LooseCardToken'];
export type ParameterCardLimitType = components['parameters']['CardLimitType'];
export type ParameterCardTokenHeader = components['parameters']['CardTokenHeader'];
export type ParameterScaApproval = components['parameters']['ScaApproval'];
export type ParameterOneTimeToken = components['parameters']['OneTimeToken'];
export type HeaderTraceId = components['headers']['TraceId'];
export type HeaderCorrelationId = components['headers']['CorrelationId'];
export type HeaderWwwAuthenticate = components['headers']['WwwAuthenticate'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderRateLimitedBy = components['headers']['RateLimitedBy'];
export type HeaderScaResult = components['headers']['ScaResult'];
export type HeaderScaToken = components['headers']['ScaToken'];
export type $defs = Record<string, never>;
export interface operations {
    cardList: {
        parameters: {
            query?: {
                /** @description How many cards a page holds at most. */
                pageSize?: components["parameters"]["PageSize"];
                /** @description Which page to return. The first is 1. */
                pageNumber?: components["parameters"]["PageNumber"];
            };
            header?: {
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cards of the page. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardPage"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardStatusUpdate"];
            };
        };
        responses: {
            /** @description The card with its new status. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CardNotFound"];
            /** @description The card cannot go from its present status to the one asked for. */
            409: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count is zero. */
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. Any form of token is taken here. */
                cardToken: components["parameters"]["LooseCardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneNumberUpdate"];
            };
        };
        responses: {
            /** @description The phone number that the card has now. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardPhoneNumber"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CardNotFound"];
            /** @description The value has the form of a phone number, but is none that ITU-T E.164 allows. */
            422: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permissions. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionUpdate"];
            };
        };
        responses: {
            /** @description The permission is set. */
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
            /** @description A permission that is to be enabled is locked. */
            409: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionUpdates"];
            };
        };
        responses: {
            /** @description The permissions are set. */
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
            /** @description A permission that is to be enabled is locked. */
            409: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardLimitUpdate"];
            };
        };
        responses: {
            /** @description The limit is set. */
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
            /** @description The limit would be above that of the profile. */
            422: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
                /** @description The card, by its token. The token is an identifier, not a credential. */
                cardToken: components["parameters"]["CardToken"];
                /** @description The limit to remove. */
                cardLimitType: components["parameters"]["CardLimitType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limit is gone. */
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description The profile whose cards these are. */
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EncryptionKey"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
                /** @description The card whose data is asked for. */
                "x-tw-twcard-card-token": components["parameters"]["CardTokenHeader"];
                /** @description A one-time token whose challenges have been passed. Sent with an otherwise unchanged repetition of the call that was refused; it is spent by that. */
                "x-2fa-approval"?: components["parameters"]["ScaApproval"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealedRequest"];
            };
        };
        responses: {
            /** @description The card's details. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    "x-2fa-approval-result": components["headers"]["ScaResult"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardDetails"];
                    "application/jose": components["schemas"]["SealedAnswer"];
                };
            };
            /** @description The request breaks the contract, or its payload is not a JWE that the server can open. */
            400: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrChallenged"];
            404: components["responses"]["CardNotFound"];
            /** @description There is no encryption key of this version. */
            422: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
                /** @description The card whose data is asked for. */
                "x-tw-twcard-card-token": components["parameters"]["CardTokenHeader"];
                /** @description A one-time token whose challenges have been passed. Sent with an otherwise unchanged repetition of the call that was refused; it is spent by that. */
                "x-2fa-approval"?: components["parameters"]["ScaApproval"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealedRequest"];
            };
        };
        responses: {
            /** @description The card's PIN. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    "x-2fa-approval-result": components["headers"]["ScaResult"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardPin"];
                    "application/jose": components["schemas"]["SealedAnswer"];
                };
            };
            /** @description The request breaks the contract, or its payload is not a JWE that the server can open. */
            400: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrChallenged"];
            404: components["responses"]["CardNotFound"];
            /** @description There is no encryption key of this version. */
            422: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeTokenStatus"];
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password is on its way. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpDelivery"];
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtpVerification"];
            };
        };
        responses: {
            /** @description The token, without the challenge that has been passed. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeTokenStatus"];
                };
            };
            /** @description The request breaks the contract, or the password is wrong. */
            400: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password is on its way. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpDelivery"];
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtpVerification"];
            };
        };
        responses: {
            /** @description The token, without the challenge that has been passed. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeTokenStatus"];
                };
            };
            /** @description The request breaks the contract, or the password is wrong. */
            400: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password is on its way. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpDelivery"];
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
                /** @description The one-time token that a refused call carried in its `x-2fa-approval` header. */
                "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtpVerification"];
            };
        };
        responses: {
            /** @description The token, without the challenge that has been passed. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeTokenStatus"];
                };
            };
            /** @description The request breaks the contract, or the password is wrong. */
            400: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
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
                /** @description An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of more than 36 characters is ignored. */
                "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description The request breaks the contract. */
            400: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description The credentials or the grant are not accepted. */
            401: {
                headers: {
                    "x-trace-id": components["headers"]["TraceId"];
                    "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
