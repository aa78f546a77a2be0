import type { ContractPath, JsonObject, NodeKind } from "../contract-nodes.ts";
import type { ContractView } from "../contract-view.ts";

/** What is wrong in a contract, and where. */
export interface Finding {
  /** Of something that is missing, the path that it would have. */
  readonly path: ContractPath;
  readonly reason: string;
}

/** Looks at a whole contract, its defaults expanded, for what no value shows by itself. */
export type CrossCheck = (view: ContractView) => Finding[];

/** Whoever acts on an extension. */
export type Reader = "client" | "crypto" | "react" | "mock" | "docs" | "generator";

/** One extension of the contract's language: all that lint, generator, review and `spec/extensions.md` know of it. */
export interface Extension {
  readonly name: `x-${string}`;
  /** The kinds of node that it may stand on; none means any. */
  readonly places: readonly NodeKind[];
  /** JSON Schema of the value. */
  readonly value: JsonObject;
  /** The values in words: completes "must be …". Markdown. */
  readonly expected: string;
  /** Where it may not be left out. */
  readonly demand?: Demand;
  readonly checks?: readonly CrossCheck[];
  /** Markdown. */
  readonly meaning: string;
  readonly readers: readonly Reader[];
}

export interface Demand {
  /** The places in words. Markdown. */
  readonly where: string;
  /** The places that lack it. */
  missing(view: ContractView): readonly { readonly path: ContractPath }[];
  /** What to say of them, if "… is missing" does not say enough. */
  readonly reason?: string;
}

/** JSON Schemas of the values that several extensions have. */
export const CAMEL_CASE: JsonObject = { type: "string", pattern: "^[a-z][A-Za-z0-9]*$" };
/** Names of arguments keep the wire's form. */
export const ARGUMENT: JsonObject = { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$" };
export const WORD: JsonObject = { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$" };
export const SDK_NAME: JsonObject = { type: "string", pattern: "^[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*$" };
export const TRUE: JsonObject = { const: true };

/** JSON Schema of a list without repetition. */
export function listOf(items: JsonObject, atLeast = 1): JsonObject {
  return { type: "array", items, minItems: atLeast, uniqueItems: true };
}
