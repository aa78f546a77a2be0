import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { ROOT } from "../checks/command.ts";
import type { Schema } from "../generate/contract-document.ts";
import { readContractModel } from "../generate/contract-model.ts";
import type { ContractModel, OperationModel } from "../generate/model.ts";

/** The contract as the tests read it: straight from `spec/`, validated by Ajv and not by what the mock stands on. */
export interface ContractUnderTest {
  model: ContractModel;
  operation(operationId: string): OperationModel;
  /** What is wrong with a value of a schema of the contract. */
  valueErrors(schema: Schema, value: unknown): string[];
  /** What is wrong with the body of a response; a status or media type that is not documented is wrong too. */
  responseErrors(operation: OperationModel, received: ReceivedResponse): string[];
}

/** A response as it came over the wire. */
export interface ReceivedResponse {
  status: number;
  /** The `content-type` header, or `null` without a body. */
  mediaType: string | null;
  text: string;
}

/** Reads the contract of this repository. */
export async function contractUnderTest(): Promise<ContractUnderTest> {
  const model = await readContractModel(join(ROOT, "spec/openapi.yaml"));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  const compiled = new WeakMap<Schema, ValidateFunction>();

  function responseErrors(operation: OperationModel, { status, mediaType, text }: ReceivedResponse): string[] {
    const response = operation.responses.find((candidate) => candidate.status === String(status));
    if (!response) return [`status ${status} is not documented`];
    if (response.contents.length === 0) return text === "" ? [] : ["has a body, though none is documented"];
    const own = mediaType?.split(";")[0]?.trim();
    const content = response.contents.find((candidate) => candidate.mediaType === own);
    if (!content) return [`media type ${mediaType} is not documented for ${status}`];
    const value = own === "application/json" ? parsed(text) : text;
    return valueErrors(content.schema ?? {}, value);
  }

  function valueErrors(schema: Schema, value: unknown): string[] {
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: model.document.components });
    compiled.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  }

  return {
    model,
    operation: (operationId) => {
      const found = model.operations.find((candidate) => candidate.operationId === operationId);
      if (!found) throw new TypeError(`the contract has no operation ${operationId}`);
      return found;
    },
    valueErrors,
    responseErrors,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
