import { join } from "node:path";
import { ROOT } from "../checks/command.ts";
import { isObject } from "../contract/contract-nodes.ts";
import { loadContract } from "../generate/load-contract.ts";

/** Something that the contract says and no source documents. */
export interface Assumption {
  /** Where it is said: keys of the contract, joined by slashes. */
  readonly at: string;
  readonly text: string;
}

/** Every `x-assumption` of the contract. */
export function readAssumptions(): Assumption[] {
  const { document } = loadContract(join(ROOT, "spec/openapi.yaml"));
  const found: Assumption[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (typeof node !== "object" || node === null) return;
    const text = isObject(node) ? node["x-assumption"] : undefined;
    if (typeof text === "string") found.push({ at: path.map((key) => key.replaceAll("/", "~1")).join("/"), text });
    for (const [key, value] of Object.entries(node)) visit(value, [...path, key]);
  };
  visit(document, []);
  return found;
}
