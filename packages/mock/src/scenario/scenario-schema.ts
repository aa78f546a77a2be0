import { cardLimitTypes, cardStatuses, permissionTypes } from "../engine/card.ts";
import { spendingTypes } from "../engine/profile.ts";

const text = { type: "string", minLength: 1 };
const amount = { type: "number", minimum: 0 };
const permissions = { type: "array", items: { enum: permissionTypes } };
const limit = closed({ DAILY: amount, MONTHLY: amount });

const card = closed(
  {
    token: text,
    status: { enum: cardStatuses },
    cardHolderName: text,
    expiryDate: { type: "string", format: "date-time" },
    pan: { type: "string", pattern: "^[0-9]{12,19}$" },
    cvv2: { type: "string", pattern: "^[0-9]{3}$" },
    pin: { type: "string", pattern: "^[0-9]{4,6}$" },
    program: text,
    creationTime: { type: "string", format: "date-time" },
  },
  {
    phoneNumber: text,
    unlockSpendingPermissions: { enum: ["WITH_PARTNER_API", "WITH_FIRST_CHIP_AND_PIN_TRANSACTION", "NONE"] },
    modificationTime: { type: "string", format: "date-time" },
    permissions: closed({}, { off: permissions, locked: permissions }),
    limits: closed({}, Object.fromEntries(cardLimitTypes.map((type) => [type, amount]))),
  },
);

const profile = closed(
  {
    id: { type: "integer", minimum: 1 },
    userId: { type: "integer" },
    country: { type: "string", pattern: "^[A-Z]{2}$" },
    currency: { type: "string", pattern: "^[A-Z]{3}$" },
    timeZone: text,
    phoneNumber: text,
    sca: { enum: ["off", "high-risk", "low-risk"] },
    limits: closed({}, Object.fromEntries(spendingTypes.map((type) => [type, limit]))),
    cards: { type: "array", items: card },
  },
  { scaFactors: { enum: [1, 2] }, generatedCards: { type: "integer", minimum: 0, maximum: 1_000_000 } },
);

/** What a scenario must look like (JSON Schema 2020-12). */
export const scenarioSchema: object = closed({
  description: { type: "string" },
  clientId: text,
  programs: {
    type: "object",
    additionalProperties: closed({ scheme: { enum: ["VISA", "MASTERCARD"] }, defaultCurrency: text, cardType: text }),
  },
  profiles: { type: "array", items: profile },
});

function closed(required: Record<string, unknown>, optional: Record<string, unknown> = {}): object {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
