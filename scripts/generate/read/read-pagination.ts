import { isObject, type JsonObject } from "../../contract/contract-nodes.ts";
import { successSchema } from "../../contract/contract-view.ts";
import type { Argument, Operation } from "../../contract/operation-view.ts";
import type { Place } from "../../contract/places.ts";
import type { Schema } from "../contract-document.ts";
import type { PaginationModel, ResponseBodyModel } from "../response-model.ts";
import type { Review } from "../review.ts";
import { isOnly, type JsonType, jsonTypesOf } from "./json-types.ts";

/** Reads how to walk the pages of a read. That what is named exists has been checked. */
export function readPagination(
  review: Review,
  operation: Operation,
  response: ResponseBodyModel,
): PaginationModel | undefined {
  const value = operation.node["x-pagination"];
  const whole = successSchema(review.view, operation);
  if (!isObject(value) || !whole) return undefined;
  const at = [...operation.path, "x-pagination"];
  if (response.kind !== "json" || response.nullable) {
    review.stop(at, "pages are walked in a JSON response that is never null");
    return undefined;
  }
  const list = value.items === undefined ? whole : review.view.propertyAt(whole, String(value.items));
  const item = review.view.child(list, "items");
  if (!list || !item || !isOnly(review.view, list, "array")) {
    review.stop([...at, "items"], "the items of a page are an array that is never null, and says what is in it");
    return undefined;
  }
  const page: Page = { review, at, value, operation, whole, item };
  return { ...styleOf(page), items: pathAt(page, "items"), item: item.written as Schema };
}

interface Page {
  readonly review: Review;
  readonly at: readonly (string | number)[];
  readonly value: JsonObject;
  readonly operation: Operation;
  readonly whole: Place;
  readonly item: Place;
}

// As it would be without the fields that every style has.
type Style<Model = PaginationModel> = Model extends unknown ? Omit<Model, "items" | "item"> : never;

function styleOf(page: Page): Style {
  const { value } = page;
  switch (value.style) {
    case "page-number":
      return {
        style: "page-number",
        page: argument(page, "page", "integer"),
        first: value.first === 0 ? 0 : 1,
        size: size(page, "size"),
        maximumSize: maximum(page, "size"),
        total: total(page),
      };
    case "offset":
      return {
        style: "offset",
        offset: argument(page, "offset", "integer"),
        limit: size(page, "limit"),
        maximumSize: maximum(page, "limit"),
        total: total(page),
      };
    case "cursor":
      return {
        style: "cursor",
        cursor: cursor(page, "next", page.whole),
        next: pathAt(page, "next") ?? [],
        size: size(page, "size"),
        maximumSize: maximum(page, "size"),
      };
    case "last-id":
      return {
        style: "last-id",
        cursor: cursor(page, "id", page.item),
        id: pathAt(page, "id") ?? [],
        size: size(page, "size"),
        maximumSize: maximum(page, "size"),
      };
    default:
      return {
        style: "date-window",
        from: date(page, "from"),
        to: date(page, "to"),
        maximumDays: Number(value.maximumDays),
        boundary: value.boundary === "inclusive" ? "inclusive" : "exclusive",
        format: value.format === "date" ? "date" : "date-time",
      };
  }
}

function pathAt({ value }: Page, key: string): string[] | undefined {
  return value[key] === undefined ? undefined : String(value[key]).split(".");
}

function found({ operation, value }: Page, key: string): Argument | undefined {
  return operation.arguments.find(({ name }) => name === value[key]);
}

function argument(page: Page, key: string, ...types: readonly JsonType[]): string {
  const { review, at, value } = page;
  if (!isOnly(review.view, found(page, key)?.schema, ...types)) {
    review.stop([...at, key], `x-pagination: ${value[key]} must be of type ${types.join(" or ")}`);
  }
  return String(value[key]);
}

function size(page: Page, key: string): string | undefined {
  return page.value[key] === undefined ? undefined : argument(page, key, "integer");
}

/** The most that the contract lets a page hold. */
function maximum(page: Page, key: string): number | undefined {
  const value = found(page, key)?.schema?.node.maximum;
  return typeof value === "number" ? value : undefined;
}

function total(page: Page): string[] | undefined {
  const { review, at, whole, value } = page;
  if (value.total === undefined) return undefined;
  if (!isOnly(review.view, review.view.propertyAt(whole, String(value.total)), "integer", "null")) {
    review.stop([...at, "total"], `x-pagination: ${value.total} must be an integer`);
  }
  return pathAt(page, "total");
}

/** The argument that the next page is asked for with; what names it in a response must be of the same type. */
function cursor(page: Page, key: string, within: Place): string {
  const { review, at, value } = page;
  const name = argument(page, "cursor", "integer", "number", "string");
  const given = jsonTypesOf(review.view, review.view.propertyAt(within, String(value[key])));
  const taken = jsonTypesOf(review.view, found(page, "cursor")?.schema);
  if (![...given].every((type) => type === "null" || taken.has(type))) {
    const [is, must] = [given, taken].map((types) => [...types].join(" or "));
    review.stop([...at, key], `x-pagination: ${value[key]} is of type ${is}, and ${name} of type ${must}`);
  }
  return name;
}

function date(page: Page, key: string): string {
  const { review, at, value } = page;
  const name = argument(page, key, "string");
  const format = found(page, key)?.schema?.node.format;
  if (format !== value.format) review.stop([...at, key], `x-pagination: ${name} must have the format ${value.format}`);
  return name;
}
