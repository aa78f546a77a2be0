import { namedSchemas, responseSchemas } from "../generated/response-schemas.gen.ts";
import type { Operation } from "../operation.ts";
import type { ResponseSchema } from "./response-schema.ts";

/**
 * Where a response does not match the contract: paths, with what was expected there. Values are not in it. Fields and
 * values that the contract does not know yet are no violation, as responses may grow.
 */
export function violationsOf({ name, version }: Operation, value: unknown): string[] {
  const schema = responseSchemas[version === undefined ? name : `${version} ${name}`];
  return schema ? violations(schema, value, "") : [];
}

/** Whether the contract has a number at this path of a response, of keys and indexes. */
export function isNumberAt({ name, version }: Operation, path: readonly string[]): boolean {
  const schema = responseSchemas[version === undefined ? name : `${version} ${name}`];
  return schema !== undefined && hasNumber(schema, path);
}

function hasNumber(schema: ResponseSchema, path: readonly string[]): boolean {
  if (schema.ref !== undefined) return hasNumber(namedSchemas[schema.ref] ?? {}, path);
  const { types = [], all = [], any = [], items, fields = {}, others } = schema;
  if ([...all, ...any].some((part) => hasNumber(part, path))) return true;
  const [key, ...rest] = path;
  if (key === undefined) return types.includes("integer") || types.includes("number");
  const below = items ?? (Object.hasOwn(fields, key) ? fields[key] : others);
  return below !== undefined && hasNumber(below, rest);
}

function violations(schema: ResponseSchema, value: unknown, path: string): string[] {
  if (schema.ref !== undefined) return violations(namedSchemas[schema.ref] ?? {}, value, path);
  const { types, values, all = [], any } = schema;
  const at = path || "the response";
  if (types && !types.some((type) => isOfType(type, value))) {
    return [`${at} must be ${types.join(" or ")}${value === null ? ", not null" : ""}`];
  }
  if (values && !values.includes(value)) return [`${at} must be one of ${values.join(", ")}`];
  if (any && !any.some((option) => violations(option, value, path).length === 0)) {
    return [`${at} must have one of ${any.length} forms`];
  }
  return [...all.flatMap((part) => violations(part, value, path)), ...members(schema, value, path)];
}

function members(
  { items, fields = {}, others, required = [] }: ResponseSchema,
  value: unknown,
  path: string,
): string[] {
  if (Array.isArray(value)) {
    return items ? value.flatMap((item, index) => violations(items, item, `${path}/${index}`)) : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const given = value as Readonly<Record<string, unknown>>;
  const missing = required.filter((name) => given[name] === undefined).map((name) => `${path}/${name} is missing`);
  const wrong = Object.keys(given).flatMap((name) => {
    const schema = Object.hasOwn(fields, name) ? fields[name] : others;
    return schema ? violations(schema, given[name], `${path}/${name}`) : [];
  });
  return [...missing, ...wrong];
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
