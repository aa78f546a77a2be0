import type { ErrorObject, ValidateFunction } from "ajv";
import { type BodyField, readBodyFields } from "./body-fields.ts";
import type { OpenApiDocument, Schema } from "./document.ts";
import type { Operation } from "./operation.ts";
import type { Parameter } from "./parameter.ts";
import type { Content, OperationResponse } from "./response.ts";
import { createCompile } from "./schema-compiler.ts";
import { readTaggedUnion, type TaggedUnion } from "./tagged-union.ts";

/** The compiled validators of one contract. Each is compiled when it is first needed, and once. */
export interface Validators {
  /** Checks deserialised parameters and, where they are good, turns them into the contract's types and fills defaults. */
  parameters(operation: Operation, place: "path" | "query" | "header"): ValidateFunction | undefined;
  /** The fields of a form. */
  bodyFields(content: Content): ReadonlyMap<string, BodyField>;
  /** Checks a request body of this media type. With `coerce` it turns text into the contract's types, as forms need it. */
  requestBody(content: Content, body: unknown, options?: { readonly coerce: boolean }): BodyFindings;
  /** Checks a response body. */
  responseBody(content: Content): ValidateFunction | undefined;
  /** Checks the headers of a response. */
  responseHeaders(response: OperationResponse): ValidateFunction | undefined;
}

/** What is wrong with a body: ajv's errors, or a tag that no alternative of a tagged union has. */
export type BodyFindings =
  | { readonly kind: "errors"; readonly errors: readonly ErrorObject[] }
  | { readonly kind: "unknown-tag"; readonly tag: string; readonly known: readonly unknown[] };

export type { ErrorObject, ValidateFunction };

/** Makes the validators of a document. */
export function createValidators(document: OpenApiDocument): Validators {
  const strict = createCompile(document, { coerceTypes: false });
  const coercing = createCompile(document, { coerceTypes: true });
  const unions = new Map<Content, TaggedUnion | undefined>();
  const fields = new Map<Content, ReadonlyMap<string, BodyField>>();

  function unionOf(content: Content, schema: Schema): TaggedUnion | undefined {
    if (!unions.has(content)) unions.set(content, readTaggedUnion(document, schema));
    return unions.get(content);
  }

  return {
    parameters(operation, place) {
      const list = operation[`${place}Parameters`];
      return list.length === 0 ? undefined : coercing(list, () => parametersSchema(list));
    },
    bodyFields(content) {
      const known = fields.get(content) ?? (content.schema ? readBodyFields(document, content.schema) : new Map());
      fields.set(content, known);
      return known;
    },
    requestBody(content, value, { coerce } = { coerce: false }) {
      const { schema } = content;
      if (!schema) return { kind: "errors", errors: [] };
      const compile = coerce ? coercing : strict;
      const union = unionOf(content, schema);
      const tag = union && (value as Record<string, unknown> | null)?.[union.tag];
      const chosen = union?.alternatives.get(tag);
      if (union && tag !== undefined && !chosen) {
        return { kind: "unknown-tag", tag: union.tag, known: [...union.alternatives.keys()] };
      }
      const validate = chosen ? compile(chosen, () => chosen) : compile(content, () => schema);
      return { kind: "errors", errors: validate(value) ? [] : (validate.errors ?? []) };
    },
    responseBody(content) {
      const { schema } = content;
      return schema && strict(content, () => schema);
    },
    responseHeaders(response) {
      if (response.headers.length === 0) return undefined;
      return coercing(response.headers, () => parametersSchema(response.headers));
    },
  };
}

function parametersSchema(parameters: readonly Pick<Parameter, "name" | "required" | "schema">[]): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name.toLowerCase(), schema ?? {}])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name.toLowerCase()),
  };
}
