import type { Schema } from "../generate/contract-document.ts";
import type { ContractModel } from "../generate/model.ts";

/** The parts of JSON Schema that values are made from. */
interface Constraints extends Schema {
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Stands for a file where a value holds one. */
export const FILE = "<file>";

/** Schemas inside each other beyond which only what is required is filled in: enough for all but recursive ones. */
const DEEPEST = 6;

/** A value that a schema accepts: its own example where it has one, otherwise the smallest that its bounds allow. */
export function sampleValue(model: ContractModel, schema: Schema, depth = 0): unknown {
  const { examples, const: constant, enum: values, default: fallback, ...rest } = constraints(model, schema);
  const given = [examples?.[0], constant, values?.[0], fallback].find((value) => value !== undefined);
  if (given !== undefined) return given;
  const below = (part: Schema): unknown => sampleValue(model, part, depth + 1);
  const choice = (rest.oneOf ?? rest.anyOf)?.[0];
  const parts = [...(rest.allOf ?? []), ...(choice ? [choice] : [])].map(below);
  if (parts.length > 0 && parts.some((part) => typeof part !== "object" || part === null || Array.isArray(part))) {
    return parts[0];
  }
  const { properties = {}, required, additionalProperties } = rest;
  const names = Object.keys(properties).filter((name) => depth < DEEPEST || required?.includes(name));
  const own = names.map((name) => [name, below(properties[name] as Schema)]);
  if (parts.length > 0 || rest.properties) return Object.assign({}, ...parts, Object.fromEntries(own));
  if (rest.items) return depth < DEEPEST ? [below(rest.items)] : [];
  if (typeof additionalProperties === "object") return { key: below(additionalProperties) };
  return sampleOfType(rest);
}

const FORMATTED: Readonly<Record<string, string>> = {
  binary: FILE,
  date: "2026-11-20",
  "date-time": "2026-11-20T10:15:30Z",
  email: "holder@example.com",
  uri: "https://example.com/back",
  uuid: "7f3b7a52-3c0e-4a77-9f7e-6a5a52a1d6b1",
};

function sampleOfType({ type, format, minimum = 1, minLength = 1 }: Constraints): unknown {
  const first = [type].flat().find((name) => name !== "null");
  const formatted = format === undefined ? undefined : FORMATTED[format];
  if (formatted !== undefined && first === "string") return formatted;
  if (type === "null") return null;
  if (first === undefined || first === "object") return {};
  if (first === "integer" || first === "number") return minimum;
  if (first === "boolean") return true;
  if (first === "string") return "a".repeat(minLength);
  throw new TypeError(`no sample for a schema of type ${first}`);
}

/** A value that breaks a schema, and how. */
export interface InvalidValue {
  /** What is wrong: `minLength`, `enum`, `type` and so on, with the path of the part that is wrong. */
  title: string;
  value: unknown;
}

/** For each rule of a schema, and of the schemas inside it, a value that breaks this rule and no other. */
export function invalidValues(model: ContractModel, schema: Schema, at = ""): InvalidValue[] {
  const rules = constraints(model, schema);
  const flat = [...wrongType(rules), ...outOfBounds(rules), ...wrongText(rules)].map(({ title, value }) => ({
    title: `${title}${at && ` at ${at}`}`,
    value,
  }));
  return [...flat, ...wrongItems(model, rules, at), ...wrongProperties(model, rules, at)];
}

function wrongType({ type, enum: values, const: constant }: Constraints): InvalidValue[] {
  const types = [type].flat();
  const wrong: InvalidValue[] = [];
  if (!types.includes("null")) wrong.push({ title: "null", value: null });
  if (types.includes("string")) wrong.push({ title: "a number for a string", value: 42 });
  if (types.includes("boolean")) wrong.push({ title: "a string for a boolean", value: "true" });
  if (types.includes("integer") || types.includes("number"))
    wrong.push({ title: "a string for a number", value: "many" });
  if (types.includes("integer")) wrong.push({ title: "a fraction for an integer", value: 1.5 });
  if (types.includes("array")) wrong.push({ title: "an object for a list", value: {} });
  if (types.includes("object")) wrong.push({ title: "a list for an object", value: [] });
  if (values !== undefined || constant !== undefined)
    wrong.push({ title: "a value that the enum lacks", value: "NO_SUCH_VALUE" });
  return wrong;
}

function outOfBounds({ minimum, maximum }: Constraints): InvalidValue[] {
  const wrong: InvalidValue[] = [];
  if (minimum !== undefined) wrong.push({ title: "less than the minimum", value: minimum - 1 });
  if (maximum !== undefined) wrong.push({ title: "more than the maximum", value: maximum + 1 });
  return wrong;
}

const FORMATS = ["uuid", "date-time", "email", "uri"];

function wrongText({ minLength, maxLength, pattern, format, examples }: Constraints): InvalidValue[] {
  const sample = String(examples?.[0] ?? "a");
  const wrong: InvalidValue[] = [];
  if (minLength) wrong.push({ title: "shorter than allowed", value: sample.slice(0, minLength - 1) });
  // Repeating the last character keeps a pattern of digits.
  if (maxLength) wrong.push({ title: "longer than allowed", value: sample.padEnd(maxLength + 1, sample.slice(-1)) });
  if (pattern) wrong.push({ title: "against the pattern", value: " ".repeat(minLength ?? 1) });
  if (format && FORMATS.includes(format)) wrong.push({ title: `not of the format ${format}`, value: "!" });
  return wrong;
}

function wrongItems(model: ContractModel, { items }: Constraints, at: string): InvalidValue[] {
  if (!items) return [];
  return invalidValues(model, items, `${at}[]`).map(({ title, value }) => ({ title, value: [value] }));
}

function wrongProperties(
  model: ContractModel,
  { properties = {}, required = [] }: Constraints,
  at: string,
): InvalidValue[] {
  const sample = (): Record<string, unknown> =>
    Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, sampleValue(model, property)]));
  const missing = required.map((name) => {
    const { [name]: _left, ...value } = sample();
    return { title: `no ${name}${at && ` at ${at}`}`, value };
  });
  const wrong = Object.entries(properties).flatMap(([name, property]) =>
    invalidValues(model, property, `${at}.${name}`).map(({ title, value }) => ({
      title,
      value: { ...sample(), [name]: value },
    })),
  );
  return [...missing, ...wrong];
}

function constraints(model: ContractModel, schema: Schema): Constraints {
  return model.resolveSchema(schema);
}
