import { answerSchemas, namedSchemas } from "./generated/answer-schemas.gen.ts";
import type { OperationName } from "./generated/operations.gen.ts";

/** A schema of the contract, reduced to what can be checked of an answer. */
export interface AnswerSchema {
  /** Another schema, by name. */
  readonly ref?: string;
  readonly types?: readonly string[];
  /** The only values; absent for open enums. */
  readonly values?: readonly unknown[];
  readonly required?: readonly string[];
  readonly fields?: Readonly<Record<string, AnswerSchema>>;
  readonly items?: AnswerSchema;
  readonly all?: readonly AnswerSchema[];
  readonly any?: readonly AnswerSchema[];
}

/**
 * Where an answer is not what the contract says: paths with what was expected there. Values are not in it. Fields and
 * values that the contract does not know yet are none of it, as answers may grow.
 */
export function violationsOf(operation: OperationName, answer: unknown): string[] {
  const schema = answerSchemas[operation];
  return schema ? violations(schema, answer, "") : [];
}

/** The same for one item of a page, whose items are in this field. */
export function violationsOfItem(operation: OperationName, field: string, item: unknown): string[] {
  const { ref = "" } = answerSchemas[operation] ?? {};
  return violations(namedSchemas[ref]?.fields?.[field]?.items ?? {}, item, "");
}

function violations(schema: AnswerSchema, value: unknown, path: string): string[] {
  if (schema.ref !== undefined) return violations(namedSchemas[schema.ref] ?? {}, value, path);
  const { types, values, all = [], any } = schema;
  const at = path || "the answer";
  if (types && !types.some((type) => isOfType(type, value))) return [`${at} should be ${types.join(" or ")}`];
  if (values && !values.includes(value)) return [`${at} should be one of ${values.join(", ")}`];
  if (any && !any.some((option) => violations(option, value, path).length === 0)) return [`${at} is of no known form`];
  return [...all.flatMap((part) => violations(part, value, path)), ...members(schema, value, path)];
}

function members(schema: AnswerSchema, value: unknown, path: string): string[] {
  const { items, fields = {}, required = [] } = schema;
  if (Array.isArray(value))
    return items ? value.flatMap((item, index) => violations(items, item, `${path}/${index}`)) : [];
  if (typeof value !== "object" || value === null) return [];
  const given = value as Record<string, unknown>;
  const missing = required.filter((name) => given[name] === undefined).map((name) => `${path}/${name} is missing`);
  const wrong = Object.entries(fields).flatMap(([name, field]) =>
    given[name] === undefined ? [] : violations(field, given[name], `${path}/${name}`),
  );
  return [...missing, ...wrong];
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
