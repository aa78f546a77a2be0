import { basename, dirname, extname } from "node:path";
import type { SourcePlace } from "./source-files.ts";

/** Something with a name of its own. */
export interface Component {
  readonly section: string;
  readonly place: SourcePlace;
  /** The name that the contract itself gives it. */
  readonly given: string | undefined;
  node: unknown;
}

/**
 * The name of each component, by its id. Two that would have one name both get that of their file in front, and those
 * of its folders as far as it takes: the order in which they are met does not matter.
 */
export function nameComponents(
  components: ReadonlyMap<string, Component>,
  problem: (place: SourcePlace, reason: string) => void,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const group of groupsOf([...components], ([, component]) => `${component.section} ${ownName(component)}`)) {
    for (const [id, component] of group) names.set(id, component.given ?? distinctName(component, group));
  }
  for (const group of groupsOf([...components], ([id, { section }]) => `${section} ${names.get(id)}`)) {
    const [, ...others] = group;
    for (const [id, { place, section }] of others)
      problem(place, `the name ${names.get(id)} is taken by another of the ${section}`);
  }
  return names;
}

function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function ownName({ given, place }: Component): string {
  return given ?? place.path.at(-1) ?? pascalCase(stemOf(place.file));
}

function distinctName(component: Component, group: readonly (readonly [string, Component])[]): string {
  const name = ownName(component);
  const parts = partsOfFile(component.place.file);
  for (let count = group.length === 1 ? 0 : 1; count < parts.length; count++) {
    const prefix = prefixOf(component, count);
    const same = group.filter(([, other]) => other.given === undefined && prefixOf(other, count) === prefix);
    if (same.length === 1) return prefix + name;
  }
  return name;
}

/** The last names of the file's path, from the folder down to the file. */
function prefixOf({ place }: Component, count: number): string {
  const parts = partsOfFile(place.file);
  return parts
    .slice(parts.length - count)
    .map(pascalCase)
    .join("");
}

function partsOfFile(file: string): string[] {
  return [...dirname(file).split(/[\\/]/), stemOf(file)];
}

function stemOf(file: string): string {
  return basename(file, extname(file));
}

function pascalCase(word: string): string {
  return word.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}
