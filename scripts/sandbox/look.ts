import { type CardPage, createClient, isApiError, type WiseClient } from "@wisekit/client";
import { validateResponses } from "@wisekit/client/validate";
import { createCardDataSession } from "@wisekit/crypto";

/** Whose cards are looked at, and where. */
export interface LookOptions {
  readonly environment?: "sandbox";
  readonly baseUrl?: string;
  readonly token: string;
  readonly profileId: number;
}

/** What a call came to: a value, or what it threw. */
export type Seen<Value> =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: unknown };

/** What a first look at a Wise saw. No card data is in it. */
export interface Look {
  readonly cards: Seen<CardPage>;
  readonly beyondLastPage: Seen<CardPage>;
  readonly missingCard: Seen<unknown>;
  readonly foreignProfile: Seen<unknown>;
  readonly unknownToken: Seen<unknown>;
  readonly reads: Readonly<Record<string, Seen<unknown>>>;
  readonly encryptionKey: Seen<unknown>;
  /** Whether the details of a card could be opened. */
  readonly reveal: Seen<true>;
  /** Where responses did not match the contract. */
  readonly violations: readonly string[];
}

const missingToken = "00000000-0000-4000-8000-000000000000";

/** Makes the calls that only read, and one reveal, whose secrets are wiped at once. */
export async function lookAt({ token, profileId, ...address }: LookOptions): Promise<Look> {
  const violations: string[] = [];
  const plain = createClient({ ...address, auth: token });
  const wise: WiseClient = validateResponses(plain, {
    validate: "warn",
    onViolation: (found) => violations.push(...found.violations.map((text) => `${found.operation}: ${text}`)),
  });
  const cards = await seen(wise.cards.list({ profileId, pageSize: 100 }));
  const cardToken = cards.value?.cards[0]?.token ?? missingToken;
  const card = { profileId, cardToken };
  return {
    cards,
    beyondLastPage: await seen(wise.cards.list({ profileId, pageNumber: 1_000_000 })),
    missingCard: await seen(wise.cards.get({ profileId, cardToken: missingToken })),
    foreignProfile: await seen(wise.cards.list({ profileId: 1 })),
    unknownToken: await seen(createClient({ ...address, auth: "no-such-token" }).cards.list({ profileId })),
    reads: {
      "cards.get": await seen(wise.cards.get(card)),
      "permissions.list": await seen(wise.permissions.list(card)),
      "spendingLimits.list": await seen(wise.spendingLimits.list(card)),
      "spendingLimits.listForProfile": await seen(wise.spendingLimits.listForProfile({ profileId })),
    },
    encryptionKey: await seen(wise.cardData.encryptionKey()),
    reveal: await seen(reveal(wise, cardToken)),
    violations,
  };
}

async function reveal(wise: WiseClient, cardToken: string): Promise<true> {
  const session = await createCardDataSession(await wise.cardData.encryptionKey(), { onResponseForm: () => {} });
  const { pan } = await session.open(await wise.cardData.details({ cardToken, ...session.request }));
  pan.dispose();
  return true;
}

async function seen<Value>(call: Promise<Value>): Promise<Seen<Value>> {
  try {
    return { value: await call };
  } catch (error) {
    return { error };
  }
}

/** What a call came to in a few words, without a value of a response. */
export function inWords({ error }: Seen<unknown>): string {
  if (error === undefined) return "ok";
  if (isApiError(error)) return `${error.status} ${error.problem.code ?? "without a code"}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : "failed";
}
