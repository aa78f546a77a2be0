import type { ContractModel } from "./model.ts";
import { ofKind } from "./react-operations.ts";
import { clientPackage, dataTypeName, namedData } from "./react-text.ts";
import { docComment, emptyModule, generatedNotice, importTypes } from "./source-text.ts";
import { mentionedSchemas } from "./type-text.ts";

/** The types of data that have no name in the contract. */
export function emitDataTypes(model: ContractModel): string {
  const operations = (["query", "mutation", "uncached"] as const).flatMap((kind) => ofKind(model, kind));
  const named = namedData(model, operations);
  const mentioned = mentionedSchemas(named.map(({ schema }) => schema));
  return [
    generatedNotice,
    ...(mentioned.length > 0 || named.length === 0 ? ["\n"] : []),
    importTypes(mentioned, clientPackage),
    ...named.map(({ operation, schema }) => {
      const about = docComment({ paragraphs: [`What \`${operation.sdkName}\` gives.`] });
      return `\n${about}export type ${dataTypeName(operation)} = ${model.typeText(schema)};\n`;
    }),
    ...(named.length === 0 ? [emptyModule] : []),
  ].join("");
}
