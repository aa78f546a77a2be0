import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { type ContractFiles, findSites, renameKey, type Site, type Sites, setAt, valueAt } from "./contract-files.ts";

/** A change of a contract that may break it: what is changed where is picked by the numbers. */
export interface Edit {
  readonly kind: keyof typeof KINDS;
  readonly site: number;
  readonly choice: number;
}

/** What can be put in place of what is there. `REMOVED` takes something out, `SELF` refers to the schema around it. */
interface Replacements {
  readonly mediaTypes: readonly string[];
  readonly schemas: readonly unknown[];
  readonly names: readonly string[];
  readonly schemaNames: readonly string[];
  readonly sdkNames: readonly string[];
  readonly parameters: readonly Record<string, unknown>[];
  readonly operations: readonly Record<string, unknown>[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
}

const replacements: Replacements = parse(
  readFileSync(join(import.meta.dirname, "../fixtures/replacements.yaml"), "utf8"),
);

type Break = (files: ContractFiles, sites: Sites, edit: Edit) => string;

/** Each gives what it did, in words. */
const KINDS = {
  "media type": (files, { contents }, edit) => {
    const site = pick(contents, edit.site);
    const types = Object.keys(valueAt(files, site) as object);
    const from = pick(types, edit.choice);
    const to = pick(replacements.mediaTypes, edit.choice);
    renameKey(files, below(site, from), to);
    return `${at(site)}: ${from} becomes ${to}`;
  },
  "second media type": (files, { contents }, edit) => {
    const site = pick(contents, edit.site);
    const type = pick(replacements.mediaTypes, edit.choice);
    setAt(files, below(site, type), edit.choice % 2 === 0 ? {} : { schema: { type: "string" } });
    return `${at(site)}: ${type} beside it`;
  },
  schema: (files, { schemas }, edit) => {
    const site = pick(schemas, edit.site);
    const schema = withReference(pick(replacements.schemas, edit.choice), site);
    setAt(files, site, schema);
    return `${at(site)} becomes ${JSON.stringify(schema)}`;
  },
  "wrapped schema": (files, { schemas }, edit) => {
    const site = pick(schemas, edit.site);
    const inner = structuredClone(valueAt(files, site));
    const wrappers: readonly unknown[] = [
      { type: "array", items: inner },
      { type: "object", description: "Around it.", required: ["inner"], properties: { inner } },
      { oneOf: [inner, { type: "null" }] },
      { allOf: [inner] },
      { allOf: [inner, { description: "Beside it." }] },
      { anyOf: [inner] },
      { type: "object", description: "Around it.", additionalProperties: inner },
      { type: "array", items: { type: "array", items: inner } },
    ];
    const index = edit.choice % wrappers.length;
    setAt(files, site, wrappers[index]);
    return `${at(site)} is wrapped (${index})`;
  },
  "no schema": (files, { contents }, edit) => {
    const site = pick(contents, edit.site);
    const type = pick(Object.keys(valueAt(files, site) as object), edit.choice);
    setAt(files, below(site, type), {});
    return `${at(site)}: ${type} without a schema`;
  },
  "property name": (files, { properties }, edit) => {
    const site = pick(properties, edit.site);
    const from = pick(Object.keys(valueAt(files, site) as object), edit.choice);
    const to = pick(replacements.names, edit.choice);
    renameKey(files, below(site, from), to);
    renameRequired(files, site, from, to);
    return `${at(site)}: ${from} becomes ${JSON.stringify(to)}`;
  },
  "schema name": (files, { schemas }, edit) => {
    const named = schemas.filter(({ file, path }) => /schemas/.test(file) && path.length === 1);
    const site = pick(named, edit.site);
    const to = pick([...replacements.names, ...replacements.schemaNames], edit.choice);
    renameKey(files, site, to);
    redirect(files, site, to);
    return `${at(site)} becomes ${JSON.stringify(to)}`;
  },
  "parameter name": (files, { parameters }, edit) => {
    const site = pick(parameters, edit.site);
    const name = pick(replacements.names, edit.choice);
    setAt(files, below(site, "name"), name);
    return `${at(site)}: name becomes ${JSON.stringify(name)}`;
  },
  parameter: (files, { parameters }, edit) => {
    const site = pick(parameters, edit.site);
    return change(files, site, pick(replacements.parameters, edit.choice));
  },
  operation: (files, { operations }, edit) => {
    const site = pick(operations, edit.site);
    return change(files, site, pick(replacements.operations, edit.choice));
  },
  "SDK name": (files, { operations }, edit) => {
    const site = pick(operations, edit.site);
    return change(files, site, { "x-sdk-name": pick(replacements.sdkNames, edit.choice) });
  },
  response: (files, { responses }, edit) => {
    const site = pick(responses, edit.site);
    const status = pick(Object.keys(replacements.responses), edit.choice);
    const first = Object.keys(valueAt(files, site) as object)[0] ?? "200";
    if (edit.choice % 2 === 0) renameKey(files, below(site, first), status);
    else setAt(files, below(site, status), replacements.responses[status]);
    return edit.choice % 2 === 0 ? `${at(site)}: ${first} becomes ${status}` : `${at(site)}: ${status} beside it`;
  },
  extension: (files, { extensions }, edit) => {
    const site = pick(extensions, edit.site);
    const value = pick(replacements.values, edit.choice);
    setAt(files, site, replacementOf(value));
    return `${at(site)} becomes ${JSON.stringify(value)}`;
  },
  key: (files, { keys }, edit) => {
    const site = pick(keys, edit.site);
    setAt(files, site, undefined);
    return `${at(site)} is taken out`;
  },
} satisfies Record<string, Break>;

/** One to three edits. */
export const anyEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
    site: fc.nat({ max: 1_000_000 }),
    choice: fc.nat({ max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Breaks a contract's files, and gives what was done, in words. */
export function breakContract(files: ContractFiles, edits: readonly Edit[]): string[] {
  return edits.map((edit) => KINDS[edit.kind](files, findSites(files), edit));
}

function pick<Value>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length];
  if (values.length === 0) throw new RangeError("there is nothing to pick from");
  return value as Value;
}

function replacementOf(value: unknown): unknown {
  return value === "REMOVED" ? undefined : structuredClone(value);
}

function at({ file, path }: Site): string {
  return `${file}#/${path.join("/")}`;
}

function below({ file, path }: Site, key: string): Site {
  return { file, path: [...path, key] };
}

function change(files: ContractFiles, site: Site, changes: Record<string, unknown>): string {
  for (const [key, value] of Object.entries(changes)) setAt(files, below(site, key), replacementOf(value));
  return `${at(site)}: ${JSON.stringify(changes)}`;
}

/** A schema that refers to the named schema it stands in, or to one of another file. */
function withReference(schema: unknown, { file, path }: Site): unknown {
  const isInSchemas = /schemas/.test(file);
  const up = "../".repeat(file.split("/").length - 1);
  const target = isInSchemas ? `#/${path[0]}` : `${up || "./"}schemas/money.yaml#/Money`;
  return JSON.parse(JSON.stringify(schema).replaceAll('"SELF"', JSON.stringify(target)));
}

function renameRequired(files: ContractFiles, { file, path }: Site, from: string, to: string): void {
  const owner = valueAt(files, { file, path: path.slice(0, -1) }) as { required?: string[] };
  if (Array.isArray(owner.required)) owner.required = owner.required.map((name) => (name === from ? to : name));
}

/** References to a named schema follow its new name. */
function redirect(files: ContractFiles, { file, path }: Site, to: string): void {
  const ending = `${file.split("/").at(-1)}#/${path[0]}`;
  const visit = (node: unknown, own: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    const reference = (node as { $ref?: unknown }).$ref;
    if (typeof reference === "string" && (own ? reference === `#/${path[0]}` : reference.endsWith(`/${ending}`))) {
      Object.assign(node, { $ref: reference.replace(/[^/]*$/, to) });
    }
    for (const value of Object.values(node)) visit(value, own);
  };
  for (const [name, content] of files) visit(content, name === file);
}
