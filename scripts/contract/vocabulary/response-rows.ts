import { isObject } from "../contract-nodes.ts";
import type { ContractView } from "../contract-view.ts";
import { contentSchemas, type Operation } from "../operation-view.ts";
import type { Place } from "../places.ts";
import { type CrossCheck, type Extension, type Finding, listOf, TRUE } from "./extension.ts";

const FACTS = ["traceId", "correlationId", "oneTimeToken"];

/** What the SDK takes from a header; of a fact that rests on a value, such as a challenge, its name. */
function factOf({ node }: Place): unknown {
  const value = node["x-sdk-fact"];
  return isObject(value) ? Object.keys(value)[0] : value;
}

/** What the SDK takes from the headers of a response. */
export function factsOf(view: ContractView, response: Place | undefined): Set<unknown> {
  return new Set([...view.children(response, "headers").values()].map(factOf));
}

const oneHeaderEach: CrossCheck = (view) => {
  const headers = new Map<unknown, string>();
  const values = new Map<unknown, unknown>();
  const problem = (fact: unknown, header: string) => {
    const known = headers.get(fact) ?? header.toLowerCase();
    headers.set(fact, known);
    if (known === header.toLowerCase()) return undefined;
    return `the fact ${fact} is the header ${known} elsewhere, ${header.toLowerCase()} here`;
  };
  for (const { node } of view.operations.flatMap(({ parameters }) => parameters))
    if (FACTS.includes(node["x-sdk-option"] as string)) problem(node["x-sdk-option"], String(node.name));
  return eachHeader(view).flatMap(([name, header]): Finding[] => {
    const fact = factOf(header);
    if (fact === undefined) return [];
    const path = [...header.path, "x-sdk-fact"];
    const reason = problem(fact, name) ?? challengeProblem(view, header, values);
    return reason === undefined ? [] : [{ path, reason }];
  });
};

function challengeProblem(view: ContractView, header: Place, seen: Map<unknown, unknown>): string | undefined {
  const value = header.node["x-sdk-fact"];
  if (!isObject(value) || value.challenge === undefined) return undefined;
  const known = view.child(header, "schema")?.node.enum;
  if (Array.isArray(known) && !known.includes(value.challenge)) return `the header is never ${value.challenge}`;
  if (!seen.has("challenge")) seen.set("challenge", value.challenge);
  const first = seen.get("challenge");
  return first === value.challenge ? undefined : `the challenge is ${first} elsewhere, ${value.challenge} here`;
}

function eachHeader(view: ContractView): [string, Place][] {
  const responses = view.operations.flatMap((operation) => [...operation.responses.values()]);
  return responses.flatMap((response) => [...view.children(response, "headers")]);
}

const challengesCanBePassed: CrossCheck = (view) =>
  view.operations.flatMap((operation): Finding[] => {
    const path = [...operation.path, "x-sca"];
    const isSent = operation.parameters.some(({ node }) => node["x-sdk-option"] === "oneTimeToken");
    if (operation.node["x-sca"] === undefined) {
      const reason = "x-sca is missing: a parameter of this operation is the one-time token";
      return isSent ? [{ path, reason }] : [];
    }
    const facts = factsOf(view, operation.responses.get("403"));
    if (isSent && facts.has("oneTimeToken") && facts.has("challenge")) return [];
    const reason =
      "x-sca needs a 403 with headers for the facts oneTimeToken and challenge, and a header parameter with x-sdk-option: oneTimeToken";
    return [{ path, reason }];
  });

const codesOfResponses = new WeakMap<object, unknown[] | null>();

/** The values of the enum that the codes of this response are drawn from. Most responses are of many operations. */
function knownCodes(view: ContractView, response: Place): unknown[] | undefined {
  const known = codesOfResponses.get(response.node);
  if (known !== undefined) return known ?? undefined;
  const schemas = view.schemasBelow(contentSchemas(view, response).values());
  const found = schemas.find(({ node }) => node["x-error-code-enum"] !== undefined);
  const codes = (found?.node.enum as unknown[] | undefined) ?? null;
  codesOfResponses.set(response.node, codes);
  return codes ?? undefined;
}

function clientErrors(operation: Operation): Place[] {
  return [...operation.responses].filter(([status]) => status.startsWith("4")).map(([, response]) => response);
}

const codesExist: CrossCheck = (view) =>
  view.operations.flatMap((operation) =>
    [...operation.responses].flatMap(([status, response]): Finding[] => {
      const codes = response.node["x-error-codes"] as string[] | undefined;
      if (codes === undefined) return [];
      const path = [...response.path, "x-error-codes"];
      const known = status.startsWith("4") ? knownCodes(view, response) : undefined;
      if (!known) {
        const reason = "x-error-codes belongs on a 4xx whose body holds an enum with x-error-code-enum";
        return [{ path, reason }];
      }
      const unknown = codes.filter((code) => !known.includes(code));
      return unknown.map((code) => ({
        path,
        reason: `x-error-codes: ${code} is not a value of the enum with x-error-code-enum`,
      }));
    }),
  );

const only409: CrossCheck = (view) =>
  view.operations.flatMap((operation) =>
    [...operation.responses]
      .filter(([status, { node }]) => status !== "409" && node["x-retryable"] !== undefined)
      .map(([, { path }]) => ({ path: [...path, "x-retryable"], reason: "x-retryable belongs on a 409" })),
  );

/** Extensions of responses and their headers, and `x-sca`, which rests on them. */
export const responseRows: readonly Extension[] = [
  {
    name: "x-sca",
    places: ["operation"],
    value: { const: "where-applicable" },
    expected: "`where-applicable`, or left out",
    checks: [challengesCanBePassed],
    meaning:
      "Strong customer authentication may stop the call with a 403 that carries a one-time token. Left out: it never does.",
    readers: ["client", "react", "mock", "docs"],
  },
  {
    name: "x-sdk-fact",
    places: ["header"],
    value: {
      anyOf: [
        { enum: FACTS },
        {
          type: "object",
          properties: { challenge: { type: "string", minLength: 1 }, userLimit: { type: "string", minLength: 1 } },
          additionalProperties: false,
          minProperties: 1,
          maxProperties: 1,
        },
      ],
    },
    expected: `${FACTS.map((fact) => `\`${fact}\``).join(", ")} \`{ challenge: <value> }\` or \`{ userLimit: <word> }\``,
    checks: [oneHeaderEach],
    meaning:
      "What the SDK takes from this header. Each fact is taken from one header in the whole contract, the one that the option of the same name is sent in. A 403 whose header holds the value of `challenge` was stopped by strong customer authentication, and carries the one-time token to clear. A 429 whose header holds the word of `userLimit` comes from a limit of one user, any other from one of the partner.",
    readers: ["client"],
  },
  {
    name: "x-error-codes",
    places: ["response"],
    value: listOf({ type: "string", minLength: 1 }),
    expected: "a list of values of the enum with `x-error-code-enum`",
    demand: {
      where: "every 4xx response whose body holds an enum with `x-error-code-enum`",
      missing: (view) =>
        view.operations
          .flatMap(clientErrors)
          .filter((response) => response.node["x-error-codes"] === undefined && knownCodes(view, response)),
    },
    checks: [codesExist],
    meaning: "The error codes that this response can carry.",
    readers: ["client", "mock", "docs"],
  },
  {
    name: "x-retryable",
    places: ["response"],
    value: TRUE,
    expected: "`true`",
    checks: [only409],
    meaning: "The client may retry on this 409 too, if `x-retry` lets it.",
    readers: ["client"],
  },
];
