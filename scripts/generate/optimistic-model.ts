import type { Schema } from "./contract-document.ts";
import type { OperationModel, OptimisticModel, OptimisticPlace } from "./model.ts";
import { type Review, type SourcePath, stringList } from "./review.ts";

const itemPattern = /^(\w+)\[(\w+)=(\w+)\]$/;

/** Reads `x-optimistic`: what a write may show before it is answered. */
export function readOptimistic(review: Review, path: SourcePath, value: unknown): OptimisticModel | undefined {
  if (value === undefined) return undefined;
  const at = [...path, "x-optimistic"];
  const { argument, between, places } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof argument !== "string" || !Array.isArray(between) || typeof places !== "object" || places === null) {
    review.stop(at, "x-optimistic is { argument, between, places }");
    return undefined;
  }
  const read = Object.entries(places).map(([name, place]) => readPlace(review, [...at, "places", name], name, place));
  return { argument, between: stringList(review, [...at, "between"], between), places: read };
}

/** `cards[token=cardToken].status.value`, or the same without an array in front. */
function readPlace(review: Review, at: SourcePath, read: string, place: unknown): OptimisticPlace {
  const [first = "", ...rest] = String(place).split(".");
  const [, of, field, argument] = itemPattern.exec(first) ?? [];
  const property = of === undefined ? [first, ...rest] : rest;
  if (property.length === 0 || property.some((name) => !/^\w+$/.test(name))) {
    review.stop(at, `${JSON.stringify(place)} is no place: write property.property or list[field=argument].property`);
  }
  const item = of && field && argument ? { of, field, argument } : undefined;
  return { read, property, item };
}

/** An early outcome that is put where no answer has it would be silent: arguments, reads and properties must exist. */
export function stopOnUnknownPlaces(review: Review, operations: readonly OperationModel[]): void {
  for (const operation of operations) {
    const { optimistic } = operation;
    if (!optimistic) continue;
    const at = ["paths", operation.path, operation.httpMethod, "x-optimistic"];
    const isArgument = (name: string) => operation.arguments.some((argument) => argument.name === name);
    if (!isArgument(optimistic.argument)) {
      review.stop([...at, "argument"], `${operation.sdkName} has no argument ${optimistic.argument}`);
    }
    for (const { read, property, item } of optimistic.places) {
      const place = [...at, "places", read];
      if (!operation.invalidates.some((entry) => entry.read === read))
        review.stop(place, `x-invalidates does not name ${read}`);
      if (item && !isArgument(item.argument))
        review.stop(place, `${operation.sdkName} has no argument ${item.argument}`);
      const target = operations.find((candidate) => candidate.sdkName === read);
      if (!item && target) stopOnManyThings(review, place, operation, target);
      const response = target?.response;
      const whole = response?.kind === "json" ? response.schema : undefined;
      const thing = item ? review.contract.resolve<Schema>(schemaAt(review, whole, [item.of]) ?? {}).items : whole;
      const paths = item ? [[item.field], property] : [property];
      for (const names of paths) {
        if (!schemaAt(review, thing, names))
          review.stop(place, `the response of ${read} has no ${names.join(".")} there`);
      }
    }
  }
}

/** A response that is the thing itself must be found by all that names the thing, or others would be changed, too. */
function stopOnManyThings(review: Review, at: SourcePath, operation: OperationModel, read: OperationModel): void {
  const entries = operation.invalidates.filter((entry) => entry.read === read.sdkName);
  for (const { name, in: place } of read.arguments) {
    if (place === "path" && entries.some(({ by }) => !(name in by))) {
      review.stop(at, `x-invalidates must say which ${name} of ${read.sdkName} is meant`);
    }
  }
}

function schemaAt(review: Review, schema: Schema | undefined, names: readonly string[]): Schema | undefined {
  return names.reduce<Schema | undefined>(
    (found, name) => (found ? review.contract.resolve<Schema>(found).properties?.[name] : undefined),
    schema,
  );
}
