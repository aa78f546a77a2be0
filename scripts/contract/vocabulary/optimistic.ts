import { type ContractView, operationNamed, successSchema, unknownArgument } from "../contract-view.ts";
import type { Operation } from "../operation-view.ts";
import { ARGUMENT, type CrossCheck, type Extension, listOf } from "./extension.ts";
import { invalidatedReads } from "./invalidates.ts";

/** Where a value stands in the response of a read: a dotted path of properties, of an item if the response holds a list. */
export interface OptimisticPlace {
  readonly property: string;
  readonly item: { readonly list: string; readonly field: string; readonly argument: string } | undefined;
}

/** Reads `status.value`, or `cards[token=cardToken].status.value`. */
export function optimisticPlace(text: string): OptimisticPlace {
  const [, list, field, argument, property] = /^([\w.]+)\[(\w+)=(\w+)\]\.([\w.]+)$/.exec(text) ?? [];
  if (!list || !field || !argument || !property) return { property: text, item: undefined };
  return { property, item: { list, field, argument } };
}

interface Optimistic {
  readonly argument: string;
  readonly between: readonly string[];
  readonly places: Readonly<Record<string, string>>;
}

const placesExist: CrossCheck = (view) =>
  view.operations.flatMap((operation) => {
    const value = operation.node["x-optimistic"] as Optimistic | undefined;
    if (!value) return [];
    const path = [...operation.path, "x-optimistic"];
    return [
      ...argumentProblems(operation, value).map((reason) => ({ path: [...path, "argument"], reason })),
      ...Object.entries(value.places).flatMap(([read, place]) =>
        placeProblems(view, operation, read, place).map((reason) => ({ path: [...path, "places", read], reason })),
      ),
    ];
  });

function argumentProblems(operation: Operation, { argument, between }: Optimistic): string[] {
  const found = operation.arguments.find(({ name }) => name === argument);
  if (!found) return unknownArgument(operation, argument);
  const values = found.schema?.node.enum;
  const known = Array.isArray(values) ? values : [];
  return between.filter((entry) => !known.includes(entry)).map((entry) => `${argument} is never ${entry}`);
}

function placeProblems(view: ContractView, operation: Operation, read: string, text: string): string[] {
  if (!invalidatedReads(operation.node["x-invalidates"]).some((entry) => entry.read === read)) {
    return [`x-invalidates does not name ${read}`];
  }
  const target = operationNamed(view, read, operation.version);
  const response = target && successSchema(view, target);
  const { property, item } = optimisticPlace(text);
  const missing = (name: string) => `the response of ${read} has no ${name} there`;
  if (!item) return view.propertyAt(response, property) ? [] : [missing(property)];
  const one = view.child(view.propertyAt(response, item.list), "items");
  return [
    ...unknownArgument(operation, item.argument),
    ...(one ? [item.field, property].filter((name) => !view.propertyAt(one, name)).map(missing) : [missing(item.list)]),
  ];
}

export const optimistic: Extension = {
  name: "x-optimistic",
  places: ["operation"],
  value: {
    type: "object",
    properties: {
      argument: ARGUMENT,
      between: listOf({ type: "string" }, 2),
      places: {
        type: "object",
        minProperties: 1,
        additionalProperties: { type: "string", pattern: "^([\\w.]+\\[\\w+=\\w+\\]\\.)?\\w+(\\.\\w+)*$" },
      },
    },
    required: ["argument", "between", "places"],
    additionalProperties: false,
  },
  expected:
    "`{ argument, between, places }`, where `places` maps a read to `property.property` or `list[field=argument].property`",
  checks: [placesExist],
  meaning:
    "The value of `argument` may be shown before the response arrives, if it changes from one value of `between` to another. `places` says where it stands in the responses of reads, of one item if that is a list. Each read must be among those of `x-invalidates`.",
  readers: ["react"],
};
