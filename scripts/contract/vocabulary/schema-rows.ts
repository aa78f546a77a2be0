import { isObject, type JsonObject } from "../contract-nodes.ts";
import { type ContractView, successSchema } from "../contract-view.ts";
import type { Place } from "../places.ts";
import { type CrossCheck, type Extension, type Finding, listOf, SDK_NAME, TRUE } from "./extension.ts";
import { openEnum } from "./open-enum.ts";
import { sensitive } from "./sensitive.ts";
import { onStringEnum } from "./string-enum.ts";
import { transitions } from "./transitions.ts";

/** The nodes that an extension stands on, with its value. */
function uses(view: ContractView, extension: string) {
  return view.nodes
    .filter(({ node }) => node[extension] !== undefined)
    .map(({ node, path }) => ({ node, path: [...path, extension], value: node[extension] }));
}

const describesValues: CrossCheck = (view) =>
  uses(view, "x-enum-descriptions").flatMap(({ node, path, value }): Finding[] => {
    const known = Array.isArray(node.enum) ? node.enum : [];
    const unknown = Object.keys(value as JsonObject).filter((name) => !known.includes(name));
    return unknown.map((name) => ({
      path: [...path, name],
      reason: `x-enum-descriptions: the enum has no value ${name}`,
    }));
  });

const keyCanBeRead: CrossCheck = (view) =>
  uses(view, "x-jwe").flatMap(({ node, path, value }): Finding[] => {
    if (node.type !== "string") return [{ path, reason: "x-jwe belongs on a string" }];
    const name = isObject(value) ? value.key : undefined;
    const operation = view.operations.find((one) => one.name === name);
    if (operation?.isRead) return [];
    return [
      {
        path: [...path, "key"],
        reason: `x-jwe names the key ${name}, which is ${operation ? "no read" : "no operation"}`,
      },
    ];
  });

const directlyInResponses: CrossCheck = (view) => {
  const responses = view.operations.flatMap((operation) => successSchema(view, operation) ?? []);
  const fieldsOf = (response: Place) => [...view.children(response, "properties").values()].map(({ node }) => node);
  const direct = new Set(responses.flatMap(fieldsOf));
  const deeper = new Set(
    responses.flatMap((response) => {
      const own = fieldsOf(response);
      return view.schemasBelow([response]).flatMap(({ node }) => (own.includes(node) ? [] : [node]));
    }),
  );
  return uses(view, "x-may-be-text").flatMap(({ node, path }): Finding[] => {
    if (node.type !== "integer") return [{ path, reason: "x-may-be-text belongs on an integer" }];
    if (direct.has(node) && !deeper.has(node)) return [];
    return [{ path, reason: "x-may-be-text belongs on a field of a response that is an object, and no deeper" }];
  });
};

const isOnNumber: CrossCheck = (view) =>
  uses(view, "x-money").flatMap(({ node, path }): Finding[] =>
    [node.type].flat().includes("number") ? [] : [{ path, reason: "x-money belongs on a number" }],
  );

/** Extensions of a schema or a property. */
export const schemaRows: readonly Extension[] = [
  sensitive,
  openEnum,
  {
    name: "x-enum-descriptions",
    places: ["schema"],
    value: { type: "object", minProperties: 1, additionalProperties: { type: "string", minLength: 1 } },
    expected: "a map from values of the enum to what they mean",
    checks: [describesValues],
    meaning: "What each value means.",
    readers: ["docs"],
  },
  transitions,
  {
    name: "x-error-code-enum",
    places: ["schema"],
    value: TRUE,
    expected: "`true`",
    checks: [onStringEnum("x-error-code-enum")],
    meaning: "The values of `x-error-codes` are drawn from this enum.",
    readers: ["client", "mock"],
  },
  {
    name: "x-money",
    places: ["schema", "property"],
    value: TRUE,
    expected: "`true`",
    checks: [isOnNumber],
    meaning:
      "The number is an amount of money, in units of its currency. The client sends it with at most three fraction digits, which is what the finest currencies have; more of them come from arithmetic with fractions, such as `0.1 + 0.2`.",
    readers: ["client"],
  },
  {
    name: "x-jwe",
    places: ["property"],
    value: {
      type: "object",
      properties: {
        alg: listOf({ enum: ["RSA1_5", "RSA-OAEP-256"] }),
        enc: listOf({ enum: ["A256GCM"] }),
        key: SDK_NAME,
        request: listOf({ enum: ["jwe", "key-only"] }),
      },
      required: ["alg", "enc", "key"],
      additionalProperties: false,
    },
    expected:
      "`{ alg: [RSA1_5, RSA-OAEP-256], enc: [A256GCM], key: <operation>, request: [key-only, jwe] }`, in order of preference",
    checks: [keyCanBeRead],
    meaning:
      "The string is a JWE that the caller makes: with which algorithms, which operation gives the key to encrypt with, and whether it is a whole JWE or carries its key and nothing else. What is documented comes first; without `request` it is a whole JWE.",
    readers: ["crypto", "mock"],
  },
  {
    name: "x-may-be-text",
    places: ["property"],
    value: TRUE,
    expected: "`true`",
    checks: [directlyInResponses],
    meaning: "The integer may arrive as a string of digits. The client gives it as the number that its type is.",
    readers: ["client"],
  },
];
