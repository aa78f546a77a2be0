import type { Schema } from "./contract-document.ts";
import type { ContractModel } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";
import { schemaName } from "./type-text.ts";
import { valueText } from "./value-text.ts";

/** The schemas of JSON responses, reduced to what a check at run time needs. */
export function emitResponseSchemas(model: ContractModel): string {
  const needed = new Map<string, unknown>();
  const responses = model.operations.flatMap(({ sdkName, apiVersion, response }) => {
    const key = apiVersion === undefined ? sdkName : `${apiVersion} ${sdkName}`;
    return response.kind === "json" ? [[key, reduced(response.schema)] as const] : [];
  });
  const schemas = [...needed].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${generatedNotice}\n`,
    'import type { ResponseSchema } from "../response/response-schema.ts";\n\n',
    docComment({
      paragraphs: [
        "The response of each operation that gives JSON, by its name; of a dated version, after the name of that.",
      ],
    }),
    `export const responseSchemas: Readonly<Record<string, ResponseSchema>> = ${valueText(Object.fromEntries(responses))};\n`,
    `\n${docComment({ paragraphs: ["Schemas by name."] })}`,
    `export const namedSchemas: Readonly<Record<string, ResponseSchema>> = ${valueText(Object.fromEntries(schemas))};\n`,
  ].join("");

  function reduced(schema: Schema): unknown {
    const name = schemaName(schema);
    if (name) {
      if (!needed.has(name)) {
        needed.set(name, undefined);
        needed.set(name, reduced(model.document.components.schemas[name] as Schema));
      }
      return { ref: name };
    }
    const types = typeof schema.type === "string" ? [schema.type] : schema.type;
    const isOpen = schema["x-open-enum"] === true;
    return {
      ...(types && { types }),
      ...(schema.const !== undefined && { values: [schema.const] }),
      ...(schema.enum && !isOpen && { values: schema.enum }),
      ...(schema.required && { required: schema.required }),
      ...(schema.properties && { fields: mapped(schema.properties) }),
      ...(typeof schema.additionalProperties === "object" && { others: reduced(schema.additionalProperties) }),
      ...(schema.items && { items: reduced(schema.items) }),
      ...(schema.allOf && { all: schema.allOf.map(reduced) }),
      ...((schema.oneOf ?? schema.anyOf) && { any: (schema.oneOf ?? schema.anyOf ?? []).map(reduced) }),
    };
  }

  function mapped(properties: Readonly<Record<string, Schema>>): unknown {
    return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, reduced(property)]));
  }
}
