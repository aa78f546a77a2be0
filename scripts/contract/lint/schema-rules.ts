import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";
import {
  bodySchemas,
  type ContractNode,
  children,
  follow,
  isNode,
  isStringList,
  type OperationVisit,
  operationVisit,
  type Place,
  parametersOf,
  schemasBelow,
} from "./contract-node.ts";

/** Every enum that an answer can hold is open; none that a request uses is. */
export const openEnum: Oas3Rule = () => ({
  PathItem: {
    Operation(node, context, parents) {
      const visit = operationVisit(node, context, parents);
      for (const { node: schema, location } of enumsOf(context, answersOf(context, visit))) {
        if (schema["x-open-enum"] === true) continue;
        const message = "`x-open-enum: true` is missing: an answer can hold this enum.";
        context.report({ message, location: location.child("enum").key() });
      }
      for (const { node: schema, location } of enumsOf(context, requestsOf(context, visit))) {
        if (schema["x-open-enum"] === undefined) continue;
        const message = "`x-open-enum` on an enum that a request uses: give the request a schema of its own.";
        context.report({ message, location: location.child("x-open-enum").key() });
      }
    },
  },
  Schema(schema, { report, location }) {
    const value = (schema as unknown as ContractNode)["x-open-enum"];
    if (value === undefined || (value === true && isStringList(schema.enum))) return;
    report({
      message: "`x-open-enum` is `true` on an enum of strings, or absent.",
      location: location.child("x-open-enum"),
    });
  },
});

function enumsOf(context: UserContext, roots: readonly Place[]): Place[] {
  const seen = new Set<ContractNode>();
  return roots.flatMap((root) => [...schemasBelow(context, root, seen)]).filter(({ node }) => node.enum !== undefined);
}

function answersOf(context: UserContext, { operation }: OperationVisit): Place[] {
  return [...children(context, operation, "responses").values()].flatMap((response) => {
    const headers = [...children(context, response, "headers").values()];
    return [...bodySchemas(context, response), ...headers.flatMap((header) => ownSchema(context, header))];
  });
}

function requestsOf(context: UserContext, visit: OperationVisit): Place[] {
  const { operation } = visit;
  const body = follow(context, operation.node.requestBody, operation.location.child("requestBody"));
  const parameters = parametersOf(context, visit);
  return [...bodySchemas(context, body), ...parameters.flatMap((parameter) => ownSchema(context, parameter))];
}

function ownSchema(context: UserContext, { node, location }: Place): Place[] {
  return [follow(context, node.schema, location.child("schema"))].filter((place) => place !== undefined);
}

/** `x-enum-descriptions` explains values of the enum beside it, in words. */
export const enumDescriptions: Oas3Rule = () => ({
  Schema(schema, { report, location }) {
    const descriptions = (schema as unknown as ContractNode)["x-enum-descriptions"];
    if (descriptions === undefined) return;
    const place = location.child("x-enum-descriptions");
    if (!isNode(descriptions) || !Array.isArray(schema.enum)) {
      return report({ message: "`x-enum-descriptions` must be a map beside an enum.", location: place });
    }
    for (const [value, text] of Object.entries(descriptions)) {
      if (!schema.enum.includes(value)) {
        report({
          message: `\`x-enum-descriptions\`: the enum has no value ${value}.`,
          location: place.child(value).key(),
        });
      } else if (typeof text !== "string" || text === "") {
        report({ message: `\`x-enum-descriptions\`: ${value} is not explained.`, location: place.child(value) });
      }
    }
  },
});

/**
 * `x-transitions` on `CardStatusChange`, and `x-requires-card-status` on operations: made of card statuses that exist.
 */
export const cardStatus: Oas3Rule = () => {
  let statuses: readonly string[] | undefined;
  const mentions: { status: string; location: Location }[] = [];
  return {
    Schema(schema, { report, location }) {
      const place = { node: schema as unknown as ContractNode, location };
      if (location.pointer.endsWith("/CardStatus") && isStringList(schema.enum)) statuses = schema.enum;
      const transitions = place.node["x-transitions"];
      const at = location.child("x-transitions");
      if (transitions === undefined) {
        if (!location.pointer.endsWith("/CardStatusChange")) return;
        return report({ message: "`x-transitions` is missing: the card's life cycle.", location: location.key() });
      }
      if (!isNode(transitions) || !isStringList(schema.enum)) {
        return report({ message: "`x-transitions` must be a map beside an enum.", location: at });
      }
      for (const [from, to] of Object.entries(transitions)) {
        mentions.push({ status: from, location: at.child(from).key() });
        if (isStringList(to) && to.every((status) => schema.enum?.includes(status) && status !== from)) continue;
        const message = `\`x-transitions\`: from ${from} only to other statuses that can be asked for.`;
        report({ message, location: at.child(from) });
      }
    },
    Operation(operation, { report, location }) {
      const required = (operation as unknown as ContractNode)["x-requires-card-status"];
      const at = location.child("x-requires-card-status");
      if (required === undefined) return;
      if (!isStringList(required) || required.length === 0) {
        return report({ message: "`x-requires-card-status` must be a list of distinct card statuses.", location: at });
      }
      mentions.push(...required.map((status, index) => ({ status, location: at.child([index]) })));
    },
    Root: {
      leave(_root, { report }) {
        for (const { status, location } of mentions.filter((mention) => !statuses?.includes(mention.status))) {
          report({ message: `${status} is no value of \`CardStatus\`.`, location });
        }
      },
    },
  };
};

/** `x-jwe` names the algorithms that a server takes for the JWE in a string. */
export const jwe: Oas3Rule = () => ({
  Schema(schema, { report, location }) {
    const value = (schema as unknown as ContractNode)["x-jwe"];
    if (value === undefined) return;
    const isList = (field: string, known: readonly string[]): boolean => {
      const list = isNode(value) ? value[field] : undefined;
      return isStringList(list) && list.length > 0 && list.every((name) => known.includes(name));
    };
    const isComplete = isList("alg", ["RSA1_5", "RSA-OAEP-256"]) && isList("enc", ["A256GCM"]);
    if (schema.type === "string" && isComplete && isNode(value) && Object.keys(value).length === 2) return;
    const message =
      "`x-jwe` on a string must be { alg: [RSA1_5, RSA-OAEP-256], enc: [A256GCM] }, in the order of preference.";
    report({ message, location: location.child("x-jwe") });
  },
});
