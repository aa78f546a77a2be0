import { dirname, resolve } from "node:path";
import { type Component, nameComponents } from "./component-names.ts";
import {
  type ContractPath,
  extensible,
  isObject,
  type JsonObject,
  type NodeKind,
  type Part,
  partsOfKind,
  pointerSteps,
  resolveReference,
} from "./contract-nodes.ts";
import { createSourceFiles, type Position, type SourcePlace } from "./source-files.ts";

/** A contract of many files as one document, with the way back to the files. */
export interface ContractBundle {
  /** What references lead to stands in `components`; nothing leads out of the document. */
  readonly document: JsonObject;
  /** The line at which what stands at a path of the document is written; the path may lead through references. */
  at(path: ContractPath): Position;
  readonly problems: readonly BundleProblem[];
}

/** Why a contract is no document, and where. */
export interface BundleProblem extends Position {
  readonly reason: string;
}

/** Where in `components` what references lead to goes. Anything else is put in the place of the reference. */
const sections: Readonly<Record<string, string>> = {
  schema: "schemas",
  property: "schemas",
  parameter: "parameters",
  response: "responses",
  header: "headers",
  requestBody: "requestBodies",
  securityScheme: "securitySchemes",
};

const componentKinds = Object.entries(sections).filter(([kind]) => kind !== "property") as [NodeKind, string][];

type PartOf = (key: string) => Part | undefined;
type Found = SourcePlace & { readonly value: unknown };

/** Reads the contract that begins in a file. File names are given relative to the folder above that of the file. */
export function bundleContract(rootFile: string): ContractBundle {
  const files = createSourceFiles(dirname(dirname(rootFile)));
  const sources = new WeakMap<object, SourcePlace>();
  const problems: BundleProblem[] = [];
  const components = new Map<string, Component>();
  const references: { readonly node: Record<string, unknown>; readonly id: string }[] = [];
  const opened: string[] = [];

  const problem = (place: SourcePlace, reason: string): void => {
    problems.push({ ...files.position(place), reason });
  };

  const copyNode = (value: unknown, place: SourcePlace, kind: NodeKind): unknown => {
    if (isObject(value) && typeof value.$ref === "string") return copyReference(value, value.$ref, place, kind);
    const parts = partsOfKind(kind);
    return copyParts(value, place, (key) => parts[key]);
  };

  const copyParts = (value: unknown, place: SourcePlace, partOf: PartOf): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => {
      const [shape, kind] = partOf(key) ?? [];
      const at = below(place, key);
      if (key === "<<") problem(at, "a key << merges nothing in YAML 1.2");
      if (kind === undefined) return [key, copyParts(part, at, () => undefined)];
      if (shape === "one") return [key, copyNode(part, at, kind)];
      return [key, copyParts(part, at, (name) => (isExtension(name, kind) ? undefined : ["one", kind]))];
    });
    const copy = Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
    sources.set(copy, place);
    return copy;
  };

  const copyReference = (node: JsonObject, reference: string, place: SourcePlace, kind: NodeKind): unknown => {
    const { $ref: _reference, ...beside } = node;
    const copy = copyParts(beside, place, () => undefined) as Record<string, unknown>;
    const target = find(reference, place);
    if (!target) {
      problem(below(place, "$ref"), `$ref leads nowhere: ${reference}`);
      return copy;
    }
    const section = sections[kind];
    if (section !== undefined) {
      copy.$ref = "";
      references.push({ node: copy, id: component(section, target) });
      return copy;
    }
    const id = idOf(target);
    if (opened.includes(id)) {
      problem(below(place, "$ref"), `$ref leads back to itself: ${reference}`);
      return copy;
    }
    opened.push(id);
    const inPlace = copyNode(target.value, target, kind);
    opened.pop();
    return isObject(inPlace) ? Object.assign(inPlace, copy) : inPlace;
  };

  /** Whatever a reference leads to in the end. */
  const find = (reference: string, from: SourcePlace): Found | undefined => {
    let place = from;
    let next: unknown = reference;
    for (let steps = 0; steps < 20; steps++) {
      const [file = "", pointer = ""] = String(next).split("#");
      const path = pointerSteps(pointer);
      place = { file: file === "" ? place.file : resolve(dirname(place.file), file), path };
      const value = path.reduce<unknown>(
        (found, step) => (found as JsonObject | undefined | null)?.[step],
        files.open(place.file),
      );
      if (value === undefined || value === null) return undefined;
      if (!isObject(value) || Object.keys(value).join() !== "$ref") return { ...place, value };
      next = value.$ref;
    }
    return undefined;
  };

  const component = (section: string, target: Found, given?: string): string => {
    const id = `${section} ${idOf(target)}`;
    if (components.has(id)) return id;
    const created: Component = { section, place: { file: target.file, path: target.path }, given, node: undefined };
    components.set(id, created);
    const [kind] = componentKinds.find(([, name]) => name === section) ?? [];
    created.node = kind && copyNode(target.value, target, kind);
    return id;
  };

  const root = files.open(rootFile);
  if (!isObject(root)) problem({ file: rootFile, path: [] }, "there is no contract in this file");
  const { components: listed, ...rest } = isObject(root) ? root : {};
  for (const [section, name, value] of listedComponents(listed)) {
    const place = { file: rootFile, path: ["components", section, name] };
    const isAlias = isObject(value) && Object.keys(value).join() === "$ref";
    const target = isAlias ? find(String(value.$ref), place) : { ...place, value };
    if (target) component(section, target, name);
    else problem(below(place, "$ref"), `$ref leads nowhere: ${(value as JsonObject).$ref}`);
  }
  const document = copyNode(rest, { file: rootFile, path: [] }, "root") as Record<string, unknown>;
  const names = nameComponents(components, problem);
  for (const { node, id } of references) {
    node.$ref = `#/components/${components.get(id)?.section}/${names.get(id)}`;
  }
  document.components = componentsOf(components, names);
  return {
    document,
    // What a broken file holds is missing everywhere else.
    problems: files.problems.length > 0 ? files.problems : problems,
    at: (path) => files.position(placeOf(document, sources, { file: rootFile, path: [] }, path)),
  };
}

