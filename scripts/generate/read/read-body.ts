import type { Operation } from "../../contract/operation-view.ts";
import type { Place } from "../../contract/places.ts";
import type { Schema } from "../contract-document.ts";
import type { ArgumentModel, BodyModel, BodyVariant } from "../request-model.ts";
import type { Review } from "../review.ts";
import { isFile } from "../type-text.ts";
import { type BodyShape, readShapes } from "./body-fields.ts";
import { isOnly, jsonTypesOf, scalarTypes } from "./json-types.ts";
import { mediaKind } from "./media-types.ts";
import { assumptionOf, descriptionOf, isDeprecated, wordAt } from "./notes.ts";
import type { PlacedArgument } from "./read-parameters.ts";

/** What the body of an operation becomes. */
export interface ReadBody {
  readonly body: BodyModel;
  readonly placed: readonly PlacedArgument[];
  readonly variants: readonly BodyVariant[];
}

const nothing: ReadBody = { body: { kind: "none" }, placed: [], variants: [] };

/** Reads the body of an operation: its fields as arguments of their own, or the whole as one. */
export function readBody(review: Review, { body, method }: Operation): ReadBody {
  if (!body) return nothing;
  if (method === "get" || method === "head") {
    review.stop(body.path, `a ${method.toUpperCase()} cannot have a body`);
    return nothing;
  }
  const content = [...review.view.children(body, "content")];
  const [mediaType, media] = content[0] ?? [];
  if (mediaType === undefined || !media || content.length > 1) {
    review.stop([...body.path, "content"], `a body has one media type, not ${content.length}`);
    return nothing;
  }
  const schema = review.view.child(media, "schema");
  switch (mediaKind(mediaType)) {
    case "json":
      return readJson(review, body, mediaType, schema);
    case "form":
      return readFields(review, body, "form", mediaType, schema);
    case "multipart":
      return readFields(review, body, "multipart", mediaType, schema);
    case "text":
    case "jose":
      return readText(review, body, mediaType, schema);
    default: {
      const known = "JSON, a form, multipart/form-data, application/jose+json or text/plain";
      review.stop([...body.path, "content", mediaType], `a body of ${mediaType} cannot be sent; it must be ${known}`);
      return nothing;
    }
  }
}

function readJson(review: Review, body: Place, mediaType: string, schema: Place | undefined): ReadBody {
  if (!schema) {
    review.stop([...body.path, "content", mediaType], "a JSON body needs a schema");
    return nothing;
  }
  stopOnFiles(review, schema);
  const name = wordAt(body, "x-sdk-argument");
  if (name === undefined) return readFields(review, body, "json", mediaType, schema);
  for (const key of ["anyOf", "if"]) {
    if (key in schema.node) review.stop([...schema.path, key], `a body with ${key} cannot be an argument`);
  }
  if ([...jsonTypesOf(review.view, schema)].every((type) => type === "null" || scalarTypes.includes(type))) {
    review.stop(schema.path, "a JSON body must be an object or an array");
  }
  const model: BodyModel = { kind: "json", shape: "whole", argument: name, ...facts(body, mediaType, schema) };
  return { body: model, placed: [whole(body, name, schema)], variants: [] };
}

function readText(review: Review, body: Place, mediaType: string, schema: Place | undefined): ReadBody {
  const name = wordAt(body, "x-sdk-argument");
  if (name === undefined) return nothing;
  if (schema && !isOnly(review.view, schema, "string")) {
    review.stop(schema.path, `a body of ${mediaType} must be a string`);
  }
  const text = schema ?? { written: { type: "string" }, node: { type: "string" }, path: body.path };
  const model: BodyModel = { kind: "text", argument: name, ...facts(body, mediaType, text) };
  return { body: model, placed: [whole(body, name, text)], variants: [] };
}

function readFields(
  review: Review,
  body: Place,
  kind: "json" | "form" | "multipart",
  mediaType: string,
  schema: Place | undefined,
): ReadBody {
  if (!schema) {
    review.stop([...body.path, "content", mediaType], `a body of ${mediaType} needs a schema`);
    return nothing;
  }
  if (wordAt(body, "x-sdk-argument") !== undefined) {
    review.stop([...body.path, "x-sdk-argument"], `the fields of ${mediaType} are arguments of their own`);
  }
  const isRequired = body.node.required === true;
  const shapes = readShapes(review, schema).map((shape) => ({ shape, placed: fieldsOf(shape, isRequired) }));
  for (const { place } of shapes.flatMap(({ placed }) => placed)) stopOnUnsendable(review, kind, place);
  const variants = shapes.map(({ shape, placed }) => variantOf(shape, placed));
  const placed = mergeShapes(shapes.map((shape) => shape.placed));
  const files = placed.filter(({ place }) => holdsFiles(review, place)).map(({ argument }) => argument.name);
  const same = facts(body, mediaType, schema);
  const model: BodyModel =
    kind === "json"
      ? { kind, shape: "fields", ...same }
      : kind === "form"
        ? { kind, ...same }
        : { kind, files, ...same };
  return { body: model, placed, variants: variants.length > 1 ? variants : [] };
}

