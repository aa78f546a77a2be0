import { bundleContract } from "../contract/bundle-contract.ts";
import type { JsonObject } from "../contract/contract-nodes.ts";
import { expandDefaults } from "../contract/expand-defaults.ts";
import type { Position } from "../contract/source-files.ts";
import type { ContractDocument, Reference } from "./contract-document.ts";
import { ContractStopError } from "./contract-stop.ts";

/** The contract as one document, with the way back to its files. */
export interface Contract {
  readonly document: ContractDocument;
  /** The same as it is written, with `x-operation-defaults` in it. */
  readonly bundled: JsonObject;
  /** Where the value at this path of the document is written. */
  at(path: readonly (string | number)[]): Position;
  /** The value itself, or what its `$ref` points to within the document. */
  resolve<Value>(value: Value | Reference): Value;
}

/** Reads and bundles the contract, and expands `x-operation-defaults`. Component names are kept; positions are relative to the folder above the root file's. */
export function loadContract(rootFile: string): Contract {
  const bundle = bundleContract(rootFile);
  if (bundle.problems.length > 0) throw new ContractStopError(bundle.problems);
  const expanded = expandDefaults(bundle.document);
  const document = expanded.document as unknown as ContractDocument;
  return {
    document,
    bundled: bundle.document,
    at: (path) => bundle.at(expanded.origin(path)),
    resolve: (value) => resolveReference(document, value),
  };
}

function resolveReference<Value>(document: ContractDocument, value: Value | Reference): Value {
  if (typeof value !== "object" || value === null || !("$ref" in value) || typeof value.$ref !== "string") {
    return value as Value;
  }
  let target: unknown = document;
  for (const step of value.$ref.split("/").slice(1)) {
    target = (target as Record<string, unknown>)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return resolveReference(document, target as Value | Reference);
}
