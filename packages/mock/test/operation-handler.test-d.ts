import type { Card, CardPage, ErrorList, UpdatableCardStatus } from "@wisekit/spec";
import { describe, expectTypeOf, it } from "vitest";
import type { OperationHandlers, OperationRequest, OperationResponse } from "../src/handlers/operation-handler.ts";

describe("a handler's request", () => {
  it("has path, query, headers in lower case and body as the contract types them", () => {
    type List = OperationRequest<"cards.list">;
    expectTypeOf<List["path"]>().toEqualTypeOf<{ profileId: number }>();
    expectTypeOf<List["query"]>().toEqualTypeOf<{ pageSize?: number; pageNumber?: number }>();
    expectTypeOf<List["body"]>().toEqualTypeOf<undefined>();
    expectTypeOf<OperationRequest<"cards.get">["query"]>().toEqualTypeOf<Record<never, never>>();
    expectTypeOf<OperationRequest<"cardData.pin">["headers"]["x-tw-twcard-card-token"]>().toEqualTypeOf<string>();
    expectTypeOf<OperationRequest<"cards.updateStatus">["body"]["status"]>().toEqualTypeOf<UpdatableCardStatus>();
  });
});

describe("a handler's response", () => {
  it("is one of the documented ones, with its body", () => {
    type Update = OperationResponse<"cards.updateStatus">;
    expectTypeOf<Extract<Update, { status: 200 }>["body"]>().toEqualTypeOf<Card>();
    expectTypeOf<Extract<Update, { status: 409 }>["body"]>().toEqualTypeOf<ErrorList>();
    expectTypeOf<Extract<Update, { status: 418 }>>().toBeNever();
    expectTypeOf<OperationResponse<"cards.resetPinCount"> & { status: 200 }>().toHaveProperty("body");
    expectTypeOf<CardPage>().toExtend<OperationResponse<"cards.list">["body"]>();
  });

  it("cannot be of another operation", () => {
    const handlers: OperationHandlers = {
      // @ts-expect-error: a list of cards is no card
      "cards.get": () => ({ status: 200, body: { cards: [], totalCount: 0 } }),
      // @ts-expect-error: the contract documents no such status
      "cards.resetPinCount": () => ({ status: 201 }),
    };
    expectTypeOf(handlers).not.toBeAny();
  });
});