function facts(body: Place, mediaType: string, { written }: Place) {
  return { mediaType, required: body.node.required === true, schema: written as Schema };
}

function whole(body: Place, name: string, schema: Place): PlacedArgument {
  const isRequired = body.node.required === true;
  return { place: body, argument: { ...bodyArgument(schema, name, isRequired), ...described(body, schema) } };
}

function described(body: Place, schema: Place) {
  return {
    description: descriptionOf(body) ?? descriptionOf(schema),
    assumption: assumptionOf(body) ?? assumptionOf(schema),
  };
}

function fieldsOf({ fields, required }: BodyShape, isBodyRequired: boolean): PlacedArgument[] {
  return [...fields].map(([wireName, place]) => ({
    place,
    argument: bodyArgument(place, wireName, isBodyRequired && required.has(wireName)),
  }));
}

function bodyArgument(place: Place, wireName: string, required: boolean): ArgumentModel {
  const isIdempotencyKey = (place.written["x-idempotency-key"] ?? place.node["x-idempotency-key"]) === true;
  return {
    name: wordAt(place, "x-sdk-argument") ?? wireName,
    wireName,
    in: "body",
    required: required && !isIdempotencyKey,
    deprecated: isDeprecated(place),
    replacedBy: wordAt(place, "x-replaced-by"),
    description: descriptionOf(place),
    sensitive: undefined,
    schema: place.written as Schema,
    assumption: assumptionOf(place),
    explode: undefined,
    isIdempotencyKey,
  };
}

/** The member itself, where its type says what the arguments are. */
function variantOf({ alone, required }: BodyShape, placed: readonly PlacedArgument[]): BodyVariant {
  const list = placed.map(({ argument }) => argument);
  const isPlain = list.every(
    ({ name, wireName, required: own }) => name === wireName && own === required.has(wireName),
  );
  return { schema: isPlain ? (alone?.written as Schema | undefined) : undefined, arguments: list };
}

/** The fields of every shape; only what every shape requires is required. */
function mergeShapes(shapes: readonly (readonly PlacedArgument[])[]): PlacedArgument[] {
  const merged = new Map<string, PlacedArgument>();
  for (const { place, argument } of shapes.flat()) {
    const { wireName } = argument;
    if (merged.has(wireName)) continue;
    const same = shapes.flatMap((fields) => fields.filter((field) => field.argument.wireName === wireName));
    const required = same.length === shapes.length && same.every((field) => field.argument.required);
    merged.set(wireName, { place, argument: { ...argument, required, schema: oneOfSchemas(same) } });
  }
  return [...merged.values()];
}

function oneOfSchemas(fields: readonly PlacedArgument[]): Schema {
  const distinct = new Map(fields.map(({ argument: { schema } }) => [JSON.stringify(schema), schema]));
  const [only, ...others] = distinct.values();
  return only && others.length === 0 ? only : { oneOf: [...distinct.values()] };
}

/** Stops on what cannot be in JSON, in a form or in a part of multipart. */
function stopOnUnsendable(review: Review, kind: "json" | "form" | "multipart", field: Place): void {
  const { node, path } = field;
  if (node.readOnly === true) {
    review.stop(path, "a field of a body cannot be readOnly: give the request a schema of its own");
  }
  if (kind === "json" || isOnly(review.view, field, ...scalarTypes)) return;
  if (kind === "multipart" && holdsFiles(review, field)) return;
  const what = kind === "form" ? "a field of a form" : "a part of multipart/form-data";
  const files = kind === "form" ? "" : ", a file or an array of files";
  review.stop(path, `${what} must be a string, a number, a boolean${files}`);
}

function holdsFiles(review: Review, field: Place): boolean {
  const items = review.view.child(field, "items");
  return isFile(field.node as Schema) || (items !== undefined && isFile(items.node as Schema));
}

function stopOnFiles(review: Review, schema: Place): void {
  for (const { node, path } of review.view.schemasBelow([schema])) {
    if (isFile(node as Schema)) review.stop(path, "a file cannot be in JSON");
  }
}
