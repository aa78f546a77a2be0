import { emitCardData } from "./emit-card-data.ts";
import { emitClientReference } from "./emit-client-reference.ts";
import { emitClientFacts, emitHosts, emitOptions, emitTransitions } from "./emit-constants.ts";
import { emitContractTypes } from "./emit-contract-types.ts";
import { emitExtensions } from "./emit-extensions.ts";
import { emitBundledContract, emitOperationIds } from "./emit-mock.ts";
import { emitOperationNames, emitOperations } from "./emit-operations.ts";
import { emitProxyFacts } from "./emit-proxy-facts.ts";
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
import { generatedNotice, noticeOf } from "./source-text.ts";

/** Every generated file: its path from the root of the repository, and its text. */
export type Outputs = ReadonlyMap<string, string>;

/** Every generated file of a contract. Each text of code says which emitter wrote it. */
export function emitAll(model: ContractModel): Outputs {
  const [spec, client, react, mock] = ["spec", "packages/client", "packages/react", "packages/mock"].map(
    (folder) => `${folder}/src/generated`,
  );
  const versions = [...emitVersions(model)].map(([version, text]) =>
    file("emit-versions", `${client}/versions/${version.toLowerCase()}.gen.ts`, text),
  );
  return new Map([
    file("emit-contract-types", `${spec}/contract-types.gen.ts`, emitContractTypes(model)),
    file("emit-extensions", "spec/extensions.md", emitExtensions()),
    file("emit-operations", `${client}/operation-names.gen.ts`, emitOperationNames(model)),
    file("emit-operations", `${client}/operations.gen.ts`, emitOperations(model)),
    file("emit-resources", `${client}/resources.gen.ts`, emitResources(model)),
    file("emit-public-types", `${client}/public-types.gen.ts`, emitPublicTypes(model)),
    file("emit-constants", `${client}/hosts.gen.ts`, emitHosts(model)),
    file("emit-constants", `${client}/options.gen.ts`, emitOptions(model)),
    file("emit-constants", `${client}/client-facts.gen.ts`, emitClientFacts(model)),
    file("emit-proxy-facts", `${client}/proxy-facts.gen.ts`, emitProxyFacts(model)),
    file("emit-response-schemas", `${client}/response-schemas.gen.ts`, emitResponseSchemas(model)),
    file("emit-constants", `${client}/transitions.gen.ts`, emitTransitions(model)),
    file("emit-webhooks", `${client}/webhooks.gen.ts`, emitWebhooks(model)),
    ...versions,
    file("emit-client-reference", "docs/client-reference.md", emitClientReference(model)),
    ...emitResourcePages(model),
    file("emit-card-data", "packages/crypto/src/generated/card-data.gen.ts", emitCardData(model)),
    file("emit-react-data-types", `${react}/data-types.gen.ts`, emitDataTypes(model)),
    file("emit-react-factories", `${react}/factories.gen.ts`, emitFactories(model)),
    file("emit-react-options", `${react}/queries.gen.ts`, emitQueries(model)),
    file("emit-react-options", `${react}/mutations.gen.ts`, emitMutations(model)),
    file("emit-react-options", `${react}/required-card-status.gen.ts`, emitRequiredCardStatus(model)),
    file("emit-react-hooks", `${react}/hooks.gen.ts`, emitHooks(model)),
    file("emit-mock", `${mock}/openapi.gen.json`, emitBundledContract(model)),
    file("emit-mock", `${mock}/operation-ids.gen.ts`, emitOperationIds(model)),
  ]);
}

function file(emitter: string, path: string, text: string): [path: string, text: string] {
  return [path, text.replace(generatedNotice, noticeOf(emitter))];
}