/** Whether a key of a map is no name of the kind that the map holds. */
function isExtension(key: string, kind: NodeKind): boolean {
  return extensible.has(kind) && key.startsWith("x-");
}

function below({ file, path }: SourcePlace, key: string): SourcePlace {
  return { file, path: [...path, key] };
}

function idOf({ file, path }: SourcePlace): string {
  return `${file}#${path.join("/")}`;
}

function listedComponents(listed: unknown): [section: string, name: string, value: unknown][] {
  return componentKinds.flatMap(([, section]) => {
    const entries = isObject(listed) ? listed[section] : undefined;
    return Object.entries(isObject(entries) ? entries : {}).map(([name, value]): [string, string, unknown] => [
      section,
      name,
      value,
    ]);
  });
}

function componentsOf(components: ReadonlyMap<string, Component>, names: ReadonlyMap<string, string>): JsonObject {
  const all: Record<string, Record<string, unknown>> = { schemas: {} };
  const named = [...components].map(([id, component]) => ({ name: names.get(id) ?? "", ...component }));
  for (const { section, name, node } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    all[section] ??= {};
    all[section][name] = node;
  }
  return all;
}

function placeOf(
  document: JsonObject,
  sources: WeakMap<object, SourcePlace>,
  start: SourcePlace,
  path: ContractPath,
): SourcePlace {
  let node: unknown = document;
  let place = start;
  let written = start;
  for (const step of path) {
    // Something may stand beside a reference.
    const parent = isObject(node) && node[step] !== undefined ? node : resolveReference(document, node);
    place = (typeof parent === "object" && parent && sources.get(parent)) || written;
    const child = (parent as JsonObject | undefined)?.[step];
    if (child === undefined) return place;
    const isPlaced = typeof parent === "object" && parent !== null && sources.has(parent);
    written = isPlaced
      ? below(place, String(step))
      : (typeof child === "object" && child && sources.get(child)) || place;
    node = child;
  }
  return written;
}
