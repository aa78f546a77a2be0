import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";

/** The files of a contract, read: names relative to its folder. */
export type ContractFiles = Map<string, unknown>;

/** A place in a contract's files. */
export interface Site {
  readonly file: string;
  readonly path: readonly string[];
}

/** A place that holds a schema, a map of media types and so on. */
export interface Sites {
  readonly schemas: readonly Site[];
  /** Maps from media type to content. */
  readonly contents: readonly Site[];
  readonly parameters: readonly Site[];
  readonly operations: readonly Site[];
  /** Maps from status to response. */
  readonly responses: readonly Site[];
  /** Maps from name to property. */
  readonly properties: readonly Site[];
  /** Extensions, by the path of their value. */
  readonly extensions: readonly Site[];
  /** Every key of every map. */
  readonly keys: readonly Site[];
}

export function readContractFiles(folder: string): ContractFiles {
  const names = globSync("**/*.yaml", { cwd: folder }).sort();
  return new Map(names.map((name) => [name, parse(readFileSync(join(folder, name), "utf8"))]));
}

/** Writes files that were changed over a copy of the folder that they were read from. */
export function writeContractFiles(files: ContractFiles, folder: string): void {
  for (const [name, content] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, stringify(content, { aliasDuplicateObjects: false }));
  }
}

/** Copies what stays as it is. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

const METHODS = ["get", "put", "post", "delete", "patch"];
const SCHEMA_KEYS = ["schema", "items", "additionalProperties"];
const SCHEMA_LISTS = ["oneOf", "anyOf", "allOf"];

/** Finds the places of each kind, in the order of the files. */
export function findSites(files: ContractFiles): Sites {
  const found = {
    schemas: [] as Site[],
    contents: [] as Site[],
    parameters: [] as Site[],
    operations: [] as Site[],
    responses: [] as Site[],
    properties: [] as Site[],
    extensions: [] as Site[],
    keys: [] as Site[],
  };
  const visit = (file: string, path: readonly string[], node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const last = path.at(-1) ?? "";
    const before = path.at(-2) ?? "";
    const site = { file, path };
    const isMap = !Array.isArray(node);
    const isNamedSchema = /schemas/.test(file) && path.length === 1;
    const isSchema = SCHEMA_KEYS.includes(last) || before === "properties" || SCHEMA_LISTS.includes(before);
    if (isMap && (isNamedSchema || isSchema)) found.schemas.push(site);
    if (isMap && last === "content") found.contents.push(site);
    if (isMap && "in" in node && "name" in node) found.parameters.push(site);
    if (isMap && METHODS.includes(last) && "x-sdk-name" in node) found.operations.push(site);
    if (isMap && last === "responses" && /^paths/.test(file)) found.responses.push(site);
    if (isMap && last === "properties") found.properties.push(site);
    for (const [key, value] of Object.entries(node)) {
      const below = [...path, key];
      if (key.startsWith("x-")) found.extensions.push({ file, path: below });
      if (isMap) found.keys.push({ file, path: below });
      if (!["examples", "example", "enum", "x-enum-descriptions"].includes(key)) visit(file, below, value);
    }
  };
  for (const [file, content] of files) visit(file, [], content);
  return found;
}

/** The value at a place. */
export function valueAt(files: ContractFiles, { file, path }: Site): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], files.get(file));
}

/** Puts a value in a place; `undefined` takes out what is there. */
export function setAt(files: ContractFiles, { file, path }: Site, value: unknown): void {
  const parent = valueAt(files, { file, path: path.slice(0, -1) }) as Record<string, unknown>;
  const key = path.at(-1) ?? "";
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Gives a key of a map another name, in its place among the others. */
export function renameKey(files: ContractFiles, { file, path }: Site, name: string): void {
  const parent = valueAt(files, { file, path: path.slice(0, -1) }) as Record<string, unknown>;
  const entries = Object.entries(parent).map(([key, value]) => [key === path.at(-1) ? name : key, value] as const);
  for (const key of Object.keys(parent)) delete parent[key];
  for (const [key, value] of entries)
    Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
