import { importFunctions, resourceConstants } from "./emit-operations.ts";
import { resourceTypes } from "./emit-resources.ts";
import type { ContractModel } from "./model.ts";
import { generatedNotice } from "./source-text.ts";

/** The resources of each dated version: their types and their operations, by the name of the version. */
export function emitVersions(model: ContractModel): Map<string, string> {
  return new Map(
    model.versions.map((version) => {
      const operations = model.operations.filter(({ apiVersion }) => apiVersion === version);
      const text = [
        `${generatedNotice}\n`,
        importFunctions(operations, "../.."),
        'import type { Resource } from "../../operation.ts";\n',
        resourceTypes(model, operations, "../.."),
        resourceConstants(model, operations),
      ];
      return [version, text.join("")];
    }),
  );
}
