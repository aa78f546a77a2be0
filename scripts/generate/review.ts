import type { ContractPath, JsonObject } from "../contract/contract-nodes.ts";
import { type ContractView, viewContract } from "../contract/contract-view.ts";
import type { Stop } from "./contract-stop.ts";
import type { Contract } from "./load-contract.ts";

/** Collects every reason to stop, so that one run names them all. */
export interface Review {
  readonly contract: Contract;
  readonly view: ContractView;
  readonly stops: Stop[];
  /** Stops on what stands at a path of the document; the path may lead through references. */
  stop(path: ContractPath, reason: string): void;
}

export function createReview(contract: Contract): Review {
  const stops: Stop[] = [];
  return {
    contract,
    view: viewContract(contract.document as unknown as JsonObject),
    stops,
    stop: (path, reason) => stops.push({ ...contract.at(path), reason }),
  };
}
