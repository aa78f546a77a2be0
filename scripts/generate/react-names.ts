import { handWrittenExports } from "./hand-written-names.ts";
import { hookName, infiniteHookName, type ResourceNames } from "./hook-names.ts";
import type { OperationModel } from "./model.ts";
import { factoryName, isPagedQuery, reactKind } from "./react-operations.ts";
import { dataTypeName } from "./react-text.ts";
import type { Review } from "./review.ts";

// What the generated files import beside the types of the contract and the exports of index.ts.
const importedNames = [
  "AffectedReads",
  "InfiniteData",
  "InfiniteOptionsFactory",
  "SkipToken",
  "UseInfiniteQueryResult",
  "UseMutationResult",
  "UseQueryResult",
  "WithResource",
];

/** Stops on every name of `@wisekit/react` that an operation would take from another one, or from hand-written code. */
export function stopOnReactCollisions(
  review: Review,
  names: ResourceNames,
  operations: readonly OperationModel[],
): void {
  const ownNames = handWrittenExports("react");
  const schemas = Object.keys(review.contract.document.components.schemas);
  for (const name of schemas.filter((schema) => [...importedNames, ...ownNames].includes(schema))) {
    const reason = `the schema ${name} has a name that @wisekit/react uses for something else`;
    review.stop(["components", "schemas", name], reason);
  }
  const taken = new Map<string, string>([
    ...schemas.map((name) => [name, "a schema"] as const),
    ...ownNames.map((name) => [name, "hand-written code"] as const),
  ]);
  for (const operation of operations) {
    const at = ["paths", operation.path, operation.httpMethod, "x-sdk-name"];
    for (const name of namesOf(names, operation)) {
      const owner = taken.get(name);
      if (owner) {
        review.stop(at, `${operation.sdkName} would have the name ${name} in @wisekit/react, which ${owner} has`);
      }
      taken.set(name, operation.sdkName);
    }
  }
  stopOnGroupCollisions(review, names, operations);
}

/** Names that belong to one operation: its hooks, its constants, and the type of its data where its schema has no name. */
function namesOf(names: ResourceNames, operation: OperationModel): string[] {
  const kind = reactKind(operation);
  if (kind === "none") return [];
  const factory = factoryName(operation);
  const hasOwnType = "schema" in operation.response && operation.response.schema.$ref === undefined;
  return [
    hookName(names, operation),
    kind === "uncached" ? `${factory}Affects` : factory,
    ...(hasOwnType ? [dataTypeName(operation)] : []),
    ...(isPagedQuery(operation) ? [infiniteHookName(names, operation), `${factory}Infinite`] : []),
  ];
}

/** `cardQueries` belongs to one resource. */
function stopOnGroupCollisions(review: Review, names: ResourceNames, operations: readonly OperationModel[]): void {
  const owners = new Map<string, string>();
  for (const { resource, path, httpMethod } of operations) {
    const singular = names.singular(resource);
    const owner = owners.get(singular) ?? resource;
    if (owner !== resource) {
      const at = ["paths", path, httpMethod, "x-sdk-name"];
      review.stop(at, `${resource} and ${owner} are both ${singular} in the singular; say otherwise in x-resources`);
    }
    owners.set(singular, owner);
  }
}
