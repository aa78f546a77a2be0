import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { type BodyField, readBodyFields } from "./body-fields.ts";
import { isDateTime } from "./date-time.ts";
import type { OpenApiDocument, Schema } from "./document.ts";
import type { Content, Operation, OperationResponse } from "./operation.ts";
import type { Parameter } from "./parameter.ts";
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

const documentId = "contract";

/**
 * Makes the validators of a document. A value of an open enum (`x-open-enum`) is checked as a plain string: the contract
 * says that others can come.
 */
export function createValidators(document: OpenApiDocument): Validators {
  const { components = {}, paths = {} } = document;
  // Bundlers may leave references from one path to another.
  const needsPaths = JSON.stringify(document).includes('"$ref":"#/paths/');
  const root = { $id: documentId, components: prepare(components), ...(needsPaths && { paths: prepare(paths) }) };
  const strict = createCompiler(() => createAjv(root, false));
  const coercing = createCompiler(() => createAjv(root, true));
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

function createAjv(root: Schema, coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes, useDefaults: coerceTypes, logger: false });
  ajvFormats.default(ajv);
  ajv.addFormat("date-time", isDateTime);
  ajv.addSchema(root);
  return ajv;
}

function parametersSchema(parameters: readonly Pick<Parameter, "name" | "required" | "schema">[]): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name.toLowerCase(), schema ?? {}])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name.toLowerCase()),
  };
}

const annotations = new Set(["description", "title", "example", "examples", "deprecated", "externalDocs", "xml"]);
const literals = new Set(["enum", "const", "default", "required"]);
const namedSchemas = new Set(["properties", "patternProperties", "$defs", "dependentSchemas", "schemas"]);

/** A copy without annotations, with references into the document's own id and open enums opened. */
function prepare(value: unknown, isNamed = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => prepare(entry));
  if (typeof value !== "object" || value === null) return value;
  const source = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(source)) {
    if (isNamed) copy[key] = prepare(entry);
    else if (key === "$ref" && typeof entry === "string") copy[key] = documentId + entry;
    else if (key === "enum" && source["x-open-enum"] === true) continue;
    else if (literals.has(key)) copy[key] = entry;
    else if (!annotations.has(key) && !key.startsWith("x-")) copy[key] = prepare(entry, namedSchemas.has(key));
  }
  return copy;
}

/** Compiles a schema when it is first asked for by its key. */
type Compile = (key: unknown, schema: () => Schema) => ValidateFunction;

function createCompiler(makeAjv: () => Ajv2020): Compile {
  const compiled = new Map<unknown, ValidateFunction>();
  let ajv: Ajv2020 | undefined;
  return (key, schema) => {
    const known = compiled.get(key);
    if (known) return known;
    ajv ??= makeAjv();
    const validate = ajv.compile(prepare(schema()) as Schema);
    compiled.set(key, validate);
    return validate;
  };
}
