import type { ContractModel } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";

/** The bundled contract, for the mock to serve and validate by. */
export function emitBundledContract(model: ContractModel): string {
  return `${JSON.stringify(model.document, null, 2)}\n`;
}

/** The way from the mock's name of an operation to its entry in the contract types. */
export function emitOperationIds(model: ContractModel): string {
  const about =
    "The `operationId` of each operation, by its SDK name; in a dated version of the API behind the version.";
  return [
    `${generatedNotice}\n\n`,
    docComment({ paragraphs: [about] }),
    "export interface OperationIds {\n",
    ...model.operations.map(({ apiVersion, sdkName, operationId }) => {
      const name = apiVersion === undefined ? sdkName : `${apiVersion}/${sdkName}`;
      return `  ${JSON.stringify(name)}: ${JSON.stringify(operationId)};\n`;
    }),
    "}\n",
  ].join("");
}
