import type { ContractView } from "../contract-view.ts";
import { isConstant, isOption, type Operation } from "../operation-view.ts";
import type { Place } from "../places.ts";
import type { CrossCheck, Extension, Finding } from "./extension.ts";

const KINDS = ["profile", "card"];

/** The parameters of an operation that say what it is about. */
function scoped({ parameters }: Operation): Place[] {
  return parameters.filter(({ node }) => node["x-scope"] !== undefined);
}

const eachWhereItBelongs: CrossCheck = (view) => [
  ...view.operations
    .filter(({ node }) => node["x-scope"] !== undefined && node["x-scope"] !== "none")
    .map(({ path }) => ({ path: [...path, "x-scope"], reason: "x-scope of an operation must be none" })),
  ...view.operations.flatMap((operation) =>
    scoped(operation).flatMap((parameter): Finding[] => {
      const reason = parameterProblem(view, parameter);
      return reason === undefined ? [] : [{ path: [...parameter.path, "x-scope"], reason }];
    }),
  ),
];

function parameterProblem(view: ContractView, parameter: Place): string | undefined {
  if (!KINDS.includes(parameter.node["x-scope"] as string)) return "x-scope of a parameter must be profile or card";
  if (isOption(parameter) || isConstant(view, parameter)) return "x-scope belongs on a parameter that is an argument";
  const type = view.child(parameter, "schema")?.node.type;
  return type === "array" ? "x-scope belongs on a parameter with one value, and this is an array" : undefined;
}

const oneOfEach: CrossCheck = (view) =>
  view.operations.flatMap((operation): Finding[] => {
    const parameters = scoped(operation);
    const path = [...operation.path, "x-scope"];
    if (operation.node["x-scope"] === "none" && parameters.length > 0) {
      return [{ path, reason: `x-scope: none, but the parameter ${parameters[0]?.node.name} says what it is about` }];
    }
    return KINDS.flatMap((kind) => {
      const same = parameters.filter(({ node }) => node["x-scope"] === kind);
      if (same.length < 2) return [];
      const names = same.map(({ node }) => node.name).join(" and ");
      return [{ path, reason: `an operation is about one ${kind}, and x-scope names two parameters: ${names}` }];
    });
  });

/** What an operation is about, which `createProxy` holds against the grant of a user. */
export const scope: Extension = {
  name: "x-scope",
  places: ["parameter", "operation"],
  value: { enum: [...KINDS, "none"] },
  expected: "`profile` or `card` on a parameter, `none` on an operation",
  checks: [eachWhereItBelongs, oneOfEach],
  meaning:
    "What the operation is about: the profile or the card that this parameter names, or `none`, where it depends on neither. `createProxy` holds it against the grant of a user: without a card an operation is about the whole profile. An operation that says nothing cannot be in a grant.",
  readers: ["client"],
};
