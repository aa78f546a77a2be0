import type { Operation } from "../operation-view.ts";
import { isGet } from "../operation-view.ts";
import { type CrossCheck, type Extension, listOf, SDK_NAME, WORD } from "./extension.ts";
import { invalidates } from "./invalidates.ts";
import { optimistic } from "./optimistic.ts";
import { pagination } from "./pagination.ts";
import { scope } from "./scope.ts";

const uniqueNames: CrossCheck = ({ operations }) => {
  const seen = new Map<string, Operation>();
  return operations.flatMap((operation) => {
    if (operation.name === undefined) return [];
    const key = `${operation.version ?? ""} ${operation.name}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, operation);
      return [];
    }
    const reason = `x-sdk-name ${operation.name} is taken by ${first.method.toUpperCase()} ${first.url}`;
    return [{ path: [...operation.path, "x-sdk-name"], reason }];
  });
};

const statusesExist: CrossCheck = ({ nodes, operations }) => {
  const known = nodes.filter(({ node }) => node["x-transitions"] !== undefined).flatMap(({ node }) => node.enum);
  return operations.flatMap(({ node, path }) => {
    const required = (node["x-requires-card-status"] ?? []) as readonly string[];
    return required.flatMap((status, index) => {
      if (known.includes(status)) return [];
      const reason = `x-requires-card-status: no enum with x-transitions has the value ${status}`;
      return [{ path: [...path, "x-requires-card-status", index], reason }];
    });
  });
};

/** Extensions of an operation. */
export const operationRows: readonly Extension[] = [
  {
    name: "x-sdk-name",
    places: ["operation"],
    value: SDK_NAME,
    expected: "`resource.method`, both in camelCase",
    demand: {
      where: "every operation",
      missing: ({ operations }) => operations.filter(({ node }) => node["x-sdk-name"] === undefined),
    },
    checks: [uniqueNames],
    meaning: "The name of the call: `cards.list` is `wise.cards.list(…)`. Unique within a version of the API.",
    readers: ["client", "react", "mock", "docs"],
  },
  {
    name: "x-retry",
    places: ["operation"],
    value: { enum: ["read", "idempotent", "keyed", "never"] },
    expected: "`read`, `idempotent`, `keyed` or `never`",
    demand: {
      where: "every operation but GET and HEAD, which are reads unless they say otherwise",
      missing: ({ operations }) =>
        operations.filter(({ method, node }) => !isGet(method) && node["x-retry"] === undefined),
    },
    meaning:
      "Whether the client may send the request again when it does not know whether it was processed. `read` changes nothing. `idempotent` leaves the same state however often it is sent. `keyed` is safe to send again with the same idempotency key. `never` is only sent again if the server provably did not process it.",
    readers: ["client", "react"],
  },
  pagination,
  invalidates,
  optimistic,
  {
    name: "x-requires-card-status",
    places: ["operation"],
    value: listOf(WORD),
    expected: "a list of values of an enum that has `x-transitions`",
    checks: [statusesExist],
    meaning: "In any other status the response is a 403.",
    readers: ["react", "mock"],
  },
  scope,
];
