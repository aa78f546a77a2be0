import { createClient } from "@wisekit/client";
import { afterAll, expect, it } from "vitest";
import type { ArgumentModel, OperationModel } from "../generate/model.ts";
import { contractUnderTest, type ReceivedResponse } from "./contract-validator.ts";
import { type MockWorld, startWorld } from "./mock-world.ts";
import { sampleValue } from "./sample-values.ts";
import { argumentLists, readResponse } from "./wire-request.ts";

const contract = await contractUnderTest();
const world: MockWorld = await startWorld(contract);
afterAll(() => world.mock.stop());

/** One way to call an operation. */
interface Walk {
  title: string;
  operation: OperationModel;
  arguments: readonly ArgumentModel[];
  options: boolean;
}

const walks: Walk[] = contract.model.operations.flatMap((operation) =>
  argumentLists(operation).flatMap((all, index, { length }) => {
    const shape = length > 1 ? `, body ${index + 1} of ${length}` : "";
    const required = all.filter((argument) => argument.required);
    return [
      {
        title: `${operation.sdkName} with required arguments only${shape}`,
        operation,
        arguments: required,
        options: false,
      },
      {
        title: `${operation.sdkName} with all arguments and options${shape}`,
        operation,
        arguments: all,
        options: true,
      },
    ];
  }),
);

it("the walk takes every operation of the contract at least twice", () => {
  const walked = walks.map(({ operation }) => operation.sdkName);
  expect(contract.model.operations.length).toBeGreaterThan(0);
  for (const { sdkName } of contract.model.operations)
    expect(walked.filter((name) => name === sdkName).length).toBeGreaterThanOrEqual(2);
});

it.each(walks)("$title gets a response as the contract says", async ({ operation, arguments: given, options }) => {
  const responses: { received: ReceivedResponse; headers: Headers }[] = [];
  const observed: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    responses.push({ received: await readResponse(response.clone()), headers: response.headers });
    return response;
  };
  const wise = createClient({ baseUrl: world.mock.url, auth: "a-token-of-a-user", fetch: observed, maxRetries: 0 });
  const samples = Object.fromEntries(given.map(({ name, schema }) => [name, sampleValue(contract.model, schema)]));
  const values = { ...samples, ...(await world.existing(given)) };
  const correlationId = "7c2e4f0a-9d1b-4a55-8e0f-3f1f6f2a9b10";
  const takesToken = operation.options.some(({ name }) => name === "oneTimeToken");
  // Where strong customer authentication applies, no call succeeds without a cleared token.
  const oneTimeToken = takesToken ? { oneTimeToken: await world.clearedToken(operation) } : {};

  const method = (wise as unknown as Record<string, Record<string, Call>>)[operation.resource]?.[operation.method];
  if (!method) throw new TypeError(`the client has no ${operation.sdkName}`);
  await method(values, { ...oneTimeToken, ...(options && { correlationId }) });

  const [exchange, ...more] = responses;
  expect(more).toEqual([]);
  expect(exchange?.received.status).toBeLessThan(300);
  expect(exchange && contract.responseErrors(operation, exchange.received)).toEqual([]);
  expect(exchange?.headers.get("x-trace-id")).toMatch(/\S/);
  if (options) expect(exchange?.headers.get("X-External-Correlation-Id")).toBe(correlationId);
});

type Call = (values: unknown, options: object) => Promise<unknown>;
