import {
  type CallPromise,
  type Card,
  type CardDetails,
  type CardPage,
  createClient,
  isScaRequiredError,
  type OperationName,
  type SealedCardData,
  type WiseClient,
  type WiseErrorCode,
} from "@wisekit/client";
import { describe, expectTypeOf, it } from "vitest";

declare const wise: WiseClient;
const cardArgs = { profileId: 1, cardToken: "x" };

describe("types of calls", () => {
  it("are concrete", () => {
    expectTypeOf(wise.cards.list({ profileId: 1 })).toEqualTypeOf<CallPromise<CardPage>>();
    expectTypeOf(wise.cards.get(cardArgs)).resolves.toEqualTypeOf<Card>();
    expectTypeOf(wise.cards.resetPinCount(cardArgs)).resolves.toEqualTypeOf<void>();
    expectTypeOf(wise.cards.list.all({ profileId: 1 })).toEqualTypeOf<AsyncGenerator<Card, void, undefined>>();
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
