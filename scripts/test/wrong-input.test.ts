import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import type { ArgumentModel, OperationModel } from "../generate/model.ts";
import { contractUnderTest } from "./contract-validator.ts";
import { startWorld } from "./mock-world.ts";
import { invalidValues, sampleValue } from "./sample-values.ts";
import {
  argumentLists,
  type CallValues,
  mediaTypeOf,
  sendRequest,
  type WireRequest,
  wireRequest,
} from "./wire-request.ts";

const contract = await contractUnderTest();
const world = await startWorld(contract);
afterAll(() => world.mock.stop());

/** A profile of the default scenario that does not own the card of the examples. */
const OTHER_PROFILE = 30_000_000;

/** A request that is wrong in one way, and the status that says so. */
interface WrongRequest {
  title: string;
  status: number;
  request: WireRequest;
}

async function validValues(argumentsOfCall: readonly ArgumentModel[]): Promise<CallValues> {
  const samples = argumentsOfCall.map(({ name, schema }): [string, unknown] => [
    name,
    sampleValue(contract.model, schema),
  ]);
  return { ...Object.fromEntries(samples), ...(await world.existing(argumentsOfCall)) };
}

async function wrongRequests(operation: OperationModel): Promise<WrongRequest[]> {
  const lists = await Promise.all(
    argumentLists(operation).map(async (all) => {
      const values = await validValues(all);
      const build = (changed: CallValues = {}): WireRequest => {
        const request = wireRequest(operation, all, { ...values, ...changed });
        return { ...request, headers: { ...request.headers, ...mediaTypeOf(operation) } };
      };
      return [
        ...wrongArguments(operation, all, build),
        ...wrongCallers(build),
        ...wrongBodies(operation, build),
        ...wrongThings(all, build),
      ];
    }),
  );
  return lists.flat();
}

type Build = (changed?: CallValues) => WireRequest;

/** Each rule of each argument broken, and each required argument left out. */
function wrongArguments({ body }: OperationModel, all: readonly ArgumentModel[], build: Build): WrongRequest[] {
  return all
    .filter((argument) => argument.in !== "credentials")
    .flatMap((argument) => {
      const isText = argument.in !== "body" || body.kind === "form";
      const wrong = invalidValues(contract.model, argument.schema)
        .filter(({ value }) => !isText || sayableAsText(value, argument))
        .map(({ title, value }) => ({
          title: `${argument.name}: ${title}`,
          status: 400,
          request: build({ [argument.name]: value }),
        }));
      if (!argument.required || argument.in === "path") return wrong;
      return [...wrong, { title: `no ${argument.name}`, status: 400, request: build({ [argument.name]: undefined }) }];
    });
}

/** In an address, a header or a form everything is text: null and a number in the place of text cannot be told from it. */
function sayableAsText(value: unknown, { in: place }: ArgumentModel): boolean {
  if (value === "") return place === "query" || place === "body";
  return typeof value === "string" ? value.trim() !== "" : typeof value === "number" && value !== 42;
}

function wrongCallers(build: Build): WrongRequest[] {
  const { authorization: _left, ...headers } = build().headers;
  return [{ title: "no authorisation", status: 401, request: { ...build(), headers } }];
}

function wrongBodies({ body }: OperationModel, build: Build): WrongRequest[] {
  if (body.kind === "none") return [];
  const { body: _left, ...bodiless } = build();
  const wrong = [
    { title: "no body", status: 400, request: bodiless },
    { title: "an empty body", status: 400, request: { ...build(), body: "" } },
  ];
  if (body.kind === "form") return wrong;
  const bodies = { "half a JSON text": '{"', "a list for an object": "[]", null: "null", "a text": '"text"' };
  return [
    ...wrong,
    ...Object.entries(bodies).map(([title, body]) => ({
      title: `body: ${title}`,
      status: 400,
      request: { ...build(), body },
    })),
  ];
}

/** What has the right form and names nothing, or what belongs to somebody else. */
function wrongThings(all: readonly ArgumentModel[], build: Build): WrongRequest[] {
  const takes = (name: string): boolean => all.some((argument) => argument.name === name);
  const wrong: WrongRequest[] = [];
  if (takes("cardToken"))
    wrong.push({ title: "an unknown card", status: 404, request: build({ cardToken: randomUUID() }) });
  if (takes("oneTimeToken")) {
    wrong.push({ title: "an unknown one-time token", status: 404, request: build({ oneTimeToken: randomUUID() }) });
  }
  if (takes("profileId")) {
    wrong.push({ title: "an unknown profile", status: 403, request: build({ profileId: 999_999_999 }) });
    if (takes("cardToken")) {
      wrong.push({ title: "another profile's card", status: 404, request: build({ profileId: OTHER_PROFILE }) });
    }
  }
  return wrong;
}

it.each(contract.model.operations)("the values for $sdkName are right and wrong as they claim, by Ajv", (operation) => {
  for (const { name, schema } of argumentLists(operation).flat()) {
    expect(contract.valueErrors(schema, sampleValue(contract.model, schema)), name).toEqual([]);
    for (const { title, value } of invalidValues(contract.model, schema)) {
      expect(contract.valueErrors(schema, value), `${name}: ${title}`).not.toEqual([]);
    }
  }
});

it.each(contract.model.operations)(
  "$sdkName rejects each kind of wrong input with the documented error",
  async (operation) => {
    const requests = await wrongRequests(operation);
    expect(requests.length).toBeGreaterThan(0);
    const findings: string[] = [];
    for (const { title, status, request } of requests) {
      const received = await sendRequest(world.mock.url, request);
      const errors = contract.responseErrors(operation, received);
      if (received.status !== status)
        errors.unshift(`expected ${status}, got ${received.status}: ${received.text.slice(0, 200)}`);
      findings.push(...errors.map((error) => `${title}: ${error}`));
    }
    expect(findings).toEqual([]);
  },
);
