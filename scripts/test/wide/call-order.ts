import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { ContractModel, OperationModel } from "../../generate/model.ts";
import { sampleValue } from "../sample-values.ts";
import { argumentLists } from "../wire-request.ts";
import type { CallOrder } from "./call-everything.ts";
import type { GeneratedCase } from "./generated-case.ts";

/** Values that the mock's own state knows. */
const KNOWN: Readonly<Record<string, unknown>> = {
  profileId: 123456,
  cardToken: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52",
};

/**
 * Operations that no sample can call: they take what only an earlier call gives, a sealed payload or the one-time token of
 * a challenged call. `wide.test.ts` calls them.
 */
const NEEDS_EARLIER_CALL = new Set(["cardData.details", "cardData.pin", "cardOrders.presetPin"]);

/** A call of each operation of a generated client, where a value can be made that its schemas accept. */
export function callOrder({ root, outcome }: GeneratedCase): CallOrder {
  if (outcome.kind !== "generated") throw new TypeError(`nothing was generated in ${root}`);
  const { model } = outcome;
  const isValid = createValidator(model);
  const calls = model.operations.filter(isPlain).flatMap((operation) => {
    const list = argumentLists(operation)[0] ?? [];
    const values = list.map(({ name, schema }) => ({
      name,
      schema,
      value: KNOWN[name] ?? sampleValue(model, schema),
    }));
    if (!values.every(({ schema, value }) => isValid(schema, value))) return [];
    const args = Object.fromEntries(values.map(({ name, value }) => [name, value]));
    const [environment = ""] = operation.environments;
    return [{ sdkName: operation.sdkName, environment, args: list.length === 0 ? undefined : args }];
  });
  return { root, calls };
}

function isPlain({ sdkName, resource, apiVersion }: OperationModel): boolean {
  return apiVersion === undefined && resource !== "sca" && !NEEDS_EARLIER_CALL.has(sdkName);
}

/** Whether a schema of the contract accepts a value. Of one that says two things at once, no sample can be right. */
function createValidator({ document }: ContractModel): (schema: unknown, value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "contract", components: document.components });
  return (schema, value) => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/');
    return ajv.validate(JSON.parse(text), value);
  };
}
