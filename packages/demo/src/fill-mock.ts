import type { Mock } from "@wisekit/mock";

/** A profile of the demo. */
export interface DemoProfile {
  readonly id: number;
  readonly name: string;
}

const business = { id: 123456, name: "Acme Ltd" };
const travel = { id: 654321, name: "Acme Travel Inc" };

/** Amounts that each active card has paid today, in its currency. */
const purchases = [64.95, 12.4, 38.2];

/**
 * Adds to the mock's scenario: purchases, so that the limits show something, and a second profile, in the
 * United States, where card data needs no strong customer authentication. Returns both.
 */
export function fillMock({ state, simulate }: Mock): readonly DemoProfile[] {
  const cards = state.cards.list(business.id).filter(({ status }) => status === "ACTIVE");
  for (const { token } of cards) {
    for (const amount of purchases) simulate.purchase(token, { method: "WALLET", amount });
  }
  const profile = state.profiles.get(business.id);
  if (!profile) throw new Error(`The mock's scenario has no profile ${business.id}`);
  state.profiles.put({
    ...profile,
    ...{ id: travel.id, userId: 202, country: "US", currency: "USD", timeZone: "America/New_York" },
    sca: "off",
    usage: {},
  });
  const holders = ["Ines Duarte", "Noah Whitfield", "Yuki Mori"];
  for (const [index, card] of cards.slice(0, holders.length).entries()) {
    state.cards.put({
      ...card,
      token: `7d1f0e52-6b0c-4f0a-9b1e-00000000000${index}`,
      profileId: travel.id,
      cardHolderName: holders[index] ?? card.cardHolderName,
      cardProgram: { ...card.cardProgram, defaultCurrency: "USD" },
    });
  }
  return [business, travel];
}
