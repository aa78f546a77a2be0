import { cachedBy } from "./cached-by.ts";
import {
  assumptionOf,
  follow,
  isSensitive,
  isSensitiveSchema,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  type Schema,
} from "./document.ts";

/** A parameter of an operation. */
export interface Parameter {
  /** On the wire. */
  readonly name: string;
  readonly in: ParameterObject["in"];
  readonly required: boolean;
  readonly schema: Schema | undefined;
  /** How an array is written: `repeated` is one entry for each value, `commas` one entry for all. */
  readonly list: "repeated" | "commas" | undefined;
  /** Whether it is an integer, or a list of them; `int64` beyond 53 bits too. */
  readonly isInteger: boolean;
  /** The values of an enum. */
  readonly choices: readonly string[] | undefined;
  /** The argument's name in the SDK (`x-sdk-argument`, or else the name on the wire). */
  readonly argument: string;
  /** `x-idempotency-key` */
  readonly isIdempotencyKey: boolean;
  /** `x-sensitive` of the parameter or its schema. */
  readonly isSensitive: boolean;
  /** `x-assumption` */
  readonly assumption: string | undefined;
  /** As the contract has it. */
  readonly source: ParameterObject;
}

/** Reads the parameters of an operation. Its own override those of its path with the same place and name. */
export type ReadParameters = (item: PathItem, operation: OperationObject) => readonly Parameter[];

/** Makes a reader of parameters. A parameter that many operations refer to is read once. */
export function createReadParameters(document: OpenApiDocument): ReadParameters {
  const readOnce = cachedBy((source: ParameterObject) => readParameter(document, source));
  return (item, operation) => {
    const byKey = new Map<string, Parameter>();
    for (const entry of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
      const parameter = readOnce(follow<ParameterObject>(document, entry));
      // Header names are case-insensitive (RFC 9110 section 5.1).
      const name = parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
      byKey.set(`${parameter.in} ${name}`, parameter);
    }
    return [...byKey.values()];
  };
}

function readParameter(document: OpenApiDocument, source: ParameterObject): Parameter {
  const { name, schema, required, explode = true } = source;
  const isArray = holdsType(document, schema, "array");
  const argument = source["x-sdk-argument"];
  return {
    name,
    in: source.in,
    required: required === true,
    schema,
    list: isArray ? (source.in === "query" && explode ? "repeated" : "commas") : undefined,
    isInteger: isInteger(document, schema),
    choices: readChoices(document, schema),
    argument: typeof argument === "string" ? argument : name,
    isIdempotencyKey: source["x-idempotency-key"] === true,
    isSensitive: isSensitive(source) || (schema !== undefined && isSensitiveSchema(document, schema)),
    assumption: assumptionOf(source),
    source,
  };
}

function isInteger(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const { type, items } = schema ? follow<Schema>(document, schema) : ({} as Schema);
  if (type === "array" && items) return isInteger(document, items as Schema);
  return type === "integer";
}

function readChoices(document: OpenApiDocument, schema: Schema | undefined): readonly string[] | undefined {
  const values = schema && follow<Schema>(document, schema).enum;
  return Array.isArray(values) ? values.map(String) : undefined;
}

/** Whether a schema says that its values are of a type, alone or among others. */
export function holdsType(document: OpenApiDocument, schema: Schema | undefined, type: string): boolean {
  return [schema && follow<Schema>(document, schema).type].flat().includes(type);
}
