import { httpMethods, type Schema } from "./contract-document.ts";
import { ContractStopError } from "./contract-stop.ts";
import { environmentsOf, readHosts } from "./hosts.ts";
import { loadContract } from "./load-contract.ts";
import type { ContractModel, OperationModel, OptionHeader } from "./model.ts";
import { stopOnClosedEnums } from "./open-enums.ts";
import { readOperation } from "./operation-model.ts";
import { stopOnUnknownPlaces } from "./optimistic-model.ts";
import { stopOnReactCollisions } from "./react-names.ts";
import { sensitivities } from "./request-model.ts";
import { readResourceNames } from "./resource-names.ts";
import { readResponseFacts } from "./response-facts.ts";
import { createReview, oneOf, type Review, type SourcePath } from "./review.ts";
import { readTransitions } from "./transitions.ts";
import { createTypeText } from "./type-text.ts";

/** Reads the contract and gives its model, or throws {@link ContractStopError} with every reason to stop. */
export async function readContractModel(rootFile: string): Promise<ContractModel> {
  const contract = loadContract(rootFile);
  const review = createReview(contract);
  const operations = withInvalidations(review, readOperations(review));
  stopOnUnknownPlaces(review, operations);
  const names = readResourceNames(review);
  stopOnReactCollisions(review, names, operations);
  stopOnUnknownSensitivities(review, ["components", "schemas"], contract.document.components.schemas);
  stopOnClosedEnums(review);
  const options = readOptions(review, operations);
  const hosts = readHosts(review);
  const model: ContractModel = {
    document: contract.document,
    operations,
    versions: [],
    hosts,
    environments: environmentsOf(hosts),
    rateLimits: readRateLimits(review),
    options,
    responseFacts: readResponseFacts(review, options),
    transitions: readTransitions(review),
    webhooks: [],
    errorCodeSchema: "ErrorCode" in contract.document.components.schemas ? "ErrorCode" : undefined,
    ...names,
    resolveSchema: (schema) => contract.resolve<Schema>(schema),
    typeText: createTypeText(contract.document),
  };
  if (review.stops.length > 0) throw new ContractStopError(withoutRepeats(review));
  return model;
}

function withoutRepeats(review: Review) {
  const seen = new Map(review.stops.map((stop) => [`${stop.file}:${stop.line}:${stop.reason}`, stop]));
  return [...seen.values()];
}

function readOperations(review: Review): OperationModel[] {
  const operations: OperationModel[] = [];
  const names = new Map<string, SourcePath>();
  for (const [path, item] of Object.entries(review.contract.document.paths)) {
    for (const httpMethod of httpMethods) {
      const source = item[httpMethod];
      if (!source) continue;
      const operation = readOperation(review, { path, item, httpMethod, operation: source });
      if (!operation) continue;
      const at = ["paths", path, httpMethod, "x-sdk-name"];
      const first = names.get(operation.sdkName);
      if (first) {
        const { file, line } = review.contract.at(first);
        review.stop(at, `x-sdk-name ${operation.sdkName} is taken by the operation at ${file}:${line}`);
      } else names.set(operation.sdkName, at);
      operations.push(operation);
    }
  }
  return operations;
}

/** The reads that a write invalidates; which calls of them, the path arguments that both have say. */
function withInvalidations(review: Review, operations: readonly OperationModel[]): OperationModel[] {
  const byName = new Map(operations.map((operation) => [operation.sdkName, operation]));
  return operations.map((operation) => {
    const at = ["paths", operation.path, operation.httpMethod, "x-invalidates"];
    const invalidates = operation.invalidates.map(({ read }, index) => {
      const target = byName.get(read);
      if (!target) review.stop([...at, index], `x-invalidates names ${read}, which is no operation`);
      else if (!target.isRead) review.stop([...at, index], `x-invalidates names ${read}, which is no read`);
      const own = pathArguments(operation);
      const shared = target ? pathArguments(target).filter((name) => own.includes(name)) : [];
      return { read, by: Object.fromEntries(shared.map((name) => [name, name])) };
    });
    return { ...operation, invalidates };
  });
}

function pathArguments(operation: OperationModel): string[] {
  return operation.arguments.filter((argument) => argument.in === "path").map(({ name }) => name);
}

function stopOnUnknownSensitivities(review: Review, path: SourcePath, node: unknown): void {
  if (typeof node !== "object" || node === null || "$ref" in node) return;
  for (const [key, value] of Object.entries(node)) {
    const at = [...path, Array.isArray(node) ? Number(key) : key];
    if (key === "x-sensitive") oneOf(review, at, value, sensitivities);
    else if (key !== "example" && key !== "examples" && key !== "default")
      stopOnUnknownSensitivities(review, at, value);
  }
}

function readRateLimits(review: Review): ContractModel["rateLimits"] {
  const at = ["info", "x-rate-limits"];
  const value = review.contract.document.info["x-rate-limits"];
  const isLimit = (entry: unknown) => {
    const { requests, windowSeconds } = (entry ?? {}) as Record<string, unknown>;
    return Number.isInteger(requests) && Number.isInteger(windowSeconds);
  };
  if (Array.isArray(value) && value.every(isLimit)) return value as ContractModel["rateLimits"];
  review.stop(at, "x-rate-limits must be a list of { requests, windowSeconds }");
  return [];
}

function readOptions(review: Review, operations: readonly OperationModel[]): readonly OptionHeader[] {
  const options = new Map<string, OptionHeader>();
  for (const operation of operations) {
    for (const option of operation.options) {
      const known = options.get(option.name);
      if (known && known.wireName !== option.wireName) {
        const at = ["paths", operation.path, operation.httpMethod];
        review.stop(at, `the option ${option.name} is the header ${known.wireName} elsewhere, ${option.wireName} here`);
      }
      options.set(option.name, option);
    }
  }
  return [...options.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
