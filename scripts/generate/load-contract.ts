import { dirname } from "node:path";
import { bundle, createConfig } from "@redocly/openapi-core";
import type { ContractDocument, Reference } from "./contract-document.ts";
import { ContractStopError, type Position } from "./contract-stop.ts";
import { createSourcePositions } from "./source-positions.ts";

/** The contract as one document, with the way back to its files. */
export interface Contract {
  readonly document: ContractDocument;
  /** Where the value at this path of the document is written. */
  at(path: readonly (string | number)[]): Position;
  /** The value itself, or what its `$ref` points to within the document. */
  resolve<Value>(value: Value | Reference): Value;
}

/** Reads and bundles the contract. Component names are kept; positions are relative to the folder above the root file's. */
export async function loadContract(rootFile: string): Promise<Contract> {
  const positions = createSourcePositions(rootFile, dirname(dirname(rootFile)));
  const { bundle: bundled, problems } = await bundle({ ref: rootFile, config: await createConfig({}) });
  if (problems.length > 0) {
    throw new ContractStopError(
      problems.map((problem) => {
        const location = problem.location[0];
        const line = location && "start" in location && location.start ? location.start.line : 1;
        return { file: location?.source.absoluteRef ?? rootFile, line, reason: problem.message };
      }),
    );
  }
  const document = bundled.parsed as ContractDocument;
  return { document, at: positions.at, resolve: (value) => resolveReference(document, value) };
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
