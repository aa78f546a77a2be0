import type { CrossCheck } from "./extension.ts";

/** An extension that means nothing but on an enum of strings, among which may be null. */
export function onStringEnum(extension: string): CrossCheck {
  const isString = (value: unknown) => typeof value === "string" || value === null;
  return ({ nodes }) =>
    nodes
      .filter(({ node }) => node[extension] !== undefined)
      .filter(({ node }) => !(Array.isArray(node.enum) && node.enum.every(isString)))
      .map(({ path }) => ({ path: [...path, extension], reason: `${extension} belongs on an enum of strings` }));
}
