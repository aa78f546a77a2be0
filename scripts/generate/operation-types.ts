import type { ArgumentModel, ContractModel, OperationModel } from "./model.ts";

/** The type of an argument, as source text. A file is a `Blob`, whatever the schema calls it. */
export function argumentTypeText(
  model: ContractModel,
  { body }: OperationModel,
  { name, schema }: ArgumentModel,
): string {
  const isFile = body.kind === "multipart" && body.files.includes(name);
  if (isFile) return model.resolveSchema(schema).items ? "Blob[]" : "Blob";
  return model.typeText(schema);
}

/** The type of what a call gives, as source text. */
export function responseTypeText(model: ContractModel, { response }: OperationModel): string {
  switch (response.kind) {
    case "none":
      return "void";
    case "text":
      return "string";
    case "file":
      return "WiseFile";
    case "sealed":
      return `SealedCardData<${model.typeText(response.schema)}>`;
    case "json":
      return model.typeText(response.schema);
  }
}
