import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { specLint } from "../checks/spec-lint.ts";
import { EXTENSIONS } from "../contract/lint/known-extensions.ts";
import { saysSecret } from "../contract/lint/sensitive-rule.ts";

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
    rule: "wisekit/sdk-name",
    file: CARDS,
    find: "    x-sdk-name: cards.list\n",
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "an SDK name that is not resource.method": {
    rule: "wisekit/sdk-name",
    file: CARDS,
    find: "x-sdk-name: cards.list",
    replace: "x-sdk-name: cards.List",
  },
  "an SDK name that another operation has": {
    rule: "wisekit/sdk-name",
    file: "paths/spending-limits.yaml",
    find: "x-sdk-name: spendingLimits.list\n",
    replace: "x-sdk-name: cards.get\n",
  },
  "an operation without a retry class": {
    rule: "wisekit/retry",
    file: CARDS,
    find: "    x-retry: read\n",
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "a retry class that does not exist": {
    rule: "wisekit/retry",
    file: CARDS,
    find: "x-retry: idempotent",
    replace: "x-retry: sometimes",
  },
  "a GET that must not be retried": {
    rule: "wisekit/retry",
    file: CARDS,
    find: "x-retry: read",
    replace: "x-retry: never",
  },
  "an operation that does not say whether SCA applies": {
    rule: "wisekit/sca",
    file: CARDS,
    find: "    x-sca: never\n",
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "SCA on an operation without the way to send the token": {
    rule: "wisekit/sca",
    file: CARDS,
    find: "x-sca: never",
    replace: "x-sca: where-applicable",
  },
  "no SCA on an operation that takes the token": {
    rule: "wisekit/sca",
    file: "paths/card-data.yaml",
    find: "x-sca: where-applicable",
    replace: "x-sca: never",
    at: "x-sca: never\n    x-invalidates",
  },
  "a GET without pagination": {
    rule: "wisekit/pagination",
    file: CARDS,
    find: "    x-pagination: none\n",
    replace: "",
    at: "  get:\n    operationId: cardGet",
  },
  "pagination by a parameter that does not exist": {
    rule: "wisekit/pagination",
    file: CARDS,
    find: "page: pageNumber",
    replace: "page: pageIndex",
    at: "x-pagination: { style",
  },
  "pagination over a field that the answer lacks": {
    rule: "wisekit/pagination",
    file: CARDS,
    find: "items: cards",
    replace: "items: plastic",
    at: "x-pagination: { style",
  },
  "pagination on a write": {
    rule: "wisekit/pagination",
    file: CARDS,
    find: "x-invalidates: []",
    replace: "x-invalidates: []\n    x-pagination: none",
    at: 'x-pagination: none\n    responses:\n      "200":\n        description: The count',
  },
  "a write that does not say what it invalidates": {
    rule: "wisekit/invalidates",
    file: CARDS,
    find: "    x-invalidates: [cards.list, cards.get, permissions.list]\n",
    replace: "",
    at: "  put:\n    operationId: cardStatusUpdate",
  },
  "an invalidated read that does not exist": {
    rule: "wisekit/invalidates",
    file: CARDS,
    find: "x-invalidates: [cards.list, cards.get, permissions.list]",
    replace: "x-invalidates: [cards.list, cards.all]",
  },
  "an invalidated operation that is a write": {
    rule: "wisekit/invalidates",
    file: CARDS,
    find: "x-invalidates: []",
    replace: "x-invalidates: [cards.updateStatus]",
  },
  "a required card status that does not exist": {
    rule: "wisekit/card-status",
    file: "paths/card-data.yaml",
    find: "x-requires-card-status: [ACTIVE, FROZEN]",
    replace: "x-requires-card-status: [ACTIVE, MELTED]",
  },
  "a life cycle that starts at a status that does not exist": {
    rule: "wisekit/card-status",
    file: CARD,
    find: "    INACTIVE: [ACTIVE, BLOCKED]",
    replace: "    MELTED: [ACTIVE, BLOCKED]",
    at: "MELTED: [ACTIVE",
  },
  "a life cycle that leads to a status that cannot be asked for": {
    rule: "wisekit/card-status",
    file: CARD,
    find: "FROZEN: [ACTIVE, BLOCKED]",
    replace: "FROZEN: [ACTIVE, PURGED]",
  },
  "a status change without its life cycle": {
    rule: "wisekit/card-status",
    file: CARD,
    find: "  x-transitions:\n    ACTIVE: [FROZEN, BLOCKED]\n    FROZEN: [ACTIVE, BLOCKED]\n    INACTIVE: [ACTIVE, BLOCKED]\n",
    replace: "",
    at: "CardStatusChange:\n",
  },
  "a header parameter without a name in the SDK": {
    rule: "wisekit/sdk-argument",
    file: PARAMETERS,
    find: "  x-sdk-argument: cardToken\n",
    replace: "",
    at: "CardTokenHeader:",
  },
  "a header parameter that is argument and option": {
    rule: "wisekit/sdk-argument",
    file: PARAMETERS,
    find: "  x-sdk-option: correlationId",
    replace: "  x-sdk-option: correlationId\n  x-sdk-argument: correlationId",
    at: "CorrelationId:",
  },
  "an option that does not exist": {
    rule: "wisekit/sdk-argument",
    file: PARAMETERS,
    find: "x-sdk-option: correlationId",
    replace: "x-sdk-option: correlation",
  },
  "an argument name on a query parameter": {
    rule: "wisekit/sdk-argument",
    file: PARAMETERS,
    find: "  name: pageSize\n",
    replace: "  name: pageSize\n  x-sdk-argument: size\n",
    at: "PageSize:",
  },
  "basic credentials without argument names": {
    rule: "wisekit/sdk-credentials",
    file: "components/security.yaml",
    find: "  x-sdk-credentials: [clientId, clientSecret]\n",
    replace: "",
    at: "ClientCredentials:",
  },
  "credentials of one argument": {
    rule: "wisekit/sdk-credentials",
    file: "components/security.yaml",
    find: "x-sdk-credentials: [clientId, clientSecret]",
    replace: "x-sdk-credentials: [clientId]",
  },
  "a fact that the SDK does not know": {
    rule: "wisekit/sdk-fact",
    file: HEADERS,
    find: "x-sdk-fact: traceId",
    replace: "x-sdk-fact: weather",
  },
  "a challenge that its header cannot say": {
    rule: "wisekit/sdk-fact",
    file: HEADERS,
    find: "x-sdk-fact: { challenge: REJECTED }",
    replace: "x-sdk-fact: { challenge: DENIED }",
  },
  "a fact in two headers": {
    rule: "wisekit/sdk-fact",
    file: HEADERS,
    find: "  description: Which limiter refused the call.\n",
    replace: "  description: Which limiter refused the call.\n  x-sdk-fact: traceId\n",
    at: "x-sdk-fact: traceId\n  schema:\n    type: string\n    examples: [wise-public-api]",
  },
  "a fact in another header than the option of its name": {
    rule: "wisekit/sdk-fact",
    file: PARAMETERS,
    find: "name: x-2fa-approval",
    replace: "name: x-2fa-token",
    reported: { file: HEADERS, at: "x-sdk-fact: oneTimeToken" },
  },
  "a challenge that says no token": {
    rule: "wisekit/sca",
    file: HEADERS,
    find: "  x-sdk-fact: oneTimeToken\n",
    replace: "",
    reported: { file: "paths/card-data.yaml", at: "x-sca: where-applicable" },
  },
  "an answer whose correlation id is no fact": {
    rule: "wisekit/operation-frame",
    file: HEADERS,
    find: "  x-sdk-fact: correlationId\n",
    replace: "",
    reported: { file: RESPONSES, at: "BadRequest:" },
  },
  "a PAN that is not marked": {
    rule: "wisekit/sensitive",
    file: "schemas/card-data.yaml",
    find: "      x-sensitive: pan\n",
    replace: "",
    at: "pan:\n",
  },
  "a token header that is not marked": {
    rule: "wisekit/sensitive",
    file: PARAMETERS,
    find: "  x-sensitive: token\n",
    replace: "",
    at: "OneTimeToken:",
  },
  "a kind of secret that does not exist": {
    rule: "wisekit/sensitive",
    file: CARD,
    find: "x-sensitive: pii",
    replace: "x-sensitive: personal",
  },
  "a closed enum in an answer": {
    rule: "wisekit/open-enum",
    file: CARD,
    find: "      x-open-enum: true\n      enum: [VISA, MASTERCARD]",
    replace: "      enum: [VISA, MASTERCARD]",
    at: "enum: [VISA",
  },
  "a closed enum in a header of an answer": {
    rule: "wisekit/open-enum",
    file: "schemas/one-time-token.yaml",
    find: "  x-open-enum: true\n  enum: [APPROVED",
    replace: "  enum: [APPROVED",
    at: "enum: [APPROVED",
  },
  "an open enum in a request": {
    rule: "wisekit/open-enum",
    file: "schemas/permission.yaml",
    find: "  enum: [ECOM, POS_CHIP, POS_MAGSTRIPE, POS_CONTACTLESS, ATM_WITHDRAWAL, MOBILE_WALLETS]\n  examples: [ECOM]\n\nPermissionList",
    replace: "  x-open-enum: true\n  enum: [ECOM]\n  examples: [ECOM]\n\nPermissionList",
    at: "x-open-enum: true\n  enum: [ECOM]\n",
  },
  "a description of a value that the enum lacks": {
    rule: "wisekit/enum-descriptions",
    file: CARD,
    find: "    EXPIRED: The card is past its expiry date.",
    replace: "    MELTED: The card is liquid.",
    at: "MELTED:",
  },
  "a JWE without an algorithm that we know": {
    rule: "wisekit/jwe",
    file: "schemas/card-data.yaml",
    find: "enc: [A256GCM]",
    replace: "enc: [A128CBC-HS256]",
    at: "x-jwe:",
  },
  "a 4xx that does not say its codes": {
    rule: "wisekit/error-codes",
    file: RESPONSES,
    find: "  x-error-codes: [card.not.found]\n",
    replace: "",
    at: "CardNotFound:",
  },
  "an error code that does not exist": {
    rule: "wisekit/error-codes",
    file: RESPONSES,
    find: "x-error-codes: [card.not.found]",
    replace: "x-error-codes: [card.is.gone]",
  },
  "a retryable 400": {
    rule: "wisekit/retryable",
    file: RESPONSES,
    find: "  x-error-codes: [request.invalid]",
    replace: "  x-retryable: true\n  x-error-codes: [request.invalid]",
    at: "x-retryable: true",
  },
  "a server of no environment": {
    rule: "wisekit/servers",
    file: "openapi.yaml",
    find: "    x-environment: sandbox\n",
    replace: "",
    at: "- url: https://api.wise-sandbox.com",
  },
  "a server of an unknown host": {
    rule: "wisekit/servers",
    file: "openapi.yaml",
    find: "x-host: api",
    replace: "x-host: apis",
  },
  "two servers of one environment": {
    rule: "wisekit/servers",
    file: "openapi.yaml",
    find: "x-environment: sandbox",
    replace: "x-environment: production",
    at: "servers:",
  },
  "rate limits without a window": {
    rule: "wisekit/info",
    file: "openapi.yaml",
    find: "{ requests: 100, windowSeconds: 1 }",
    replace: "{ requests: 100 }",
    at: "- { requests: 100 }",
  },
  "an own choice that says nothing": {
    rule: "wisekit/own-choice",
    file: CARDS,
    find: "x-own-choice: No source says what a page past the end answers.",
    replace: "x-own-choice: true",
  },
  "an extension that is not in the list": {
    rule: "wisekit/known-extensions",
    file: CARDS,
    find: "    x-retry: read",
    replace: "    x-retries: 3\n    x-retry: read",
    at: "x-retries: 3",
  },
  "an extension on the wrong kind of node": {
    rule: "wisekit/known-extensions",
    file: CARD,
    find: "  description: A Wise card of a profile.",
    replace: "  description: A Wise card of a profile.\n  x-retry: read",
    at: "x-retry: read",
  },
  "an operation without the correlation id": {
    rule: "wisekit/operation-frame",
    file: CARDS,
    find: "    - { $ref: ../components/parameters.yaml#/CorrelationId }\n",
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "an answer without the trace id": {
    rule: "wisekit/operation-frame",
    file: RESPONSES,
    find: "    x-trace-id: { $ref: headers.yaml#/TraceId }\n",
    replace: "",
    at: "BadRequest:",
  },
  "an operation that cannot answer 401": {
    rule: "wisekit/operation-frame",
    file: CARDS,
    find: '      "401": { $ref: ../components/responses.yaml#/Unauthorized }\n',
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "an operation that cannot answer 5xx": {
    rule: "wisekit/operation-frame",
    file: CARDS,
    find: '      "500": { $ref: ../components/responses.yaml#/ServerError }\n      "503": { $ref: ../components/responses.yaml#/Unavailable }\n',
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "an operation that cannot answer 400 to a path that is refused": {
    rule: "wisekit/bad-request",
    file: CARDS,
    find: '      "400": { $ref: ../components/responses.yaml#/BadRequest }\n',
    replace: "",
    at: "  get:\n    operationId: cardList",
  },
  "an operation that cannot answer 400 to a header that is missed": {
    rule: "wisekit/bad-request",
    file: "paths/one-time-token.yaml",
    find: '      "400": { $ref: ../components/responses.yaml#/BadRequest }\n',
    replace: "",
    at: "  get:\n    operationId: ottStatusGet",
  },
  "an operation that cannot answer 400 to a body": {
    rule: "wisekit/bad-request",
    file: "paths/oauth.yaml",
    find: '      "400":',
    replace: '      "418":',
    at: "  post:\n    operationId:",
  },
  "a path that the document does not list": {
    rule: "wisekit/listed-paths",
    file: "openapi.yaml",
    find: "  /oauth/token:\n    $ref: ./paths/oauth.yaml#/token\n",
    replace: "",
    reported: { file: "paths/oauth.yaml", at: "token:" },
  },
  "a 429 that may lack Retry-After": {
    rule: "wisekit/operation-frame",
    file: HEADERS,
    find: "  required: true\n",
    replace: "",
    reported: { file: RESPONSES, at: "RateLimited:" },
  },
  "a property without a description": {
    rule: "wisekit/descriptions",
    file: CARD,
    find: "      description: The profile whose card this is.\n",
    replace: "",
    at: "profileId:\n      type: integer",
  },
  "a named schema without a description": {
    rule: "wisekit/descriptions",
    file: CARD,
    find: "  description: A Wise card of a profile.\n",
    replace: "",
    at: "Card:\n",
  },
  "a header without a description": {
    rule: "wisekit/descriptions",
    file: HEADERS,
    find: "  description: Wise's identifier of this call. Quote it to support.\n",
    replace: "",
    at: "TraceId:",
  },
  "an object that does not list what is required": {
    rule: "wisekit/required",
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
    find: "    description: >-\n      Returns the spending permissions of a card.\n",
    replace: "",
    at: "  get:\n    operationId: cardPermissionsGet",
  },
  "a parameter without a description": {
    rule: "parameter-description",
    file: PARAMETERS,
    find: "  description: How many cards a page holds at most.\n",
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

it("an operation whose arguments can be anything needs no answer 400", async () => {
  const file = join(folder, "paths/card-data.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace('      "400": { $ref: ../components/responses.yaml#/BadRequest }\n', ""));
  expect(await specLint(folder)).toEqual([]);
});

it("a file of paths that the document does not list is reported", async () => {
  await cp(join(folder, "paths/oauth.yaml"), join(folder, "paths/forgotten.yaml"));
  const message = "No path in openapi.yaml refers to token. [wisekit/listed-paths]";
  expect(await specLint(folder)).toEqual([
    { rule: "wisekit/listed-paths", file: "spec/paths/forgotten.yaml", line: 1, message },
  ]);
});

it("extensions.md explains the extensions that lint knows, and no other", async () => {
  const text = await readFile(join(ROOT, "spec/extensions.md"), "utf8");
  const explained = [...text.matchAll(/^\| `(x-[a-z0-9-]+)` \|/gm)].map((match) => match[1]);
  expect(explained.sort()).toEqual([...Object.values(EXTENSIONS).flat(), "x-own-choice"].filter(isFirst).sort());
});

function isFirst(value: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(value) === index;
}

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
