import type { Schema } from "./contract-document.ts";
import type { ContractModel } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";
import { schemaName } from "./type-text.ts";

/** The schemas of JSON answers, reduced to what a check at run time needs. */
export function emitAnswerSchemas(model: ContractModel): string {
  const needed = new Map<string, unknown>();
  const answers = model.operations.flatMap(({ sdkName, response }) =>
    response.kind === "json" ? [`  ${JSON.stringify(sdkName)}: ${text(reduced(response.schema))},\n`] : [],
  );
  const about = "The answer of each operation that gives JSON, and the schemas that it refers to.";
  return [
    `${generatedNotice}\n`,
    'import type { AnswerSchema } from "../answer-check.ts";\n\n',
    docComment({ paragraphs: [about] }),
    `export const answerSchemas: Readonly<Record<string, AnswerSchema>> = {\n${answers.join("")}};\n\n`,
    docComment({ paragraphs: ["Schemas by name."] }),
    "export const namedSchemas: Readonly<Record<string, AnswerSchema>> = {\n",
    ...[...needed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, schema]) => `  ${name}: ${text(schema)},\n`),
    "};\n",
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
      ...(schema.items && { items: reduced(schema.items) }),
      ...(schema.allOf && { all: schema.allOf.map(reduced) }),
      ...((schema.oneOf ?? schema.anyOf) && { any: (schema.oneOf ?? schema.anyOf ?? []).map(reduced) }),
    };
  }

  function mapped(properties: Readonly<Record<string, Schema>>): unknown {
    return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, reduced(property)]));
  }
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
