import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationName, WiseClient } from "@wisekit/client";
import { createNodeHandler, createProxy, type ProxyOperationName } from "@wisekit/client/proxy";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { expectTypeOf, test } from "vitest";

declare const wise: WiseClient;

test("a grant can name operations, and none that takes the partner's credentials", () => {
  expectTypeOf<ProxyOperationName>().toExtend<OperationName>();
  expectTypeOf<Exclude<OperationName, ProxyOperationName>>().toEqualTypeOf<"oauth.token">();
});

test("a grant has a client and what it allows, and says of each profile which cards", () => {
  createProxy({
    authorize: () => ({
      client: wise.as("a-token"),
      allow: { operations: ["cards.list"], profiles: [{ id: 1, cards: "all" }] },
    }),
  });
  // @ts-expect-error: which cards must be said
  createProxy({ authorize: () => ({ client: wise, allow: { operations: [], profiles: [{ id: 1 }] } }) });
});

test("the handler for Node takes what node:http and Express give", () => {
  const handler = createNodeHandler(() => new Response());
  expectTypeOf(handler).toBeCallableWith({} as IncomingMessage, {} as ServerResponse);
  expectTypeOf(handler).toBeCallableWith({} as ExpressRequest, {} as ExpressResponse);
});
