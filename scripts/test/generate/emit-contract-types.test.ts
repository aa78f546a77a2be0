import { expect, it } from "vitest";
import { emitCardData } from "../../generate/emit-card-data.ts";
import { emitContractTypes } from "../../generate/emit-contract-types.ts";
import { smallContract } from "./support/small-contract.ts";

const schemas = `
CardStatus:
  type: string
  description: The status of a card. It is open, as every enum that a response can hold, so that a value of tomorrow arrives.
  x-open-enum: true
  enum: [ACTIVE_AND_READY_TO_BE_USED, FROZEN_UNTIL_IT_IS_USED_AGAIN, BLOCKED_FOR_GOOD_AND_NEVER_USED_AGAIN]
Card:
  type: object
  description: A card.
  required: [token]
  properties:
    token: { type: string, format: uuid, description: Its token., x-sensitive: none, examples: [ca0c8154] }
    status: { $ref: "#/components/schemas/CardStatus" }
    parent: { $ref: "#/components/schemas/Card" }
    old: { type: string, deprecated: true }
`;

const paths = `
/cards/{token}:
  get:
    operationId: cardsGet
    tags: [things]
    summary: Get a card
    x-sdk-name: cards.get
    parameters:
      - { name: token, in: path, required: true, x-sensitive: none, schema: { type: string } }
    responses:
      "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Card" } } } }
`;

it("the contract's types are one for each schema, and everything by path, operation and component", async () => {
  const text = emitContractTypes(await smallContract({ schemas, paths }));
  expect(text.slice(0, text.indexOf("export interface components"))).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

export interface paths {
  "/facts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get facts */
    get: operations["factsGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/cards/{token}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a card */
    get: operations["cardsGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
/** A card. */
export type Card = {
  /**
   * Its token.
   *
   * Format: uuid
   * @example ca0c8154
   */
  token: string;
  status?: CardStatus;
  parent?: Card;
  /** @deprecated */
  old?: string;
};
/** The status of a card. It is open, as every enum that a response can hold, so that a value of tomorrow arrives. */
export type CardStatus =
  | "ACTIVE_AND_READY_TO_BE_USED"
  | "FROZEN_UNTIL_IT_IS_USED_AGAIN"
  | "BLOCKED_FOR_GOOD_AND_NEVER_USED_AGAIN"
  | (string & {});
export type Nothing = Record<string, unknown>;
`);
  expect(text.slice(text.indexOf("export interface components"))).toBe(`\
export interface components {
  schemas: {
    Card: Card;
    CardStatus: CardStatus;
    Nothing: Nothing;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export interface operations {
  factsGet: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Nothing. */
      204: {
        headers: {
          "x-trace-id"?: string;
          "x-challenge"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  cardsGet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** It. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Card;
        };
      };
    };
  };
}
`);
});

const sealed = `
/keys:
  get:
    operationId: keysGet
    tags: [things]
    summary: Get the key
    x-sdk-name: keys.get
    responses:
      "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Key" } } } }
/pins:
  post:
    operationId: pinsGet
    tags: [things]
    summary: Get a PIN
    x-sdk-name: pins.get
    x-retry: read
    requestBody:
      required: true
      content: { application/json: { schema: { $ref: "#/components/schemas/Sealed" } } }
    responses:
      "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Pin" } } } }
/cards:
  get:
    operationId: cardsGet
    tags: [things]
    summary: Get a card
    x-sdk-name: cards.get
    responses:
      "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Other" } } } }
`;

const sealedSchemas = `
Key: { type: object, properties: { part: { $ref: "#/components/schemas/KeyPart" } } }
KeyPart: { type: object, properties: { deeper: { $ref: "#/components/schemas/KeyPart2" } } }
KeyPart2: { type: string }
Sealed: { type: object, properties: { payload: { type: string, x-jwe: { alg: [RSA1_5], enc: [A256GCM], key: keys.get } } } }
Pin: { type: object, required: [pin, cvv2], properties: { pin: { $ref: "#/components/schemas/Digits" }, cvv2: { type: [string, "null"], x-sensitive: cvv2 }, note: { type: string } } }
Digits: { type: string, x-sensitive: pin }
Other: { type: object }
`;

it("crypto gets the types of whatever is sealed, however deep, and the names of secret fields", async () => {
  expect(emitCardData(await smallContract({ schemas: sealedSchemas, paths: sealed }))).toBe(`\
// Generated from spec/ by \`pnpm generate\`; edit the contract instead.

export type {
  Digits,
  Key,
  KeyPart,
  KeyPart2,
  Pin,
  Sealed,
} from "@wisekit/spec";

/** Fields of an opened response that are secret, and the kind of secret each one is. */
export const sealedFields = {
  cvv2: "cvv2",
  pin: "pin",
} as const;

/** What a response has at least: one of these sets of secrets. */
export const neededSecrets: readonly (readonly string[])[] = [["pin"]];
`);
});

it("crypto is told that any one secret will do in a sealed response that promises none", async () => {
  const schemas = sealedSchemas.replace("required: [pin, cvv2]", "required: []");
  expect(emitCardData(await smallContract({ schemas, paths: sealed }))).toContain('= [["pin"], ["cvv2"]];');
});
