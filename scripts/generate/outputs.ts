import { emitCardData } from "./emit-card-data.ts";
import { emitClientReference } from "./emit-client-reference.ts";
import { emitClientFacts, emitHosts, emitOptions, emitTransitions } from "./emit-constants.ts";
import { emitContractTypes } from "./emit-contract-types.ts";
import { emitExtensions } from "./emit-extensions.ts";
import { emitBundledContract, emitOperationIds } from "./emit-mock.ts";
import { emitOperationNames, emitOperations } from "./emit-operations.ts";
import { emitPublicTypes } from "./emit-public-types.ts";
import { emitDataTypes } from "./emit-react-data-types.ts";
import { emitFactories } from "./emit-react-factories.ts";
import { emitHooks } from "./emit-react-hooks.ts";
import { emitMutations, emitQueries, emitRequiredCardStatus } from "./emit-react-options.ts";
import { emitResourcePages } from "./emit-resource-pages.ts";
import { emitResources } from "./emit-resources.ts";
import { emitResponseSchemas } from "./emit-response-schemas.ts";
import { emitVersions } from "./emit-versions.ts";
import { emitWebhooks } from "./emit-webhooks.ts";
import type { ContractModel } from "./model.ts";

/** Every generated file: its path from the root of the repository, and its text. */
export type Outputs = ReadonlyMap<string, string>;

export async function emitAll(model: ContractModel): Promise<Outputs> {
  return new Map([
    ["spec/src/generated/contract-types.gen.ts", await emitContractTypes(model)],
    ["spec/extensions.md", emitExtensions()],
    ["packages/client/src/generated/operation-names.gen.ts", emitOperationNames(model)],
    ["packages/client/src/generated/operations.gen.ts", emitOperations(model)],
    ["packages/client/src/generated/resources.gen.ts", emitResources(model)],
    ["packages/client/src/generated/public-types.gen.ts", emitPublicTypes(model)],
    ["packages/client/src/generated/hosts.gen.ts", emitHosts(model)],
    ["packages/client/src/generated/options.gen.ts", emitOptions(model)],
    ["packages/client/src/generated/client-facts.gen.ts", emitClientFacts(model)],
    ["packages/client/src/generated/response-schemas.gen.ts", emitResponseSchemas(model)],
    ["packages/client/src/generated/transitions.gen.ts", emitTransitions(model)],
    ["packages/client/src/generated/webhooks.gen.ts", emitWebhooks(model)],
    ...[...emitVersions(model)].map(([version, text]): [string, string] => [
      `packages/client/src/generated/versions/${version.toLowerCase()}.gen.ts`,
      text,
    ]),
    ["docs/client-reference.md", emitClientReference(model)],
    ...emitResourcePages(model),
    ["packages/crypto/src/generated/card-data.gen.ts", emitCardData(model)],
    ["packages/react/src/generated/data-types.gen.ts", emitDataTypes(model)],
    ["packages/react/src/generated/factories.gen.ts", emitFactories(model)],
    ["packages/react/src/generated/queries.gen.ts", emitQueries(model)],
    ["packages/react/src/generated/mutations.gen.ts", emitMutations(model)],
    ["packages/react/src/generated/required-card-status.gen.ts", emitRequiredCardStatus(model)],
    ["packages/react/src/generated/hooks.gen.ts", emitHooks(model)],
    ["packages/mock/src/generated/openapi.gen.json", emitBundledContract(model)],
    ["packages/mock/src/generated/operation-ids.gen.ts", emitOperationIds(model)],
  ]);
}
