import { dirname, relative } from "node:path";
import { bundle, createConfig, getLineColLocation } from "@redocly/openapi-core";
import type { JsonObject } from "../contract/contract-nodes.ts";
import { expandDefaults } from "../contract/expand-defaults.ts";
import redoclyPlugin from "../contract/redocly-plugin.ts";
import type { ContractDocument, Reference } from "./contract-document.ts";
import { ContractStopError, type Position } from "./contract-stop.ts";
import { createSourcePositions } from "./source-positions.ts";

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
export async function loadContract(rootFile: string): Promise<Contract> {
  const baseFolder = dirname(dirname(rootFile));
  const positions = createSourcePositions(rootFile, baseFolder);
  const { bundle: bundled, problems } = await bundle({
    ref: rootFile,
    config: await createConfig({ plugins: [redoclyPlugin()] }),
  });
  if (problems.length > 0) {
    throw new ContractStopError(
      problems.map(({ location: [place], message }) => ({
        file: relative(baseFolder, place?.source.absoluteRef ?? rootFile),
        line: place ? getLineColLocation(place).start.line : 1,
        reason: message,
      })),
    );
  }
  const expanded = expandDefaults(bundled.parsed as JsonObject);
  const document = expanded.document as unknown as ContractDocument;
  return {
    document,
    bundled: bundled.parsed as JsonObject,
    at: (path) => positions.at(expanded.origin(path)),
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
