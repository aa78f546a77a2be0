import type { ContractModel, OperationModel } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";

/** What the demo's back end must know of each operation to let it through: how it is called, and with which headers. */
export function emitRoutes(model: ContractModel): string {
  const routes = model.operations.map((operation) => `  ${JSON.stringify(operation.sdkName)}: ${route(operation)},\n`);
  const about = docComment({
    paragraphs: ["How each operation is called: method, path, and the headers that it takes."],
  });
  return `${generatedNotice}\n${about}export const routes = {\n${routes.join("")}} as const;\n`;
}

function route({ httpMethod, path, arguments: all, options }: OperationModel): string {
  const headers = [...all.filter((argument) => argument.in === "header"), ...options].map(({ wireName }) =>
    JSON.stringify(wireName.toLowerCase()),
  );
  return `{ method: "${httpMethod.toUpperCase()}", path: ${JSON.stringify(path)}, headers: [${headers.join(", ")}] }`;
}
