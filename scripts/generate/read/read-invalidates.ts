import { operationNamed } from "../../contract/contract-view.ts";
import type { Operation } from "../../contract/operation-view.ts";
import { invalidatedReads } from "../../contract/vocabulary/invalidates.ts";
import { optimisticPlace } from "../../contract/vocabulary/optimistic.ts";
import type { InvalidationModel, OptimisticModel, OptimisticPlace } from "../model.ts";
import type { Review } from "../review.ts";

/** The reads that a write invalidates: by the path arguments that both have, or as the contract says. */
export function readInvalidates(review: Review, operation: Operation): InvalidationModel[] {
  return invalidatedReads(operation.node["x-invalidates"]).map(({ read, by }) => {
    const target = operationNamed(review.view, read, operation.version);
    return { read, by: by ?? (target ? sharedPathArguments(operation, target) : {}) };
  });
}

function sharedPathArguments(write: Operation, read: Operation): Record<string, string> {
  const own = pathArguments(write);
  const shared = pathArguments(read).filter((name) => own.includes(name));
  return Object.fromEntries(shared.map((name) => [name, name]));
}

function pathArguments(operation: Operation): string[] {
  return operation.arguments.filter((argument) => argument.in === "path").map(({ name }) => name);
}

/** What a write may show before it has its response. */
export function readOptimistic(review: Review, operation: Operation): OptimisticModel | undefined {
  const value = operation.node["x-optimistic"] as
    | { readonly argument: string; readonly between: string[]; readonly places: Readonly<Record<string, string>> }
    | undefined;
  if (!value) return undefined;
  const places = Object.entries(value.places).map(([read, text]) => readPlace(review, operation, read, text));
  return { argument: value.argument, between: value.between, places };
}

function readPlace(review: Review, operation: Operation, read: string, text: string): OptimisticPlace {
  const { property, item } = optimisticPlace(text);
  if (!item) stopOnManyThings(review, operation, read);
  return {
    read,
    property: property.split("."),
    item: item && { of: item.list, field: item.field, argument: item.argument },
  };
}

/** A response that is the thing itself must be found by all that names the thing, or others would be changed, too. */
function stopOnManyThings(review: Review, operation: Operation, read: string): void {
  const target = operationNamed(review.view, read, operation.version);
  const by = readInvalidates(review, operation).find((entry) => entry.read === read)?.by ?? {};
  for (const name of target ? pathArguments(target) : []) {
    if (name in by) continue;
    const at = [...operation.path, "x-optimistic", "places", read];
    review.stop(at, `x-invalidates must say which ${name} of ${read} is meant`);
  }
}
