import type { ContractPath } from "../contract/contract-nodes.ts";
import { eventName } from "./emit-webhooks.ts";
import { handWrittenEntries, handWrittenExports, handWrittenOptions } from "./hand-written-names.ts";
import { byResource, type ContractModel, capitalise, type OperationModel, typeStem } from "./model.ts";
import type { Review } from "./review.ts";

/** A name that something in the contract brings about. */
interface Claim {
  readonly name: string;
  readonly at: ContractPath;
  /** What has the name: `the schema Card`. */
  readonly owner: string;
}

// Types that no other type may hide from generated code, and names that openapi-typescript gives.
const languageNames =
  "any bigint boolean never null number object string symbol undefined unknown void AsyncGenerator Blob Omit Pick Record Required";
const documentNames = "paths webhooks components operations";

// What an `import { … }` cannot bring in under its own name.
const keywords =
  "await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static implements interface package private protected public arguments eval";

// What no type can be called besides.
const typeKeywords = `${keywords} as infer keyof readonly unique`;

const taken = (words: string, owner: string): [string, string][] => words.split(" ").map((name) => [name, owner]);

/** Stops on every name of `@wisekit/client` that two things would have, or that hand-written code has. */
export function stopOnClientCollisions(review: Review, model: ContractModel): void {
  const reserved = new Map([
    ...taken(`${languageNames} ${typeKeywords}`, "the language"),
    ...taken(documentNames, "the contract as a whole"),
    ...taken("Resources WebhookEvent", "generated code"),
    ...handWrittenExports("client").map((name): [string, string] => [name, "hand-written code"]),
  ]);
  const schemas = schemaClaims(model);
  const versions = [undefined, ...model.versions];
  for (const version of versions) {
    const operations = model.operations.filter(({ apiVersion }) => apiVersion === version);
    const others = version === undefined ? otherClaims(model) : [];
    stopOnRepeats(review, reserved, [
      ...schemas,
      ...operations.flatMap(operationClaims),
      ...resourceClaims(operations),
      ...others,
    ]);
    stopOnMembers(review, operations);
  }
  stopOnOptions(review, model);
  stopOnEntries(review, model);
}

function stopOnRepeats(review: Review, reserved: ReadonlyMap<string, string>, claims: readonly Claim[]): void {
  const owners = new Map(reserved);
  for (const { name, at, owner } of claims) {
    const first = owners.get(name);
    if (first === owner) continue;
    if (first !== undefined)
      review.stop(at, `${owner} would have the name ${name} in @wisekit/client, which ${first} has`);
    owners.set(name, owner);
  }
}

function schemaClaims({ document }: ContractModel): Claim[] {
  return Object.keys(document.components.schemas).map((name) => ({
    name,
    at: ["components", "schemas", name],
    owner: `the schema ${name}`,
  }));
}

function operationClaims(operation: OperationModel): Claim[] {
  const endings = operation.pagination ? ["Args", "AllArgs", "Call"] : ["Args"];
  return endings.map((ending) => ({
    name: typeStem(operation) + ending,
    at: nameOf(operation),
    owner: `the operation ${operation.sdkName}`,
  }));
}

function nameOf({ path, httpMethod }: OperationModel): ContractPath {
  return ["paths", path, httpMethod, "x-sdk-name"];
}

function resourceClaims(operations: readonly OperationModel[]): Claim[] {
  return [...byResource(operations)].flatMap(([resource, [first]]) =>
    first ? [{ name: `${capitalise(resource)}Resource`, at: nameOf(first), owner: `the resource ${resource}` }] : [],
  );
}

function otherClaims(model: ContractModel): Claim[] {
  return [
    ...model.webhooks.map((webhook) => ({
      name: eventName(webhook),
      at: ["webhooks", webhook.name],
      owner: `the webhook ${webhook.name}`,
    })),
    ...model.transitions.map(({ constant, schema }) => ({
      name: constant,
      at: ["components", "schemas", schema, "x-transitions"],
      owner: `the transitions of ${schema}`,
    })),
  ];
}

/** Resources are imported by their names, and resources and methods are members of objects. */
function stopOnMembers(review: Review, operations: readonly OperationModel[]): void {
  const reserved = ["as", "http", "resources", ...keywords.split(" ")];
  for (const operation of operations) {
    const { resource, method } = operation;
    if (reserved.includes(resource)) review.stop(nameOf(operation), `a resource cannot be called ${resource}`);
    for (const name of [resource, method]) {
      if (name === "then" || name in Object.prototype) {
        review.stop(nameOf(operation), `${name} is what every object of JavaScript has, or a promise`);
      }
    }
  }
}

function stopOnOptions(review: Review, model: ContractModel): void {
  const own = handWrittenOptions();
  for (const operation of model.operations) {
    for (const { name, isIdempotencyKey } of operation.options) {
      if (isIdempotencyKey || !own.includes(name)) continue;
      review.stop(nameOf(operation), `the option ${name} of a header has the name of another option of calls`);
    }
  }
}

function stopOnEntries(review: Review, { versions }: ContractModel): void {
  const entries = new Map(handWrittenEntries().map((entry) => [entry, "something else"]));
  versions.forEach((version, index) => {
    const owner = entries.get(version.toLowerCase());
    if (owner) review.stop(["x-api-versions", index], `@wisekit/client/${version} is ${owner} already`);
    entries.set(version.toLowerCase(), version);
  });
}
