import type { ResourceNames } from "../hook-names.ts";
import type { Review } from "../review.ts";

/** Singular and plural of each resource: by rule, or as the contract's `x-resources` says where the rule fails. */
export function readResourceNames(review: Review): ResourceNames {
  const given = (review.contract.document["x-resources"] ?? {}) as Readonly<
    Record<string, { readonly singular?: string; readonly plural?: string }>
  >;
  return {
    singular: (resource) => given[resource]?.singular ?? singularByRule(resource),
    plural: (resource) => given[resource]?.plural ?? resource,
  };
}

function singularByRule(resource: string): string {
  if (resource.endsWith("ies")) return `${resource.slice(0, -3)}y`;
  return /[^s]s$/.test(resource) ? resource.slice(0, -1) : resource;
}
