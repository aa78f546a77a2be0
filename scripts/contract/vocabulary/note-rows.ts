import type { ContractView } from "../contract-view.ts";
import { operationNamed, unknownArgument } from "../contract-view.ts";
import type { CrossCheck, Extension, Finding } from "./extension.ts";

const NAME = { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9]*)?$" };

const onDeprecated: CrossCheck = ({ nodes }) =>
  nodes
    .filter(({ node }) => node["x-replaced-by"] !== undefined && node.deprecated !== true)
    .map(({ path }) => ({ path: [...path, "x-replaced-by"], reason: "x-replaced-by belongs on what is deprecated" }));

const replacementsExist: CrossCheck = (view) =>
  view.operations.flatMap((operation): Finding[] => {
    const name = operation.node["x-replaced-by"];
    const target = operationNamed(view, name, operation.version);
    const path = [...operation.path, "x-replaced-by"];
    const isGone = target?.node.deprecated === true;
    const own =
      name === undefined || (target && !isGone)
        ? []
        : [{ path, reason: `x-replaced-by names ${name}, which is ${isGone ? "deprecated itself" : "no operation"}` }];
    const parameters = operation.parameters.filter(({ node }) => node["x-replaced-by"] !== undefined);
    return [
      ...own,
      ...parameters.flatMap((parameter) =>
        unknownArgument(operation, parameter.node["x-replaced-by"]).map((reason) => ({
          path: [...parameter.path, "x-replaced-by"],
          reason: `x-replaced-by: ${reason}`,
        })),
      ),
    ];
  });

/** A property is replaced by another of the same object. */
const propertiesExist: CrossCheck = (view: ContractView) =>
  view.nodes.flatMap(({ node, path, kind }): Finding[] => {
    if (kind !== "schema" && kind !== "property") return [];
    const siblings = view.children({ written: node, node, path }, "properties");
    return [...siblings].flatMap(([name, property]): Finding[] => {
      const by = view.said(property, "x-replaced-by");
      if (by === undefined || (by !== name && siblings.has(String(by)))) return [];
      return [
        { path: [...property.path, "x-replaced-by"], reason: `x-replaced-by: there is no property ${by} beside it` },
      ];
    });
  });

/** Extensions that tell readers something. */
export const noteRows: readonly Extension[] = [
  {
    name: "x-replaced-by",
    places: ["operation", "parameter", "property"],
    value: NAME,
    expected: "the SDK name of an operation, or the name of an argument or property",
    checks: [onDeprecated, replacementsExist, propertiesExist],
    meaning: "What to use instead of something deprecated.",
    readers: ["client", "react", "docs"],
  },
  {
    name: "x-assumption",
    places: [],
    value: { type: "string", pattern: "^[A-Z][^]*\\S \\S[^]*\\.\\s*$" },
    expected: "a sentence that says what is not documented",
    meaning: "No source documents this; it is our assumption, and `provenance.md` gives the reason.",
    readers: ["client", "mock", "docs"],
  },
];
