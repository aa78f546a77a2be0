import {
  type Auth,
  type CallOptions,
  type CallPromise,
  type Card,
  type CardDetails,
  type CardPage,
  createClient,
  createClientWith,
  type ItemWalk,
  isScaRequiredError,
  type KeyedCallOptions,
  type OperationName,
  type Register,
  type RegisteredClient,
  type SealedCardData,
  type WiseClient,
  type WiseErrorCode,
} from "@wisekit/client";
import { cards, spendingLimits } from "@wisekit/client/resources";
import { describe, expectTypeOf, it } from "vitest";

declare const wise: WiseClient;
const cardArgs = { profileId: 1, cardToken: "x" };

describe("types of calls", () => {
  it("are concrete", () => {
    expectTypeOf(wise.cards.list({ profileId: 1 })).toEqualTypeOf<CallPromise<CardPage>>();
    expectTypeOf(wise.cards.get(cardArgs)).resolves.toEqualTypeOf<Card>();
    expectTypeOf(wise.cards.resetPinCount(cardArgs)).resolves.toEqualTypeOf<void>();
    expectTypeOf(wise.cards.list.all({ profileId: 1 })).toEqualTypeOf<ItemWalk<Card, CardPage>>();
    expectTypeOf<Awaited<ReturnType<typeof wise.cardData.details>>>().toEqualTypeOf<SealedCardData<CardDetails>>();
  });

  it("are not any", () => {
    expectTypeOf(wise.cards.get(cardArgs)).not.toBeAny();
    expectTypeOf<Card["status"]>().not.toBeAny();
    expectTypeOf<Parameters<typeof wise.cards.updateStatus>[0]>().not.toBeAny();
    expectTypeOf(wise.http.GET).not.toBeAny();
  });

  it("give the response with the value", () => {
    const result = wise.cards.get(cardArgs).withResponse();
    expectTypeOf(result).resolves.toHaveProperty("data").toEqualTypeOf<Card>();
    expectTypeOf(result).resolves.toHaveProperty("traceId").toEqualTypeOf<string | undefined>();
  });

  it("leave open enums open and closed ones closed", () => {
    expectTypeOf<string>().toExtend<Card["status"]["value"]>();
    // @ts-expect-error a status that may not be asked for
    wise.cards.updateStatus({ ...cardArgs, status: "PURGED" });
  });

  it("have null in a field of a response that may be null, and not where the next call needs the value", () => {
    expectTypeOf<Card["phoneNumber"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Card["lastFourDigits"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Card["token"]>().toEqualTypeOf<string>();
  });

  it("have a number for the profile of a phone number", () => {
    expectTypeOf(wise.cards.updatePhoneNumber({ ...cardArgs, phoneNumber: "+6588888888" }))
      .resolves.toHaveProperty("profileId")
      .toEqualTypeOf<number>();
  });

  it("refuse what the call would refuse", () => {
    // @ts-expect-error an unknown argument
    wise.cards.get({ ...cardArgs, card: 1 });
    // @ts-expect-error a missing argument
    wise.cards.get({ profileId: 1 });
    // @ts-expect-error a number where text belongs
    wise.cards.get({ profileId: 1, cardToken: 2 });
    // @ts-expect-error an unknown option
    wise.cards.get(cardArgs, { timeout: 1 });
    // @ts-expect-error a walk starts at the first page
    wise.cards.list.all({ profileId: 1, pageNumber: 2 });
    // @ts-expect-error a grant without what it needs
    wise.oauth.token({ clientId: "a", clientSecret: "b", grant_type: "refresh_token" });
    // @ts-expect-error an unknown environment
    createClient({ environment: "staging" });
    // @ts-expect-error an unknown option of the client
    createClient({ environment: "sandbox", token: "x" });
    // @ts-expect-error a path that is not in the contract
    wise.http.GET("/v9/cards", {});
  });

  it("allow arguments that are left out or undefined", () => {
    wise.cards.list({ profileId: 1, pageSize: undefined }, { signal: undefined, timeoutMs: 5 });
    wise.cardData.encryptionKey();
  });
});

describe("types of errors", () => {
  it("are a closed set of codes", () => {
    expectTypeOf<"ERR_API">().toExtend<WiseErrorCode>();
    expectTypeOf<string>().not.toExtend<WiseErrorCode>();
    expectTypeOf<OperationName>().extract<"cards.list">().toEqualTypeOf<"cards.list">();
  });

  it("narrow by guard and by code", () => {
    const error: unknown = undefined;
    if (isScaRequiredError(error)) {
      expectTypeOf<typeof error.code>().toEqualTypeOf<"ERR_SCA_REQUIRED">();
      expectTypeOf(error.oneTimeToken).toEqualTypeOf<string>();
    }
  });
});

describe("types of a client with some resources", () => {
  const mine = createClientWith({ environment: "sandbox" }, { cards, limits: spendingLimits });

  it("are those of the whole client", () => {
    expectTypeOf(mine.cards).toEqualTypeOf<WiseClient["cards"]>();
    expectTypeOf(mine.limits).toEqualTypeOf<WiseClient["spendingLimits"]>();
    expectTypeOf(mine.http).toEqualTypeOf<WiseClient["http"]>();
    expectTypeOf(mine.cards.get).not.toBeAny();
  });

  it("have no other resources", () => {
    // @ts-expect-error a resource that it was not given
    mine.permissions;
    // @ts-expect-error something that is no resource
    createClientWith({ environment: "sandbox" }, { cards: {} });
  });

  it("stand for the application's client, once it is registered", () => {
    expectTypeOf<RegisteredClient>().toEqualTypeOf<WiseClient>();
    expectTypeOf<keyof Register>().toEqualTypeOf<never>();
  });
});

describe("types of options", () => {
  it("know the idempotency key only where it is sent", () => {
    // @ts-expect-error cards.get takes no key
    wise.cards.get(cardArgs, { idempotencyKey: "x" });
    expectTypeOf<KeyedCallOptions>().toExtend<CallOptions>();
  });

  it("take a token, a provider, or both kinds of tokens", () => {
    expectTypeOf<string>().toExtend<Auth>();
    expectTypeOf<{ user: string; application: () => Promise<string> }>().toExtend<Auth>();
    // @ts-expect-error an owner that does not exist
    createClient({ environment: "sandbox", auth: { owner: "x" } });
  });
});
