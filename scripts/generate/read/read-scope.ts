import type { Operation } from "../../contract/operation-view.ts";
import type { ScopeModel } from "../request-model.ts";
import type { PlacedArgument } from "./read-parameters.ts";

/** Reads what an operation is about; nothing if the contract does not say. */
export function readScope({ node }: Operation, placed: readonly PlacedArgument[]): ScopeModel | undefined {
  const nameOf = (kind: string): string | undefined =>
    placed.find(({ place }) => place.node["x-scope"] === kind)?.argument.name;
  const [profile, card] = [nameOf("profile"), nameOf("card")];
  if (profile === undefined && card === undefined && node["x-scope"] !== "none") return undefined;
  return { profile, card };
}
