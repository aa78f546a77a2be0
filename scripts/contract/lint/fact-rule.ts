import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";
import {
  type ContractNode,
  children,
  follow,
  isNode,
  operationVisit,
  type Place,
  parametersOf,
} from "./contract-node.ts";

const FACTS = ["traceId", "correlationId", "oneTimeToken"];

/** What the SDK takes from the headers of an answer. */
export function factsOf(context: UserContext, answer: Place | undefined): Set<unknown> {
  return new Set([...children(context, answer, "headers").values()].map(({ node }) => factOf(node)));
}

function factOf(header: ContractNode): unknown {
  const value = header["x-sdk-fact"];
  return isNode(value) ? Object.keys(value).join() : value;
}

/** `x-sdk-fact` names a fact, and one header for it: the one that the option of that name is sent in. */
export const sdkFact: Oas3Rule = () => {
  const headers = new Map<unknown, string>();
  const demandOneHeader = ({ report }: UserContext, fact: unknown, header: string, location: Location): void => {
    const known = headers.get(fact) ?? header;
    headers.set(fact, known);
    if (known.toLowerCase() === header.toLowerCase()) return;
    report({ message: `\`${fact}\` is ${known} elsewhere, and ${header} here.`, location });
  };
  return {
    PathItem: {
      Operation(node, context, parents) {
        const visit = operationVisit(node, context, parents);
        for (const { node: parameter, location } of parametersOf(context, visit)) {
          const option = parameter["x-sdk-option"];
          if (option !== undefined) demandOneHeader(context, option, String(parameter.name), location.key());
        }
        for (const answer of children(context, visit.operation, "responses").values()) {
          for (const [name, header] of children(context, answer, "headers")) {
            const location = header.location.child("x-sdk-fact");
            const fact = factOf(header.node);
            if (fact === undefined) continue;
            if (!isFact(context, header)) {
              const message = `\`x-sdk-fact\` must be one of ${FACTS.join(", ")}, or { challenge: <value of the enum> }.`;
              context.report({ message, location });
            } else demandOneHeader(context, fact, name, location);
          }
        }
      },
    },
  };
};

function isFact(context: UserContext, { node, location }: Place): boolean {
  const value = node["x-sdk-fact"];
  if (!isNode(value)) return FACTS.includes(value as string);
  const values = follow(context, node.schema, location.child("schema"))?.node.enum;
  return Object.keys(value).join() === "challenge" && Array.isArray(values) && values.includes(value.challenge);
}
