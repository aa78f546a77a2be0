import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { specLint } from "../checks/spec-lint.ts";
import { saysSecret } from "../contract/vocabulary/sensitive.ts";
import { vocabulary } from "../contract/vocabulary.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "spec-"));
  await cp(join(ROOT, "spec"), folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
});

afterEach(() => rm(folder, { recursive: true }));

interface Violation {
  rule: string;
  /** File below `spec/`. */
  file: string;
  /** Text whose first occurrence is replaced. */
  find: string;
  replace: string;
  /** Text, after the replacement, that begins on the line that must be reported; by default what was put in. */
  at?: string;
  /** Where the problem shows, if that is another file than the one that was changed. */
  reported?: { file: string; at: string };
}

const CARDS = "paths/cards.yaml";
const CARD = "schemas/card.yaml";
const PARAMETERS = "components/parameters.yaml";
const HEADERS = "components/headers.yaml";
const RESPONSES = "components/responses.yaml";

const VIOLATIONS: Record<string, Violation> = {
  "an operation without an SDK name": {
    rule: "x-sdk-name",
    file: CARDS,
    find: "    x-sdk-name: cards.list\n",
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "an SDK name that is not resource.method": {
    rule: "x-sdk-name",
    file: CARDS,
    find: "x-sdk-name: cards.list",
    replace: "x-sdk-name: cards.List",
  },
  "an SDK name that another operation has": {
    rule: "x-sdk-name",
    file: "paths/spending-limits.yaml",
    find: "x-sdk-name: spendingLimits.list\n",
    replace: "x-sdk-name: cards.get\n",
  },
  "an operation without a retry class": {
    rule: "x-retry",
    file: CARDS,
    find: "    x-retry: idempotent\n",
    replace: "",
    at: "  put:\n    operationId: cardStatusUpdate",
  },
  "a retry class that does not exist": {
    rule: "x-retry",
    file: CARDS,
    find: "x-retry: idempotent",
    replace: "x-retry: sometimes",
  },
  "a GET that changes something and does not say what": {
    rule: "x-invalidates",
    file: CARDS,
    find: "    x-sdk-name: cards.list\n",
    replace: "    x-sdk-name: cards.list\n    x-retry: never\n",
    at: "  get:\n    operationId: cardList",
  },
  "SCA on an operation without the way to send the token": {
    rule: "x-sca",
    file: CARDS,
    find: "x-sdk-name: cards.list",
    replace: "x-sca: where-applicable\n    x-sdk-name: cards.list",
  },
  "no SCA on an operation that takes the token": {
    rule: "x-sca",
    file: "paths/card-data.yaml",
    find: "    x-sca: where-applicable\n",
    replace: "",
    at: "  post:\n    operationId: cardSensitiveDetailsGet",
  },
  "a list of which nobody says how to walk its pages": {
    rule: "x-pagination",
    file: "paths/spending-permissions.yaml",
    find: "    x-pagination: none\n",
    replace: "",
    at: "  get:\n    operationId: cardPermissionsGet",
  },
  "pagination by a parameter that does not exist": {
    rule: "x-pagination",
    file: CARDS,
    find: "page: pageNumber",
    replace: "page: pageIndex",
    at: "x-pagination: { style",
  },
  "pagination over a field that the response lacks": {
    rule: "x-pagination",
    file: CARDS,
    find: "items: cards",
    replace: "items: plastic",
    at: "x-pagination: { style",
  },
  "pagination on a write": {
    rule: "x-pagination",
    file: CARDS,
    find: "x-invalidates: []",
    replace: "x-invalidates: []\n    x-pagination: none",
    at: 'x-pagination: none\n    responses:\n      "200":\n        description: The count',
  },
  "a write that does not say what it invalidates": {
    rule: "x-invalidates",
    file: CARDS,
    find: "    x-invalidates: [cards.list, cards.get, permissions.list]\n",
    replace: "",
    at: "  put:\n    operationId: cardStatusUpdate",
  },
  "an invalidated read that does not exist": {
    rule: "x-invalidates",
    file: CARDS,
    find: "x-invalidates: [cards.list, cards.get, permissions.list]",
    replace: "x-invalidates: [cards.list, cards.all]",
  },
  "an invalidated operation that is a write": {
    rule: "x-invalidates",
    file: CARDS,
    find: "x-invalidates: []",
    replace: "x-invalidates: [cards.updateStatus]",
  },
  "a required card status that does not exist": {
    rule: "x-requires-card-status",
    file: "paths/card-data.yaml",
    find: "x-requires-card-status: [ACTIVE, FROZEN]",
    replace: "x-requires-card-status: [ACTIVE, MELTED]",
  },
  "a life cycle that starts at a status that does not exist": {
    rule: "x-transitions",
    file: CARD,
    find: "    INACTIVE: [ACTIVE, BLOCKED]",
    replace: "    MELTED: [ACTIVE, BLOCKED]",
    at: "MELTED: [ACTIVE",
  },
  "a life cycle that leads to a status that cannot be asked for": {
    rule: "x-transitions",
    file: CARD,
    find: "FROZEN: [ACTIVE, BLOCKED]",
    replace: "FROZEN: [ACTIVE, PURGED]",
  },
  "a header parameter without a name in the SDK": {
    rule: "x-sdk-argument",
    file: PARAMETERS,
    find: "  x-sdk-argument: cardToken\n",
    replace: "",
    at: "CardTokenHeader:",
  },
  "a header parameter that is argument and option": {
    rule: "x-sdk-argument",
    file: PARAMETERS,
    find: "  x-sdk-option: correlationId",
    replace: "  x-sdk-option: correlationId\n  x-sdk-argument: correlationId",
    at: "x-sdk-argument: correlationId",
  },
  "an option in two headers": {
    rule: "x-sdk-option",
    file: PARAMETERS,
    find: "x-sdk-option: oneTimeToken",
    replace: "x-sdk-option: correlationId",
  },
  "an argument name that is not camelCase": {
    rule: "x-sdk-argument",
    file: PARAMETERS,
    find: "  name: pageSize\n",
    replace: "  name: pageSize\n  x-sdk-argument: page-size\n",
    at: "x-sdk-argument: page-size",
  },
  "basic credentials without argument names": {
    rule: "x-sdk-credentials",
    file: "components/security.yaml",
    find: "  x-sdk-credentials: [clientId, clientSecret]\n",
    replace: "",
    at: "ClientCredentials:",
  },
  "credentials of one argument": {
    rule: "x-sdk-credentials",
    file: "components/security.yaml",
    find: "x-sdk-credentials: [clientId, clientSecret]",
    replace: "x-sdk-credentials: [clientId]",
  },
  "a fact that the SDK does not know": {
    rule: "x-sdk-fact",
    file: HEADERS,
    find: "x-sdk-fact: traceId",
    replace: "x-sdk-fact: weather",
  },
  "a challenge that its header cannot say": {
    rule: "x-sdk-fact",
    file: HEADERS,
    find: "x-sdk-fact: { challenge: REJECTED }",
    replace: "x-sdk-fact: { challenge: DENIED }",
  },
  "a fact in two headers": {
    rule: "x-sdk-fact",
    file: HEADERS,
    find: "x-sdk-fact: { userLimit: user }",
    replace: "x-sdk-fact: traceId",
    at: "x-sdk-fact: traceId\n  x-assumption",
  },
  "a word for the limit of one user that is no word": {
    rule: "x-sdk-fact",
    file: HEADERS,
    find: "x-sdk-fact: { userLimit: user }",
    replace: "x-sdk-fact: { userLimit: 1 }",
  },
  "a fact in another header than the option of its name": {
    rule: "x-sdk-fact",
    file: PARAMETERS,
    find: "name: x-2fa-approval",
    replace: "name: x-2fa-token",
    reported: { file: HEADERS, at: "x-sdk-fact: oneTimeToken" },
  },
  "a challenge that says no token": {
    rule: "x-sca",
    file: HEADERS,
    find: "  x-sdk-fact: oneTimeToken\n",
    replace: "",
    reported: { file: "paths/card-data.yaml", at: "x-sca: where-applicable" },
  },
  "a response whose correlation id is no fact": {
    rule: "operation-frame",
    file: HEADERS,
    find: "  x-sdk-fact: correlationId\n",
    replace: "",
    reported: { file: RESPONSES, at: "BadRequest:" },
  },
  "a PAN that is not marked": {
    rule: "x-sensitive",
    file: "schemas/card-data.yaml",
    find: "      x-sensitive: pan\n",
    replace: "",
    at: "pan:\n",
  },
  "a token header that is not marked": {
    rule: "x-sensitive",
    file: PARAMETERS,
    find: "  x-sensitive: token\n",
    replace: "",
    at: "OneTimeToken:",
  },
  "a kind of secret that does not exist": {
    rule: "x-sensitive",
    file: CARD,
    find: "x-sensitive: pii",
    replace: "x-sensitive: personal",
  },
  "a closed enum in a response": {
    rule: "x-open-enum",
    file: CARD,
    find: "      x-open-enum: true\n      enum: [VISA, MASTERCARD, null]",
    replace: "      enum: [VISA, MASTERCARD]",
    at: "enum: [VISA",
  },
  "a closed enum in a header of a response": {
    rule: "x-open-enum",
    file: "schemas/one-time-token.yaml",
    find: "  x-open-enum: true\n  enum: [APPROVED",
    replace: "  enum: [APPROVED",
    at: "enum: [APPROVED",
  },
  "an open enum in a request": {
    rule: "x-open-enum",
    file: "schemas/permission.yaml",
    find: "  enum: [ECOM, POS_CHIP, POS_MAGSTRIPE, POS_CONTACTLESS, ATM_WITHDRAWAL, MOBILE_WALLETS]\n  examples: [ECOM]\n\nPermissionList",
    replace: "  x-open-enum: true\n  enum: [ECOM]\n  examples: [ECOM]\n\nPermissionList",
    at: "x-open-enum: true\n  enum: [ECOM]\n",
  },
  "a description of a value that the enum lacks": {
    rule: "x-enum-descriptions",
    file: CARD,
    find: "    EXPIRED: The card has expired.",
    replace: "    MELTED: The card is liquid.",
    at: "MELTED:",
  },
  "a JWE without an algorithm that we know": {
    rule: "x-jwe",
    file: "schemas/card-data.yaml",
    find: "enc: [A256GCM]",
    replace: "enc: [A128CBC-HS256]",
    at: "x-jwe:",
  },
  "a JWE in a form of request that we do not know": {
    rule: "x-jwe",
    file: "schemas/card-data.yaml",
    find: "request: [key-only, jwe]",
    replace: "request: [key]",
    at: "x-jwe:",
  },
  "a 4xx that does not say its codes": {
    rule: "x-error-codes",
    file: RESPONSES,
    find: "  x-error-codes: [card.not.found]\n",
    replace: "",
    at: "CardNotFound:",
  },
  "an error code that does not exist": {
    rule: "x-error-codes",
    file: RESPONSES,
    find: "x-error-codes: [card.not.found]",
    replace: "x-error-codes: [card.is.gone]",
  },
  "a retryable 400": {
    rule: "x-retryable",
    file: RESPONSES,
    find: "  x-error-codes: [request.invalid]",
    replace: "  x-retryable: true\n  x-error-codes: [request.invalid]",
    at: "x-retryable: true",
  },
  "a server of no environment": {
    rule: "x-environment",
    file: "openapi.yaml",
    find: "    x-environment: sandbox\n",
    replace: "",
    at: "- url: https://api.wise-sandbox.com",
  },
  "a server of a host that is no word": {
    rule: "x-host",
    file: "openapi.yaml",
    find: "x-host: api",
    replace: "x-host: [api]",
  },
  "two servers of one environment": {
    rule: "x-environment",
    file: "openapi.yaml",
    find: "x-environment: sandbox",
    replace: "x-environment: production",
    at: "servers:",
  },
  "rate limits without a window": {
    rule: "x-rate-limits",
    file: "openapi.yaml",
    find: "{ requests: 100, windowSeconds: 1 }",
    replace: "{ requests: 100 }",
    at: "- { requests: 100 }",
  },
  "an assumption that says nothing": {
    rule: "x-assumption",
    file: CARDS,
    find: "x-assumption: No source says what a page beyond the last one contains, or how the cards are sorted.",
    replace: "x-assumption: true",
  },
  "an extension that is not in the list": {
    rule: "x-retries",
    file: CARDS,
    find: "    x-sdk-name: cards.list",
    replace: "    x-retries: 3\n    x-sdk-name: cards.list",
    at: "x-retries: 3",
  },
  "an extension on the wrong kind of node": {
    rule: "x-retry",
    file: CARD,
    find: "  description: A Wise card of a profile.",
    replace: "  description: A Wise card of a profile.\n  x-retry: read",
    at: "x-retry: read",
  },
  "an operation without the correlation id": {
    rule: "operation-frame",
    file: "openapi.yaml",
    find: "  parameters:\n    - { $ref: ./components/parameters.yaml#/CorrelationId }\n",
    replace: "",
    reported: { file: CARDS, at: "  get:\n    operationId: cardList" },
  },
  "a response without the trace id": {
    rule: "operation-frame",
    file: "openapi.yaml",
    find: "    x-trace-id: { $ref: ./components/headers.yaml#/TraceId }\n",
    replace: "",
    reported: { file: RESPONSES, at: "BadRequest:" },
  },
  "an operation with a token that cannot be refused with a 401": {
    rule: "operation-frame",
    file: "openapi.yaml",
    find: '    "401": { $ref: ./components/responses.yaml#/Unauthorized }\n',
    replace: "",
    reported: { file: CARDS, at: "  get:\n    operationId: cardList" },
  },
  "an operation without a 5xx": {
    rule: "operation-frame",
    file: "openapi.yaml",
    find: '    "500": { $ref: ./components/responses.yaml#/ServerError }\n    "503": { $ref: ./components/responses.yaml#/Unavailable }\n',
    replace: "",
    reported: { file: CARDS, at: "  get:\n    operationId: cardList" },
  },
  "an operation without a 400 for its path parameter": {
    rule: "bad-request",
    file: "openapi.yaml",
    find: '    "400": { $ref: ./components/responses.yaml#/BadRequest }\n',
    replace: "",
    reported: { file: CARDS, at: "  get:\n    operationId: cardList" },
  },
  "an operation without a 400 for its header": {
    rule: "bad-request",
    file: "openapi.yaml",
    find: '    "400": { $ref: ./components/responses.yaml#/BadRequest }\n',
    replace: "",
    reported: { file: "paths/one-time-token.yaml", at: "  get:\n    operationId: ottStatusGet" },
  },
  "an operation without a 400 for its body": {
    rule: "bad-request",
    file: "openapi.yaml",
    find: '    "400": { $ref: ./components/responses.yaml#/BadRequest }\n',
    replace: "",
    reported: { file: CARDS, at: "  put:\n    operationId: cardStatusUpdate" },
  },
  "a path that the document does not list": {
    rule: "wisekit/listed-paths",
    file: "openapi.yaml",
    find: "  /oauth/token:\n    $ref: ./paths/oauth.yaml#/token\n",
    replace: "",
    reported: { file: "paths/oauth.yaml", at: "token:" },
  },
  "a 429 that may lack Retry-After": {
    rule: "operation-frame",
    file: HEADERS,
    find: "  required: true\n",
    replace: "",
    reported: { file: HEADERS, at: "RetryAfter:" },
  },
  "a bearer token that is nobody's": {
    rule: "x-token",
    file: "components/security.yaml",
    find: "  x-token: user\n",
    replace: "",
    at: "UserToken:",
  },
  "a bearer token of somebody else": {
    rule: "x-token",
    file: "components/security.yaml",
    find: "x-token: user",
    replace: "x-token: card-holder",
  },
  "a token on basic credentials": {
    rule: "x-token",
    file: "components/security.yaml",
    find: "  x-sdk-credentials",
    replace: "  x-token: user\n  x-sdk-credentials",
    at: "x-token: user\n  x-sdk-credentials",
  },
  "a keyed operation without a key": {
    rule: "x-idempotency-key",
    file: CARDS,
    find: "x-retry: idempotent",
    replace: "x-retry: keyed",
  },
  "a key on an operation that is not keyed": {
    rule: "x-idempotency-key",
    file: CARD,
    find: '    status: { $ref: "#/UpdatableCardStatus" }',
    replace: '    status: { $ref: "#/UpdatableCardStatus", x-idempotency-key: true }',
    reported: { file: CARDS, at: "x-retry: idempotent" },
  },
  "a key in a response": {
    rule: "x-idempotency-key",
    file: CARD,
    find: '    status: { $ref: "#/CardStatusInfo" }',
    replace: '    status: { $ref: "#/CardStatusInfo", x-idempotency-key: true }',
  },
  "a body without fields and without a name": {
    rule: "x-sdk-argument",
    file: CARDS,
    find: "schema: { $ref: ../schemas/card.yaml#/CardStatusUpdate }",
    replace: "schema: { type: array, items: { type: string } }",
    at: "    requestBody:",
  },
  "a name in the SDK for a field of a response": {
    rule: "x-sdk-argument",
    file: CARD,
    find: '    status: { $ref: "#/CardStatusInfo" }',
    replace: '    status: { $ref: "#/CardStatusInfo", x-sdk-argument: state }',
  },
  "an option that cannot be left out": {
    rule: "x-sdk-option",
    file: PARAMETERS,
    find: "  x-sdk-option: correlationId",
    replace: "  required: true\n  x-sdk-option: correlationId",
    at: "x-sdk-option: correlationId",
  },
  "a read that is told apart by an argument that it does not have": {
    rule: "x-invalidates",
    file: CARDS,
    find: "x-invalidates: [cards.list, cards.get, permissions.list]",
    replace: "x-invalidates: [{ read: cards.list, by: { cardId: cardToken } }]",
  },
  "a first page that its parameter does not begin at": {
    rule: "x-pagination",
    file: CARDS,
    find: "page: pageNumber, size",
    replace: "page: pageNumber, first: 0, size",
    at: "x-pagination: { style",
  },
  "a value shown early that its argument never has": {
    rule: "x-optimistic",
    file: CARDS,
    find: "between: [ACTIVE, FROZEN]",
    replace: "between: [ACTIVE, MELTED]",
    at: "argument: status",
  },
  "a value shown early where no response has it": {
    rule: "x-optimistic",
    file: CARDS,
    find: "cards.get: status.value",
    replace: "cards.get: status.name",
  },
  "error codes drawn from an enum that does not say that it has them": {
    rule: "x-error-codes",
    file: "schemas/problem.yaml",
    find: "  x-error-code-enum: true\n",
    replace: "",
    reported: { file: RESPONSES, at: "x-error-codes: [request.invalid]" },
  },
  "error codes that are no strings": {
    rule: "x-error-code-enum",
    file: CARD,
    find: "      description: The last four digits of the PAN.\n",
    replace: "      description: The last four digits of the PAN.\n      x-error-code-enum: true\n",
    at: "x-error-code-enum",
  },
  "money that is no number": {
    rule: "x-money",
    file: CARD,
    find: "      description: The last four digits of the PAN.\n",
    replace: "      description: The last four digits of the PAN.\n      x-money: true\n",
    at: "x-money",
  },
  "a JWE whose key nobody gives": {
    rule: "x-jwe",
    file: "schemas/card-data.yaml",
    find: "key: cardData.encryptionKey",
    replace: "key: cardData.key",
    at: "x-jwe:",
  },
  "a string that may be text": {
    rule: "x-may-be-text",
    file: CARD,
    find: "      description: The token of the card. It identifies the card.\n",
    replace: "      description: The token of the card. It identifies the card.\n      x-may-be-text: true\n",
    at: "x-may-be-text",
  },
  "an integer that may be text, deep inside a response": {
    rule: "x-may-be-text",
    file: CARD,
    find: "      description: The profile that owns the card.\n",
    replace: "      description: The profile that owns the card.\n      x-may-be-text: true\n",
    at: "x-may-be-text",
  },
  "a status that leads to itself": {
    rule: "x-transitions",
    file: CARD,
    find: "FROZEN: [ACTIVE, BLOCKED]",
    replace: "FROZEN: [ACTIVE, FROZEN]",
  },
  "a certificate for one address of a host and not for the other": {
    rule: "x-mutual-tls",
    file: "openapi.yaml",
    find: "    x-environment: sandbox\n",
    replace: "    x-environment: sandbox\n    x-mutual-tls: true\n",
    at: "- url: https://api.wise-sandbox.com",
  },
  "an address for clients with a certificate over plain http": {
    rule: "x-mutual-tls-url",
    file: "openapi.yaml",
    find: "x-mutual-tls-url: https://api-mtls.transferwise.com",
    replace: "x-mutual-tls-url: http://api-mtls.transferwise.com",
    at: "x-mutual-tls-url:",
  },
  "a page for users over plain http": {
    rule: "x-authorization-url",
    file: "openapi.yaml",
    find: "x-authorization-url: https://wise.com",
    replace: "x-authorization-url: http://wise.com",
    at: "x-authorization-url:",
  },
  "a host with two addresses in one environment": {
    rule: "x-environment",
    file: "paths/card-data.yaml",
    find: "x-host: twcard",
    replace: "x-host: api",
    at: "  servers: &twcard",
  },
  "a replacement that does not exist": {
    rule: "x-replaced-by",
    file: "paths/spending-permissions.yaml",
    find: "x-replaced-by: permissions.updateMany",
    replace: "x-replaced-by: permissions.updateAll",
  },
  "a replacement of what is not deprecated": {
    rule: "x-replaced-by",
    file: CARDS,
    find: "    x-sdk-name: cards.get\n",
    replace: "    x-sdk-name: cards.get\n    x-replaced-by: cards.list\n",
    at: "x-replaced-by",
  },
  "a property replaced by one that is not beside it": {
    rule: "x-replaced-by",
    file: CARD,
    find: '      type: [array, "null"]\n      deprecated: true\n',
    replace: '      type: [array, "null"]\n      deprecated: true\n      x-replaced-by: transitions\n',
    at: "x-replaced-by",
  },
  "a version that no operation has": {
    rule: "x-api-versions",
    file: "openapi.yaml",
    find: "x-operation-defaults:\n",
    replace: "x-api-versions: [2026Q3]\n\nx-operation-defaults:\n",
    at: "x-api-versions",
  },
  "a version that the document does not list": {
    rule: "x-api-version",
    file: CARDS,
    find: "    x-sdk-name: cards.get\n",
    replace: "    x-sdk-name: cards.get\n    x-api-version: 2026Q3\n",
    at: "x-api-version",
  },
  "rules without a name": {
    rule: "x-rules",
    file: "openapi.yaml",
    find: "  x-rules:\n",
    replace: "  x-rules: []\n  x-more-rules:\n",
    at: "x-rules: []",
  },
  "a resource that no operation belongs to": {
    rule: "x-resources",
    file: "openapi.yaml",
    find: "x-operation-defaults:\n",
    replace: "x-resources:\n  addresses: { singular: address }\n\nx-operation-defaults:\n",
    at: "addresses:",
  },
  "webhooks that cannot be told apart": {
    rule: "x-webhook-discriminators",
    file: "openapi.yaml",
    find: "components:\n",
    replace: "webhooks:\n  cardStatusChange:\n    post: { responses: {} }\n\ncomponents:\n",
    at: "webhooks:",
  },
  "a webhook without a body": {
    rule: "webhooks",
    file: "openapi.yaml",
    find: "components:\n",
    replace: "webhooks:\n  cardStatusChange:\n    post: { responses: {} }\n\ncomponents:\n",
    at: "post: { responses",
  },
  "defaults that no operation can have": {
    rule: "x-operation-defaults",
    file: "openapi.yaml",
    find: "  responseHeaders:\n",
    replace: "  requestBody: {}\n  responseHeaders:\n",
    at: "x-operation-defaults:",
  },
  "an extension beside a reference, where nobody reads it": {
    rule: "x-sensitive",
    file: CARDS,
    find: "    - { $ref: ../components/parameters.yaml#/CardToken }",
    replace: "    - { $ref: ../components/parameters.yaml#/CardToken, x-sensitive: token }",
  },
  "a property without a description": {
    rule: "descriptions",
    file: CARD,
    find: "      description: The profile that owns the card.\n",
    replace: "",
    at: "profileId:\n      type: integer",
  },
  "a named schema without a description": {
    rule: "descriptions",
    file: CARD,
    find: "  description: A Wise card of a profile.\n",
    replace: "",
    at: "Card:\n",
  },
  "a header without a description": {
    rule: "descriptions",
    file: HEADERS,
    find: "  description: The identifier that Wise gives this request. Quote it when you contact support.\n",
    replace: "",
    at: "TraceId:",
  },
  "an object that does not list what is required": {
    rule: "required",
    file: CARD,
    find: "  required: []\n",
    replace: "",
    at: "CardProgram:\n",
  },
  "an operation without an operationId": {
    rule: "operation-operationId",
    file: CARDS,
    find: "    operationId: cardList\n",
    replace: "",
    at: "  get:\n    tags: [cards]",
  },
  "an operation without a description": {
    rule: "operation-description",
    file: "paths/spending-permissions.yaml",
    find: "    description: Returns the spending permissions of a card.\n",
    replace: "",
    at: "  get:\n    operationId: cardPermissionsGet",
  },
  "a parameter without a description": {
    rule: "parameter-description",
    file: PARAMETERS,
    find: "  description: The maximum number of cards on a page.\n",
    replace: "",
    at: "PageSize:",
  },
  "an example that its own schema refuses": {
    rule: "no-invalid-schema-examples",
    file: CARD,
    find: 'examples: ["6320"]',
    replace: 'examples: ["632"]',
  },
};

describe("a spec that breaks a rule is reported with rule, file and line", () => {
  it.each(Object.entries(VIOLATIONS))("%s", async (_title, violation) => {
    const { rule, file, find, replace, at = replace, reported = { file, at } } = violation;
    const text = await readFile(join(folder, file), "utf8");
    expect(text).toContain(find);
    await writeFile(
      join(folder, file),
      text.replace(find, () => replace),
    );
    const reportedText = await readFile(join(folder, reported.file), "utf8");
    const line = reportedText.slice(0, reportedText.indexOf(reported.at)).split("\n").length;
    const problems = (await specLint(folder)).filter((problem) => problem.rule === rule);
    expect(problems).toContainEqual(expect.objectContaining({ file: `spec/${reported.file}`, line }));
  });
});

it("the contract itself has no problem, so what is planted is what is found", async () => {
  expect(await specLint(folder)).toEqual([]);
});

it("an operation without an argument needs no 400", async () => {
  const file = join(folder, "paths/card-data.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace('      "400": { $ref: ../components/responses.yaml#/BadRequest }\n', ""));
  expect(await specLint(folder)).toEqual([]);
});

it("a file of paths that the document does not list is reported, in folders as well", async () => {
  await mkdir(join(folder, "paths/old"));
  await cp(join(folder, "paths/oauth.yaml"), join(folder, "paths/old/forgotten.yaml"));
  const message = "No path in openapi.yaml refers to token. [wisekit/listed-paths]";
  expect(await specLint(folder)).toEqual([
    { rule: "wisekit/listed-paths", file: "spec/paths/old/forgotten.yaml", line: 1, message },
  ]);
});

it("a contract that cannot be put together is reported by the reference that leads nowhere", async () => {
  const file = join(folder, CARDS);
  await writeFile(file, (await readFile(file, "utf8")).replace("card.yaml#/CardPage", "card.yaml#/Page"));
  expect((await specLint(folder)).map(({ rule }) => rule)).toEqual(["no-unresolved-refs", "bundle"]);
});

it("extensions.md explains the extensions of the vocabulary, and no other", async () => {
  const text = await readFile(join(ROOT, "spec/extensions.md"), "utf8");
  const explained = [...text.matchAll(/^\| `(x-[a-z0-9-]+)` \|/gm)].map((match) => match[1]);
  expect(explained.sort()).toEqual(vocabulary.map(({ name }) => name).sort());
});

it("a name that says secret or person is told from one that does not", () => {
  const telling = [
    "pan",
    "cvv2",
    "pin",
    "otpCode",
    "cardToken",
    "One-Time-Token",
    "client_secret",
    "phoneNumber",
    "cardHolderName",
    "cardholderName",
    "obfuscatedPhoneNo",
  ];
  const harmless = ["expand", "company", "spinning", "tokenizer", "cardProgram", "lastFourDigits", "holder"];
  expect(telling.filter((name) => !saysSecret(name))).toEqual([]);
  expect(harmless.filter(saysSecret)).toEqual([]);
});
