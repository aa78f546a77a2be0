import type { Place } from "../../contract/places.ts";

/** What is written at a field of a place: beside its reference, or in what that leads to. */
function said({ written, node }: Place, field: string): unknown {
  return written[field] ?? node[field];
}

export function wordAt(place: Place, field: string): string | undefined {
  const value = said(place, field);
  return typeof value === "string" ? value : undefined;
}

export function descriptionOf(place: Place): string | undefined {
  return wordAt(place, "description");
}

/** What no source documents of a thing in the contract. */
export function assumptionOf(place: Place): string | undefined {
  return wordAt(place, "x-assumption");
}

export function isDeprecated(place: Place): boolean {
  return said(place, "deprecated") === true;
}
