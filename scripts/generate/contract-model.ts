import { readAnswerFacts } from "./answer-facts.ts";
import { httpMethods, type Schema, type ServerObject } from "./contract-document.ts";
import { ContractStopError } from "./contract-stop.ts";
import { stopOnHookCollisions } from "./hook-names.ts";
import { type Contract, loadContract } from "./load-contract.ts";
import {
  type ContractModel,
  type Environment,
  environments,
  type Host,
  hosts,
  type OperationModel,
  type OptionHeader,
  sensitivities,
} from "./model.ts";
import { stopOnClosedEnums } from "./open-enums.ts";
import { readOperation } from "./operation-model.ts";
import { stopOnUnknownPlaces } from "./optimistic-model.ts";
import { createReview, oneOf, type Review, type SourcePath } from "./review.ts";

/** Reads the contract and gives its model, or throws {@link ContractStopError} with every reason to stop. */
export async function readContractModel(rootFile: string): Promise<ContractModel> {
  const contract = await loadContract(rootFile);
  const review = createReview(contract);
  const operations = readOperations(review);
  stopOnUnknownReads(review, operations);
  stopOnUnknownPlaces(review, operations);
  stopOnHookCollisions(review, operations);
  stopOnUnknownSensitivities(review, ["components", "schemas"], contract.document.components.schemas);
  stopOnClosedEnums(review);
  const options = readOptions(review, operations);
  const model: ContractModel = {
    document: contract.document,
    operations,
    environments: readEnvironments(review),
    rateLimits: readRateLimits(review),
    options,
    answerFacts: readAnswerFacts(review, options),
    cardStatusTransitions: readTransitions(review, contract),
    resolveSchema: (schema) => contract.resolve<Schema>(schema),
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

function stopOnUnknownReads(review: Review, operations: readonly OperationModel[]): void {
  const byName = new Map(operations.map((operation) => [operation.sdkName, operation]));
  for (const operation of operations) {
    const at = ["paths", operation.path, operation.httpMethod, "x-invalidates"];
    operation.invalidates.forEach((name, index) => {
      const target = byName.get(name);
      if (!target) review.stop([...at, index], `x-invalidates names ${name}, which is no operation`);
      else if (target.httpMethod !== "get")
        review.stop([...at, index], `x-invalidates names ${name}, which is no read`);
    });
  }
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

function readEnvironments(review: Review): ContractModel["environments"] {
  const { document } = review.contract;
  const found: Record<Environment, Partial<Record<Host, string>>> = { production: {}, sandbox: {} };
  const lists: [SourcePath, readonly ServerObject[]][] = [[["servers"], document.servers ?? []]];
  for (const [path, item] of Object.entries(document.paths)) {
    if (item.servers) lists.push([["paths", path, "servers"], item.servers]);
    for (const method of httpMethods) {
      const servers = item[method]?.servers;
      if (servers) lists.push([["paths", path, method, "servers"], servers]);
    }
  }
  for (const [at, servers] of lists) {
    servers.forEach((server, index) => {
      const environment = oneOf(review, [...at, index, "x-environment"], server["x-environment"], environments);
      const host = oneOf(review, [...at, index, "x-host"], server["x-host"], hosts);
      const known = found[environment][host];
      if (known !== undefined && known !== server.url) {
        review.stop([...at, index], `${environment} ${host} is ${known} elsewhere, and ${server.url} here`);
      }
      found[environment][host] = server.url.replace(/\/$/, "");
    });
  }
  for (const environment of environments) {
    for (const host of hosts) {
      if (!found[environment][host]) review.stop(["servers"], `no server for the host ${host} of ${environment}`);
    }
  }
  return found as ContractModel["environments"];
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

function readTransitions(review: Review, contract: Contract): ContractModel["cardStatusTransitions"] {
  const schema = contract.document.components.schemas.CardStatusChange;
  const value = schema ? contract.resolve<Schema>(schema)["x-transitions"] : undefined;
  const at = ["components", "schemas", "CardStatusChange", "x-transitions"];
  if (typeof value !== "object" || value === null) {
    review.stop(at, "CardStatusChange needs x-transitions");
    return {};
  }
  const allowed = contract.resolve<Schema>(schema as Schema).enum ?? [];
  for (const [from, targets] of Object.entries(value as Record<string, readonly string[]>)) {
    for (const target of targets) {
      if (!allowed.includes(target)) review.stop([...at, from], `${target} may not be asked for`);
    }
  }
  return value as ContractModel["cardStatusTransitions"];
}
