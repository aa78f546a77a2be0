import type { Scenario, ScenarioCard } from "@wisekit/mock";

/** The profiles of the scenario, as the back end lists them. */
export const profiles = [
  { id: 123456, name: "Acme Ltd" },
  { id: 234567, name: "Beta GmbH" },
  { id: 345678, name: "Empty Inc" },
];

/** The application's own credentials at Wise. The secret is in no other text. */
export const partner = { clientId: "demo", clientSecret: "canary-client-secret" };

/** Two users of the back end. Ann has everything but what is Bob's alone. */
export const users = [
  { name: "Ann", profiles: profiles.slice(0, 2), refreshToken: "canary-refresh-token-of-ann" },
  { name: "Bob", profiles: profiles.slice(2), refreshToken: "canary-refresh-token-of-bob" },
];

/** The values that must not leak. They are in no other text, not even by chance. */
export const secrets = { pan: "4596619073518264", cvv2: "739", pin: "8461" };

/** Cards by what the tests need them for. */
export const tokens = {
  active: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52",
  toBlock: "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
  suspended: "8d116ece-1738-47d9-bd9c-172411e20b8f",
  inactive: "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
};

const program = "VISA_DEBIT_BUSINESS_UK_1";

function cardOf(index: number, change: Partial<ScenarioCard>): ScenarioCard {
  return {
    token: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    status: "ACTIVE",
    cardHolderName: `Holder ${index}`,
    expiryDate: "2030-05-31T00:00:00Z",
    pan: `459661000000${String(2000 + index)}`,
    cvv2: "555",
    pin: "5555",
    program,
    creationTime: "2024-05-31T01:43:24.596Z",
    ...change,
  };
}

const limits = { DAILY: 10_000, MONTHLY: 30_000 };
const profileOf = (id: number, cards: readonly ScenarioCard[]) => ({
  id,
  userId: id,
  country: "GB",
  currency: "GBP",
  timeZone: "Europe/London",
  phoneNumber: "+441234567890",
  sca: "high-risk" as const,
  limits: { GENERAL: limits },
  cards,
});

/** Twelve cards, so two pages, in one profile; one card in the second; none in the third. */
export const scenario: Scenario = {
  description: "Cards for the tests of the demo.",
  clientId: "demo",
  programs: { [program]: { scheme: "VISA", defaultCurrency: "GBP", cardType: "VIRTUAL" } },
  profiles: [
    profileOf(123456, [
      cardOf(1, {
        token: tokens.active,
        cardHolderName: "John Smith",
        ...secrets,
        unlockSpendingPermissions: "WITH_FIRST_CHIP_AND_PIN_TRANSACTION",
        permissions: { off: ["ATM_WITHDRAWAL"], locked: ["POS_CONTACTLESS", "POS_MAGSTRIPE"] },
        limits: { MONTHLY: 1000 },
      }),
      cardOf(2, { token: tokens.toBlock, cardHolderName: "Daniel Osei" }),
      cardOf(3, { token: tokens.suspended, cardHolderName: "Mei Tanaka", status: "PARTNER_SUSPENDED" }),
      cardOf(4, { token: tokens.inactive, cardHolderName: "Maximiliane Wolkenstein-Hohenberg", status: "INACTIVE" }),
      ...[5, 6, 7, 8, 9, 10, 11, 12].map((index) => cardOf(index, {})),
    ]),
    profileOf(234567, [cardOf(20, { cardHolderName: "Greta Vogel" })]),
    profileOf(345678, []),
  ],
};
