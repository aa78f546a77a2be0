import { hookName, infiniteHookName } from "./hook-names.ts";
import type { ContractModel, OperationModel } from "./model.ts";
import { isPagedQuery, isServerOnly, reactKind } from "./react-operations.ts";

/** What an operation is in `@wisekit/react`, as a sentence; nothing of a dated version, which has no hooks. */
export function reactSentence(model: ContractModel, operation: OperationModel): string | undefined {
  const hook = `\`${hookName(model, operation)}\``;
  const { apiVersion, isSealedExchange, method, resource } = operation;
  if (apiVersion !== undefined) return undefined;
  if (isSealedExchange) return "In React: no hook of its own; `useCardReveal` shows card data.";
  if (isServerOnly(operation)) return "In React: no hook, since it is for servers only.";
  const group = model.singular(resource);
  switch (reactKind(operation)) {
    case "query":
      return isPagedQuery(operation)
        ? `In React: ${hook} and \`${infiniteHookName(model, operation)}\`, over \`${group}Queries.${method}\`.`
        : `In React: ${hook}, over \`${group}Queries.${method}\`.`;
    case "mutation":
      return `In React: ${hook}, over \`${group}Mutations.${method}\`.`;
    case "uncached":
      return `In React: ${hook}, which caches nothing.`;
    case "none":
      return undefined;
  }
}
