import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";
import {
  bodySchemas,
  type ContractNode,
  children,
  isNode,
  isStringList,
  type OperationVisit,
  operationVisit,
  type Place,
  parametersOf,
} from "./contract-node.ts";
import { factsOf } from "./fact-rule.ts";

type VisitOperation = (operation: Place, context: UserContext, visit: OperationVisit) => void;

/** A rule that looks at each operation, and, where it needs to know them all, once more at the end. */
function operationRule(visit: VisitOperation, atEnd?: (context: UserContext) => void): ReturnType<Oas3Rule> {
  return {
    PathItem: {
      Operation(node, context, parents) {
        const operation = operationVisit(node, context, parents);
        visit(operation.operation, context, operation);
      },
    },
    ...(atEnd && { Root: { leave: (_root, context) => atEnd(context) } }),
  };
}

function method({ location }: Place): string {
  return location.pointer.slice(location.pointer.lastIndexOf("/") + 1);
}

function demandOneOf(place: Place, field: string, allowed: readonly string[], context: UserContext): void {
  const value = place.node[field];
  if (value === undefined) {
    context.report({
      message: `\`${field}\` is missing: one of ${allowed.join(", ")}.`,
      location: place.location.key(),
    });
  } else if (!allowed.includes(value as string)) {
    context.report({
      message: `\`${field}\` must be one of ${allowed.join(", ")}.`,
      location: place.location.child(field),
    });
  }
}

/** `x-sdk-name` on every operation: `resource.method`, unique. */
export const sdkName: Oas3Rule = () => {
  const seen = new Set<unknown>();
  return operationRule(({ node, location }, { report }) => {
    const name = node["x-sdk-name"];
    if (name === undefined) {
      report({ message: "`x-sdk-name` is missing: the name of the call in the SDK.", location: location.key() });
    } else if (typeof name !== "string" || !/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/.test(name)) {
      report({
        message: "`x-sdk-name` must be `resource.method`, both camelCase.",
        location: location.child("x-sdk-name"),
      });
    } else if (seen.has(name)) {
      report({
        message: `\`x-sdk-name\` ${name} is taken by another operation.`,
        location: location.child("x-sdk-name"),
      });
    }
    seen.add(name);
  });
};

/** `x-retry` on every operation. */
export const retry: Oas3Rule = () =>
  operationRule((operation, context) => {
    demandOneOf(operation, "x-retry", ["read", "idempotent", "never"], context);
    if (method(operation) === "get" && ["idempotent", "never"].includes(operation.node["x-retry"] as string)) {
      context.report({
        message: "`x-retry` of a GET must be `read`.",
        location: operation.location.child("x-retry"),
      });
    }
  });

/** `x-sca` on every operation; where it applies, the 403 and the way to send the one-time token back must be there. */
export const sca: Oas3Rule = () =>
  operationRule((operation, context, visit) => {
    demandOneOf(operation, "x-sca", ["never", "where-applicable"], context);
    const tokenIsSent = parametersOf(context, visit).some(({ node }) => node["x-sdk-option"] === "oneTimeToken");
    const refusal = children(context, operation, "responses").get("403");
    const told = factsOf(context, refusal);
    const tokenIsTold = told.has("oneTimeToken") && told.has("challenge");
    const location = operation.location.child("x-sca");
    if (operation.node["x-sca"] === "where-applicable" && !(tokenIsSent && tokenIsTold)) {
      const message =
        "`x-sca: where-applicable` needs a 403 with headers that hold the facts `oneTimeToken` and `challenge`, and a header parameter with `x-sdk-option: oneTimeToken`.";
      context.report({ message, location });
    }
    if (operation.node["x-sca"] === "never" && tokenIsSent) {
      context.report({ message: "`x-sca: never` contradicts the one-time token among the parameters.", location });
    }
  });

const PAGINATION_FIELDS = ["style", "page", "size", "items", "total"];

/** `x-pagination` on every GET: `none`, or the names of what it pages by, all of which must exist. */
export const pagination: Oas3Rule = () =>
  operationRule((operation, context, visit) => {
    const value = operation.node["x-pagination"];
    const location = operation.location.child("x-pagination");
    const isGet = method(operation) === "get";
    if (value === undefined) {
      if (isGet) context.report({ message: "`x-pagination` is missing on a GET.", location: operation.location.key() });
      return;
    }
    if (!isGet) return context.report({ message: "`x-pagination` belongs on GET only.", location });
    if (value === "none") return;
    if (
      !isNode(value) ||
      value.style !== "page-number" ||
      Object.keys(value).sort().join() !== [...PAGINATION_FIELDS].sort().join()
    ) {
      const message = "`x-pagination` must be `none` or { style: page-number, page, size, items, total }.";
      return context.report({ message, location });
    }
    const queries = parametersOf(context, visit).filter((parameter) => parameter.node.in === "query");
    demandKnown(
      value,
      ["page", "size"],
      queries.map(({ node }) => String(node.name)),
      "query parameter",
      location,
      context,
    );
    const answer = children(context, operation, "responses").get("200");
    const fields = bodySchemas(context, answer).flatMap((schema) => [
      ...children(context, schema, "properties").keys(),
    ]);
    demandKnown(value, ["items", "total"], fields, "field of the answer", location, context);
  });

function demandKnown(
  value: ContractNode,
  keys: readonly string[],
  known: readonly string[],
  what: string,
  location: Location,
  { report }: UserContext,
): void {
  for (const key of keys.filter((name) => !known.includes(value[name] as string))) {
    report({ message: `\`x-pagination\`: ${key} names no ${what}.`, location: location.child(key) });
  }
}

/** `x-invalidates` on every operation but GET: names of reads that exist. */
export const invalidates: Oas3Rule = () => {
  const reads = new Set<unknown>();
  const mentions: { name: string; location: Location }[] = [];
  return operationRule(
    (operation, { report }) => {
      const value = operation.node["x-invalidates"];
      const location = operation.location.child("x-invalidates");
      if (method(operation) === "get") {
        reads.add(operation.node["x-sdk-name"]);
        if (value !== undefined) report({ message: "`x-invalidates` does not belong on a GET.", location });
      } else if (value === undefined) {
        const message = "`x-invalidates` is missing: the reads that answer differently afterwards, or an empty list.";
        report({ message, location: operation.location.key() });
      } else if (!isStringList(value)) {
        report({ message: "`x-invalidates` must be a list of distinct SDK names.", location });
      } else {
        mentions.push(...value.map((name, index) => ({ name, location: location.child([index]) })));
      }
    },
    ({ report }) => {
      for (const { name, location } of mentions.filter((mention) => !reads.has(mention.name))) {
        report({ message: `\`x-invalidates\`: ${name} is the name of no GET.`, location });
      }
    },
  );
};
