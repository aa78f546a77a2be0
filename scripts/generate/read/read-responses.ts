import type { Operation } from "../../contract/operation-view.ts";
import type { Place } from "../../contract/places.ts";
import type { Schema } from "../contract-document.ts";
import type { ErrorCodeModel, ResponseBodyModel, ResponseModel } from "../response-model.ts";
import type { Review } from "../review.ts";
import { holdsSensitive, sealedKinds } from "../sensitive-values.ts";
import { isOnly, jsonTypesOf } from "./json-types.ts";
import { mediaKind } from "./media-types.ts";
import { assumptionOf } from "./notes.ts";

/** What the responses of an operation become. */
export interface ReadResponses {
  readonly response: ResponseBodyModel;
  readonly responses: readonly ResponseModel[];
  readonly errorCodes: readonly ErrorCodeModel[];
  readonly retryable409: boolean;
}

export function readResponses(review: Review, operation: Operation): ReadResponses {
  const all = [...operation.responses];
  for (const [status, { path }] of all) {
    if (!/^[1-5]\d\d$/.test(status)) review.stop(path, `a response has a status of three digits, not ${status}`);
  }
  return {
    response: readSuccess(review, operation),
    responses: all.map(([status, response]) => responseOf(review, status, response)),
    errorCodes: readErrorCodes(review, operation),
    retryable409: operation.responses.get("409")?.node["x-retryable"] === true,
  };
}

function responseOf(review: Review, status: string, response: Place): ResponseModel {
  return {
    status,
    description: String(response.node.description ?? ""),
    contents: contentsOf(review, response).map(({ mediaType, schema }) => ({
      mediaType,
      schema: schema?.written as Schema | undefined,
    })),
    assumption: assumptionOf(response),
  };
}

interface Content {
  readonly mediaType: string;
  readonly place: Place;
  readonly schema: Place | undefined;
}

function contentsOf(review: Review, response: Place): Content[] {
  return [...review.view.children(response, "content")].map(([mediaType, place]) => ({
    mediaType,
    place,
    schema: review.view.child(place, "schema"),
  }));
}

function readSuccess(review: Review, operation: Operation): ResponseBodyModel {
  const successes = [...operation.responses].filter(([status]) => status.startsWith("2"));
  const [first, ...others] = successes.map(([status, response]) => ({
    status,
    place: response,
    body: readBody(review, status, response),
  }));
  if (!first) {
    review.stop([...operation.path, "responses"], "an operation has a response with a status from 200 to 299");
    return { kind: "none" };
  }
  for (const { status, place, body } of others) {
    if (JSON.stringify(body) === JSON.stringify(first.body)) continue;
    review.stop(place.path, `the response ${status} has another body than ${first.status}; a call gives one of them`);
  }
  return first.body;
}

function readBody(review: Review, status: string, response: Place): ResponseBodyModel {
  const contents = contentsOf(review, response);
  if (contents.length === 0) return { kind: "none" };
  if (status === "204" || status === "205") review.stop(response.path, `a response ${status} has no body`);
  const of = (kind: string) => contents.filter(({ mediaType }) => mediaKind(mediaType) === kind);
  const [json, jose, text] = [of("json"), of("jose"), of("text")];
  const mediaTypes = contents.map(({ mediaType }) => mediaType);
  if (json.length + jose.length > 0) return readJson(review, response, contents, json, jose);
  if (text.length === 0) {
    // An object is JSON whose media type is mistyped: a file has no schema, or a string's.
    const odd = contents.find(({ schema }) => schema !== undefined && !isOnly(review.view, schema, "string"));
    if (odd) review.stop(odd.place.path, `${odd.mediaType} is no JSON, so its schema must be a string, or left out`);
    return { kind: "file", mediaTypes };
  }
  const [{ mediaType, schema } = { mediaType: "", schema: undefined }, ...others] = text;
  if (others.length > 0 || text.length < contents.length) return { kind: "file", mediaTypes };
  const isString = schema !== undefined && isOnly(review.view, schema, "string");
  if (schema && !isString) review.stop(schema.path, `a response of ${mediaType} must be a string`);
  return isString || mediaType.includes("jose") ? { kind: "text", mediaType } : { kind: "file", mediaTypes };
}

function readJson(
  review: Review,
  response: Place,
  contents: readonly Content[],
  json: readonly Content[],
  jose: readonly Content[],
): ResponseBodyModel {
  const odd = contents.find((content) => ![...json, ...jose].includes(content));
  if (odd) review.stop(odd.place.path, `${odd.mediaType} beside JSON: a call gives one of them`);
  const [first, ...others] = json.length > 0 ? json : jose;
  for (const { schema, place } of json.length > 0 ? others : []) {
    if (JSON.stringify(schema?.written) === JSON.stringify(first?.schema?.written)) continue;
    review.stop(place.path, "each JSON media type of a response has the same schema");
  }
  if (!first?.schema) {
    review.stop(first?.place.path ?? response.path, `a response of ${first?.mediaType} needs a schema`);
    return { kind: "none" };
  }
  const schema = first.schema.written as Schema;
  stopOnUnreadable(review, first.schema);
  const isSealed = jose.length > 0 || holdsSensitive((part) => review.contract.resolve(part), schema, sealedKinds);
  if (isSealed) return { kind: "sealed", schema, mediaTypes: contents.map(({ mediaType }) => mediaType) };
  const fields = [...review.view.children(first.schema, "properties")];
  return {
    kind: "json",
    schema,
    nullable: jsonTypesOf(review.view, first.schema).has("null"),
    integersAsText: fields.flatMap(([name, { node }]) => (node["x-may-be-text"] === true ? [name] : [])),
  };
}

function stopOnUnreadable(review: Review, schema: Place): void {
  for (const { node, path } of review.view.schemasBelow([schema])) {
    if (node.writeOnly === true) review.stop(path, "a field of a response cannot be writeOnly");
  }
}

/** Every code of the operation's errors; one is assumed if its response or the list of all codes is. */
function readErrorCodes(review: Review, operation: Operation): ErrorCodeModel[] {
  const list = review.view.nodes.find(({ node }) => node["x-error-code-enum"] === true);
  const isListAssumed = list?.node["x-assumption"] !== undefined;
  const codes = new Map<string, ErrorCodeModel>();
  for (const response of operation.responses.values()) {
    const own = response.node["x-error-codes"];
    for (const code of Array.isArray(own) ? own.map(String) : []) {
      const isAssumed = isListAssumed || assumptionOf(response) !== undefined;
      codes.set(code, { code, isAssumed: isAssumed && codes.get(code)?.isAssumed !== false });
    }
  }
  return [...codes.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
