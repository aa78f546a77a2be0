/**
 * The path of a property, as the contract's dotted paths have it: by its name if one of `known` leads there, else as any value
 * of a map.
 */
export function pathBelow(path: string, key: string, known: readonly string[]): string {
  const start = path && `${path}.`;
  const named = start + key;
  return known.some((one) => one === named || one.startsWith(`${named}.`)) ? named : `${start}*`;
}
