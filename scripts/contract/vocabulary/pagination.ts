import type { JsonObject } from "../contract-nodes.ts";
import { type ContractView, successSchema } from "../contract-view.ts";
import type { Operation } from "../operation-view.ts";
import type { Place } from "../places.ts";
import { ARGUMENT, type CrossCheck, type Extension, type Finding } from "./extension.ts";

/** What a key of `x-pagination` names. */
const ARGUMENTS = ["page", "offset", "limit", "cursor", "size", "from", "to"];

const field: JsonObject = { type: "string", pattern: "^\\w+(\\.\\w+)*$" };

function style(name: string, required: Record<string, JsonObject>, optional: Record<string, JsonObject>): JsonObject {
  const properties = { style: { const: name }, ...required, ...optional, items: field };
  return { type: "object", properties, required: ["style", ...Object.keys(required)], additionalProperties: false };
}

const styles: readonly JsonObject[] = [
  style("page-number", { page: ARGUMENT }, { size: ARGUMENT, total: field, first: { enum: [0, 1] } }),
  style("offset", { offset: ARGUMENT }, { limit: ARGUMENT, total: field }),
  style("cursor", { cursor: ARGUMENT, next: field }, { size: ARGUMENT }),
  style("last-id", { cursor: ARGUMENT, id: field }, { size: ARGUMENT }),
  style(
    "date-window",
    {
      from: ARGUMENT,
      to: ARGUMENT,
      maximumDays: { type: "integer", minimum: 1 },
      boundary: { enum: ["inclusive", "exclusive"] },
      format: { enum: ["date", "date-time"] },
    },
    {},
  ),
];

function hasType(place: Place | undefined, type: string): boolean {
  const types: unknown = place?.node.type;
  return Array.isArray(types) ? types.includes(type) : types === type;
}

/** Whether an operation is a read whose response is an array, or an object with an array among its fields. */
function givesList(view: ContractView, operation: Operation): boolean {
  const schema = operation.isRead ? successSchema(view, operation) : undefined;
  return hasType(schema, "array") || [...view.properties(schema).values()].some((of) => hasType(of, "array"));
}

const namesExist: CrossCheck = (view) =>
  view.operations.flatMap((operation) => {
    const value = operation.node["x-pagination"];
    if (value === undefined) return [];
    const path = [...operation.path, "x-pagination"];
    if (!operation.isRead) return [{ path, reason: "x-pagination belongs on a read" }];
    if (value === "none") return [];
    return namedThings(view, operation, value as JsonObject).map(({ path: keys, reason }) => ({
      path: [...path, ...keys],
      reason: `x-pagination: ${reason}`,
    }));
  });

function namedThings(view: ContractView, operation: Operation, value: JsonObject): Finding[] {
  const findings: Finding[] = [];
  const wrong = (key: string, reason: string) => findings.push({ path: [key], reason });
  const names = operation.arguments.map(({ name }) => name);
  for (const key of ARGUMENTS) {
    if (value[key] !== undefined && !names.includes(String(value[key])))
      wrong(key, `${key} names no argument of this operation: ${names.join(", ")}`);
  }
  const response = successSchema(view, operation);
  const at = (key: string, from = response) =>
    value[key] === undefined ? undefined : view.propertyAt(from, String(value[key]));
  const items = value.items === undefined ? response : at("items");
  if (!hasType(items, "array"))
    wrong(
      "items",
      value.items ? "items names no array of the response" : "the response is no array, so items must name one",
    );
  for (const key of ["total", "next"])
    if (value[key] !== undefined && !at(key)) wrong(key, `${key} names no field of the response`);
  if (value.id !== undefined && !at("id", view.child(items, "items"))) wrong("id", "id names no field of an item");
  const problem = value.style === "page-number" ? firstPageProblem(operation, value) : undefined;
  if (problem) wrong("first", problem);
  return findings;
}

function firstPageProblem(operation: Operation, { page, first = 1 }: JsonObject): string | undefined {
  const schema = operation.arguments.find(({ name }) => name === page)?.schema?.node;
  const says = schema?.default ?? schema?.minimum ?? first;
  return says === first ? undefined : `the first page is ${first}, but ${page} begins at ${says}`;
}

export const pagination: Extension = {
  name: "x-pagination",
  places: ["operation"],
  value: { oneOf: [{ const: "none" }, ...styles] },
  expected:
    "`none`, `{ style: page-number, page, size?, first?, items?, total? }`, `{ style: offset, offset, limit?, items?, total? }`, `{ style: cursor, cursor, next, size?, items? }`, `{ style: last-id, cursor, id, size?, items? }` or `{ style: date-window, from, to, maximumDays, boundary, format, items? }`",
  demand: {
    where: "every read whose response is an array, or an object with an array among its fields",
    missing: (view) =>
      view.operations.filter((operation) => operation.node["x-pagination"] === undefined && givesList(view, operation)),
  },
  checks: [namesExist],
  meaning:
    "How to walk the pages. `page`, `offset`, `limit`, `cursor`, `size`, `from` and `to` name arguments; `items`, `total` and `next` fields of the response, by a dotted path if need be; `id` a field of an item. Without `items` the response itself is the array. `first` is the number of the first page, 0 or 1, by default 1. `boundary` says whether `to` itself is in the window.",
  readers: ["client", "react"],
};
