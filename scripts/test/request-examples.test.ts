import { afterAll, expect, it } from "vitest";
import { contractUnderTest } from "./contract-validator.ts";
import {
  type DocumentedRequest,
  documentedExamples,
  exampleContent,
  type RequestExample,
} from "./documented-examples.ts";
import { startWorld } from "./mock-world.ts";
import { sendRequest, type WireRequest } from "./wire-request.ts";

const contract = await contractUnderTest();
const world = await startWorld(contract);
afterAll(() => world.mock.stop());
const { requests } = await documentedExamples();

/** What a reader puts in the place of what the sources leave open. */
async function placeholders(example: RequestExample): Promise<Record<string, unknown>> {
  const { arguments: argumentsOfCall } = contract.operation(example.operationId);
  const { encryptedPayload } = await world.existing(argumentsOfCall);
  return {
    "{{profileId}}": 123456,
    "{{cardToken}}": "ca0c8154-1e14-4464-a1ce-dcea7dc3de52",
    "{{cardLimitType}}": "MONTHLY",
    "<YOUR_JWT_HERE>": "a-token-of-a-user",
    "<your api token>": "a-token-of-a-user",
    "<permission type>": "ECOM",
    "<true or false>": true,
    "<your JWE>": encryptedPayload,
  };
}

/** A text with its placeholders filled; a text that is one placeholder becomes the value itself. */
function filled(value: unknown, fill: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === "string") {
    if (value in fill) return fill[value];
    return Object.entries(fill).reduce((text, [placeholder, own]) => text.replaceAll(placeholder, String(own)), value);
  }
  if (Array.isArray(value)) return value.map((entry) => filled(entry, fill));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, filled(entry, fill)]));
}

it.each(requests)("$file succeeds unchanged and gets a response as the contract says", async (example) => {
  const documented = await exampleContent<DocumentedRequest>(example);
  const request = filled(documented, await placeholders(example)) as DocumentedRequest;
  const query = request.query ? `?${new URLSearchParams(request.query)}` : "";
  const operation = contract.operation(example.operationId);
  const takesToken = operation.options.some(({ name }) => name === "oneTimeToken");
  const wire: WireRequest = {
    method: request.method,
    path: `${request.path}${query}`,
    headers: { ...request.headers, ...(takesToken && { "x-2fa-approval": await world.clearedToken(operation) }) },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  };
  expect(JSON.stringify(wire)).not.toMatch(/[<{]{2}|<[a-zA-Z]/);
  const received = await sendRequest(world.mock.url, wire);
  expect(received.status, received.text).toBeLessThan(300);
  expect(contract.responseErrors(operation, received)).toEqual([]);
});

it("every operation that both sources show has an example of each", () => {
  const documented = new Set(requests.map(({ operationId }) => operationId));
  expect(documented.size).toBe(14);
  expect(requests.map(({ operationId }) => contract.operation(operationId).operationId)).toHaveLength(19);
});
