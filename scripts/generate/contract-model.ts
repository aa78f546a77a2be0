import { checkVocabulary } from "../contract/check-contract.ts";
import type { JsonObject } from "../contract/contract-nodes.ts";
import { stopOnClientCollisions } from "./client-names.ts";
import type { Schema } from "./contract-document.ts";
import { ContractStopError } from "./contract-stop.ts";
import { loadContract } from "./load-contract.ts";
import type { ContractModel, OperationModel, OptionHeader } from "./model.ts";
import { stopOnReactCollisions } from "./react-names.ts";
import { environmentsOf, readHosts } from "./read/hosts.ts";
import { readOperation } from "./read/operation-model.ts";
import { readWebhooks } from "./read/read-webhooks.ts";
import { readResourceNames } from "./read/resource-names.ts";
import { readResponseFacts } from "./read/response-facts.ts";
import { readTransitions } from "./read/transitions.ts";
import { createReview, type Review } from "./review.ts";
import { stopOnSchemas } from "./schema-names.ts";
import { createTypeText } from "./type-text.ts";

/** Reads the contract and gives its model, or throws {@link ContractStopError} with every reason to stop. */
export async function readContractModel(rootFile: string): Promise<ContractModel> {
  const contract = loadContract(rootFile);
  const review = createReview(contract);
  // What is read below relies on all of this.
  const findings = checkVocabulary(contract.bundled, contract.document as unknown as JsonObject, review.view);
  for (const { path, reason } of findings) review.stop(path, reason);
  stopIfNecessary(review);
  stopOnSchemas(review);
  const operations = withSealedExchanges(
    review.view.operations.flatMap((operation) => readOperation(review, operation) ?? []),
  );
  const names = readResourceNames(review);
  stopOnReactCollisions(review, names, operations);
  const hosts = readHosts(review);
  const model: ContractModel = {
    document: contract.document,
    operations,
    versions: readVersions(review, operations),
    hosts,
    environments: environmentsOf(hosts),
    rateLimits: (contract.document.info["x-rate-limits"] ?? []) as ContractModel["rateLimits"],
    options: optionsOf(operations),
    responseFacts: readResponseFacts(review),
    transitions: readTransitions(review),
    webhooks: readWebhooks(review),
    errorCodeSchema: readErrorCodeSchema(review),
    ...names,
    resolveSchema: (schema) => contract.resolve<Schema>(schema),
    typeText: createTypeText(contract.document),
  };
  stopOnClientCollisions(review, model);
  stopIfNecessary(review);
  return model;
}

/** @throws ContractStopError with every reason to stop so far */
function stopIfNecessary({ stops }: Review): void {
  if (stops.length === 0) return;
  throw new ContractStopError([
    ...new Map(stops.map((stop) => [`${stop.file}:${stop.line}:${stop.reason}`, stop])).values(),
  ]);
}

/** Whatever is sealed, takes a JWE or gives the key to make one. */
function withSealedExchanges(operations: readonly OperationModel[]): OperationModel[] {
  const keys = operations.flatMap(({ jwe }) => jwe?.key ?? []);
  return operations.map((operation) => ({
    ...operation,
    isSealedExchange:
      operation.response.kind === "sealed" || operation.jwe !== undefined || keys.includes(operation.sdkName),
  }));
}

function readVersions({ view }: Review, operations: readonly OperationModel[]): string[] {
  const listed = (view.root.node["x-api-versions"] ?? []) as readonly string[];
  return listed.filter((version) => operations.some(({ apiVersion }) => apiVersion === version));
}

/** Every option that some operation has, by name. */
function optionsOf(operations: readonly OperationModel[]): OptionHeader[] {
  const options = new Map(operations.flatMap(({ options: own }) => own.map((option) => [option.name, option])));
  return [...options.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readErrorCodeSchema(review: Review): string | undefined {
  const schemas = Object.entries(review.contract.document.components.schemas);
  const [first, ...others] = schemas.filter(([, schema]) => schema["x-error-code-enum"] === true);
  for (const [name] of others) {
    review.stop(["components", "schemas", name, "x-error-code-enum"], `${first?.[0]} has all error codes already`);
  }
  return first?.[0];
}
