import type { JsonObject } from "../../contract/contract-nodes.ts";
import { isConstant, isOption, type Operation } from "../../contract/operation-view.ts";
import type { Place } from "../../contract/places.ts";
import type { Schema } from "../contract-document.ts";
import type { ArgumentModel, ConstantHeader, OptionHeader, Sensitivity } from "../request-model.ts";
import type { Review } from "../review.ts";
import { isOnly, scalarTypes } from "./json-types.ts";
import { assumptionOf, descriptionOf, isDeprecated, wordAt } from "./notes.ts";

/** An argument, and where the contract writes it. */
export interface PlacedArgument {
  readonly argument: ArgumentModel;
  readonly place: Place;
}

/** What the parameters of an operation become. */
export interface ReadParameters {
  readonly placed: readonly PlacedArgument[];
  readonly options: readonly OptionHeader[];
  readonly constantHeaders: readonly ConstantHeader[];
}

/** Headers that the client sets itself, or that no client may set. */
const ownHeaders = ["authorization", "content-type", "content-length", "host", "cookie", "connection"];

/** Reads the parameters of an operation, those of its path included. */
export function readParameters(review: Review, operation: Operation): ReadParameters {
  const readable = operation.parameters.filter((parameter) => isReadable(review, parameter));
  stopOnRepeatedNames(review, readable);
  const constants = readable.filter((parameter) => isConstant(review.view, parameter));
  const options = readable.filter(isOption);
  const rest = readable.filter((parameter) => !constants.includes(parameter) && !options.includes(parameter));
  return {
    placed: rest.map((place) => ({ place, argument: argumentOf(review, place) })),
    options: options.map((parameter) => optionOf(review, parameter)),
    constantHeaders: constants.map((parameter) => ({
      wireName: wireNameOf(parameter.node),
      value: String(review.view.child(parameter, "schema")?.node.const),
    })),
  };
}

/** Stops on a parameter that the client has no way to send. */
function isReadable(review: Review, parameter: Place): boolean {
  const reason = unreadable(review, parameter);
  if (reason !== undefined) review.stop(parameter.path, `the parameter ${parameter.node.name} ${reason}`);
  return reason === undefined;
}

function unreadable(review: Review, parameter: Place): string | undefined {
  const { node } = parameter;
  if (node.in === "cookie") return "is a cookie, which no call can carry";
  if (node.content !== undefined) return "has content; only a schema can be sent";
  const schema = review.view.child(parameter, "schema");
  if (!schema) return "has no schema";
  if (node.in === "header" && ownHeaders.includes(String(node.name).toLowerCase())) {
    return "is a header that the client sets by itself";
  }
  if (node.allowReserved === true) return "has allowReserved, but the client encodes every value";
  const style = node.in === "query" ? "form" : "simple";
  if (node.style !== undefined && node.style !== style) return `has the style ${node.style}; it must be ${style}`;
  if (isOnly(review.view, schema, ...scalarTypes)) return undefined;
  const isList = node.in === "query" && isOnly(review.view, schema, "array");
  if (isList && isOnly(review.view, review.view.child(schema, "items"), ...scalarTypes)) return undefined;
  const expected = "a string, a number or a boolean";
  return `must be ${expected}${node.in === "query" ? ", or an array of them" : ""}, and not null`;
}

/** Two headers that differ in case only are one. */
function stopOnRepeatedNames(review: Review, parameters: readonly Place[]): void {
  const seen = new Set<string>();
  for (const { node, path } of parameters) {
    const key = `${node.in} ${wireNameOf(node)}`;
    if (seen.has(key)) review.stop(path, `the ${node.in} parameter ${node.name} is there twice`);
    seen.add(key);
  }
}

function argumentOf(review: Review, parameter: Place): ArgumentModel {
  const { node } = parameter;
  const schema = review.view.child(parameter, "schema");
  const isList = isOnly(review.view, schema, "array");
  return {
    name: String(node["x-sdk-argument"] ?? node.name),
    wireName: wireNameOf(node),
    in: node.in as "path" | "query" | "header",
    required: node.required === true || node.in === "path",
    deprecated: isDeprecated(parameter) || (schema !== undefined && isDeprecated(schema)),
    replacedBy: wordAt(parameter, "x-replaced-by"),
    description: descriptionOf(parameter) ?? (schema && descriptionOf(schema)),
    sensitive: node["x-sensitive"] as Sensitivity | undefined,
    schema: node.schema as Schema,
    assumption: assumptionOf(parameter) ?? (schema && assumptionOf(schema)),
    explode: isList ? node.explode !== false : undefined,
    isIdempotencyKey: false,
  };
}

function optionOf(review: Review, parameter: Place): OptionHeader {
  const { node } = parameter;
  const schema = review.view.child(parameter, "schema");
  const isIdempotencyKey = node["x-idempotency-key"] === true;
  if (!isOnly(review.view, schema, "string")) {
    review.stop(parameter.path, `the parameter ${node.name} is set by an option, so it must be a string`);
  }
  return {
    name: isIdempotencyKey ? "idempotencyKey" : String(node["x-sdk-option"]),
    wireName: wireNameOf(node),
    description: descriptionOf(parameter) ?? (schema && descriptionOf(schema)),
    sensitive: node["x-sensitive"] as Sensitivity | undefined,
    schema: node.schema as Schema,
    isIdempotencyKey,
  };
}

function wireNameOf(node: JsonObject): string {
  return node.in === "header" ? String(node.name).toLowerCase() : String(node.name);
}
