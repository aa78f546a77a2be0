import type { CrossCheck } from "./extension.ts";

/** An extension that means nothing but on an enum of strings. */
export function onStringEnum(extension: string): CrossCheck {
  return ({ nodes }) =>
    nodes
      .filter(({ node }) => node[extension] !== undefined)
      .filter(({ node }) => !(Array.isArray(node.enum) && node.enum.every((value) => typeof value === "string")))
      .map(({ path }) => ({ path: [...path, extension], reason: `${extension} belongs on an enum of strings` }));
}
