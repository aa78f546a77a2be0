import { bundleContract } from "../contract/bundle-contract.ts";
import { checkShape } from "../contract/check-shape.ts";
import { type ContractPath, type JsonObject, resolveReference } from "../contract/contract-nodes.ts";
import { expandDefaults } from "../contract/expand-defaults.ts";
import type { Position } from "../contract/source-files.ts";
import type { ContractDocument, Reference } from "./contract-document.ts";
import { ContractStopError } from "./contract-stop.ts";

/** The contract as one document, with the way back to its files. */
export interface Contract {
  /** Plain OpenAPI: what the contract says once for all operations stands in each of them. */
  readonly document: ContractDocument;
  /** The same as it is written, with `x-operation-defaults` in it. */
  readonly bundled: JsonObject;
  /** Where the value at this path of the document is written. */
  at(path: ContractPath): Position;
  /** Whether what is at this path is said once for all operations. */
  isDefault(path: ContractPath): boolean;
  /** The value itself, or what its `$ref` points to within the document. */
  resolve<Value>(value: Value | Reference): Value;
}

/** Reads and bundles the contract, and expands `x-operation-defaults`. Positions are relative to the folder above the root file's. */
export function loadContract(rootFile: string): Contract {
  const { document: bundled, problems, at } = bundleContract(rootFile);
  if (problems.length > 0) throw new ContractStopError(problems);
  const misshapen = checkShape(bundled);
  if (misshapen.length > 0) {
    throw new ContractStopError(misshapen.map(({ path, reason }) => ({ ...at(path), reason })));
  }
  const expanded = expandDefaults(bundled);
  return {
    document: expanded.document as unknown as ContractDocument,
    bundled,
    at: (path) => at(expanded.origin(path)),
    isDefault: (path) => expanded.origin(path)[0] === "x-operation-defaults",
    resolve: <Value>(value: Value | Reference) => resolveReference(expanded.document, value) as Value,
  };
}
