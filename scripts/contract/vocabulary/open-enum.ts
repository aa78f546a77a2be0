import type { ContractView } from "../contract-view.ts";
import { contentSchemas, type Operation } from "../operation-view.ts";
import type { Place } from "../places.ts";
import { type CrossCheck, type Extension, TRUE } from "./extension.ts";
import { onStringEnum } from "./string-enum.ts";

function enumsBelow(view: ContractView, roots: readonly (Place | undefined)[]): Place[] {
  return view.schemasBelow(roots).filter(({ node }) => Array.isArray(node.enum));
}

/** The enums that Wise may send: in responses, their headers, and the bodies of webhooks. */
function receivedEnums(view: ContractView): Place[] {
  const responses = view.operations.flatMap((operation) => [...operation.responses.values()]);
  const headers = responses.flatMap((response) => [...view.children(response, "headers").values()]);
  const bodies = [...responses, ...view.webhooks.map(({ body }) => body)];
  const schemas = bodies.flatMap((body) => [...contentSchemas(view, body).values()]);
  return enumsBelow(view, [...schemas, ...headers.map((header) => view.child(header, "schema"))]);
}

/** The enums that requests may hold. */
export function sentEnums(view: ContractView): Place[] {
  const schemasOf = ({ parameters, body }: Operation) => [
    ...parameters.map((parameter) => view.child(parameter, "schema")),
    ...contentSchemas(view, body).values(),
  ];
  return enumsBelow(view, view.operations.flatMap(schemasOf));
}

const closedWhereSent: CrossCheck = (view) =>
  sentEnums(view)
    .filter(({ node }) => node["x-open-enum"] !== undefined)
    .map(({ path }) => ({
      path: [...path, "x-open-enum"],
      reason: "x-open-enum on an enum that a request uses: give the request a schema of its own",
    }));

export const openEnum: Extension = {
  name: "x-open-enum",
  places: ["schema"],
  value: TRUE,
  expected: "`true`",
  demand: {
    where: "every enum that a response or a webhook can hold",
    missing: (view) => {
      const closed = receivedEnums(view).filter(({ node }) => node["x-open-enum"] === undefined);
      return closed.map(({ path }) => ({ path: [...path, "enum"] }));
    },
  },
  checks: [closedWhereSent, onStringEnum("x-open-enum")],
  meaning:
    'A value that the contract does not know yet is delivered as it is: the type is "one of these, or another string". Never on an enum that a request uses.',
  readers: ["client", "mock"],
};
