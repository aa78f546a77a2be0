import { emitAnswerSchemas } from "./emit-answer-schemas.ts";
import { emitCardData } from "./emit-card-data.ts";
import { emitClientReference } from "./emit-client-reference.ts";
import { emitCardStatus, emitClientFacts, emitEnvironments } from "./emit-constants.ts";
import { emitContractTypes } from "./emit-contract-types.ts";
import { emitBundledContract, emitHandlers } from "./emit-mock.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitPublicTypes } from "./emit-public-types.ts";
import { emitFactories } from "./emit-react-factories.ts";
import { emitHooks } from "./emit-react-hooks.ts";
import { emitMutations, emitQueries, emitRequiredCardStatus } from "./emit-react-options.ts";
import { emitResources } from "./emit-resources.ts";
import type { ContractModel } from "./model.ts";

/** Every generated file: its path from the root of the repository, and its text. */
export type Outputs = ReadonlyMap<string, string>;

export async function emitAll(model: ContractModel): Promise<Outputs> {
  return new Map([
    ["spec/src/generated/contract-types.gen.ts", await emitContractTypes(model)],
    ["packages/client/src/generated/operations.gen.ts", emitOperations(model)],
    ["packages/client/src/generated/resources.gen.ts", emitResources(model)],
    ["packages/client/src/generated/public-types.gen.ts", emitPublicTypes(model)],
    ["packages/client/src/generated/environments.gen.ts", emitEnvironments(model)],
    ["packages/client/src/generated/client-facts.gen.ts", emitClientFacts(model)],
    ["packages/client/src/generated/answer-schemas.gen.ts", emitAnswerSchemas(model)],
    ["packages/client/src/generated/card-status.gen.ts", emitCardStatus(model)],
    ["docs/client-reference.md", emitClientReference(model)],
    ["packages/crypto/src/generated/card-data.gen.ts", emitCardData(model)],
    ["packages/react/src/generated/factories.gen.ts", emitFactories(model)],
    ["packages/react/src/generated/queries.gen.ts", emitQueries(model)],
    ["packages/react/src/generated/mutations.gen.ts", emitMutations(model)],
    ["packages/react/src/generated/required-card-status.gen.ts", emitRequiredCardStatus(model)],
    ["packages/react/src/generated/hooks.gen.ts", emitHooks(model)],
    ["packages/mock/src/generated/openapi.gen.json", emitBundledContract(model)],
    ["packages/mock/src/generated/handlers.gen.ts", emitHandlers(model)],
  ]);
}
