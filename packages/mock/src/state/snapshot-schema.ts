import { tokenKinds } from "../contract/document.ts";
import { permissionTypes } from "../engine/card.ts";

const text = { type: "string" };
const number = { type: "number" };
const flag = { type: "boolean" };
const object = (properties: Record<string, unknown>, optional: Record<string, unknown> = {}) => ({
  type: "object",
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
});
const list = (items: unknown) => ({ type: "array", items });
const pair = (first: unknown, second: unknown) => ({
  type: "array",
  prefixItems: [first, second],
  minItems: 2,
  maxItems: 2,
});

const usage = object({ amount: number, endsAt: text });
const position = { type: "array", items: number, minItems: 4, maxItems: 4 };
const permission = object({ isEnabled: flag, isLocked: flag });
/** What a card must look like (JSON Schema 2020-12). */
export const cardSchema: object = object(
  {
    token: text,
    profileId: number,
    clientId: text,
    // Clients are told that others can come, and tests try it.
    status: text,
    cardHolderName: text,
    expiryDate: text,
    lastFourDigits: text,
    bankIdentificationNumber: text,
    phoneNumber: text,
    cardProgram: object({ name: text, scheme: text, defaultCurrency: text, cardType: text }),
    unlockSpendingPermissions: text,
    creationTime: text,
    modificationTime: text,
    permissions: object(Object.fromEntries(permissionTypes.map((type) => [type, permission]))),
    limits: { type: "object", additionalProperties: number },
    usage: object({ daily: usage, monthly: usage, lifetime: number }),
    wrongPinEntries: number,
  },
  { pan: text, cvv2: text, pin: text },
);
/** What a profile must look like. */
export const profileSchema: object = object({
  id: number,
  userId: number,
  country: text,
  currency: text,
  timeZone: text,
  phoneNumber: text,
  sca: { enum: ["off", "high-risk", "low-risk"] },
  scaFactors: { enum: [1, 2] },
  limits: { type: "object", additionalProperties: object({ DAILY: number, MONTHLY: number }) },
  usage: { type: "object", additionalProperties: object({ daily: usage, monthly: usage }) },
});
/** What a snapshot must look like (JSON Schema 2020-12). */
export const snapshotSchema: object = object({
  version: { const: 3 },
  clockOffsetMs: number,
  random: object({ identifiers: position, traces: position, sealing: position, faults: position }),
  settings: object({
    sca: flag,
    knownTokensOnly: flag,
    cardDataResponseFormat: { enum: ["jwe", "json"] },
    cardDataNonce: { enum: ["own", "echo"] },
    keyWraps: list(text),
  }),
  profiles: list(profileSchema),
  cards: list(cardSchema),
  oneTimeTokens: list(
    object({
      token: text,
      userId: number,
      phoneNumber: text,
      operation: text,
      cardToken: text,
      expiresAtMs: number,
      sentOver: list(text),
      open: list({ enum: ["ONE_TIME_PASSWORD", "PIN"] }),
    }),
  ),
  scaStates: list(pair(number, object({ failuresInARow: number, blockedUntilMs: number, lastPassedAtMs: number }))),
  accessTokens: list(object({ token: text, kind: { enum: tokenKinds }, expiresAtMs: number })),
  refreshTokens: list(object({ token: text, expiresAtMs: number, accessTokens: list(text) })),
  usedAuthorisationCodes: list(text),
  encryptionKeys: list(pair(number, object({ kty: text, n: text, e: text, d: text }))),
  keyedCalls: list(
    object({
      id: text,
      fingerprint: text,
      response: object({
        statusCode: number,
        headers: { type: "object", additionalProperties: text },
        body: text,
        encoding: { enum: ["none", "json", "text", "base64"] },
      }),
    }),
  ),
});
