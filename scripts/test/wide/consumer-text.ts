import { hookName, infiniteHookName } from "../../generate/hook-names.ts";
import type { ArgumentModel, ContractModel, OperationModel } from "../../generate/model.ts";
import { reactKind } from "../../generate/react-operations.ts";
import { sampleValue } from "../sample-values.ts";
import { argumentLists } from "../wire-request.ts";

/** Values that mean something to the mock where a sample of the right form is not enough, as source text. */
const KNOWN: Readonly<Record<string, string>> = {
  profileId: "123456",
  cardToken: '"ca0c8154-1e14-4464-a1ce-dcea7dc3de52"',
  oneTimeToken: "await challenge()",
  keyVersion: "(await sealed()).keyVersion",
  encryptedPayload: "(await sealed()).encryptedPayload",
};

/** A way of using an operation, and the expression that does it. */
export interface Usage {
  readonly title: string;
  readonly operation: string;
  readonly code: string;
}

/** Every way of using every operation: called with each shape of its body, paged through, and by its hooks. */
export function usagesOf(model: ContractModel): Usage[] {
  return model.operations.flatMap((operation) => [
    ...calls(model, operation),
    ...pages(model, operation),
    ...hooks(model, operation),
  ]);
}

/** A program that does all of it, and more that is written by hand, and notes what came of it. */
export function consumerText(model: ContractModel, usages: readonly Usage[], more: readonly string[] = []): string {
  const names = model.operations.flatMap((operation) => hookNames(model, operation)).sort();
  return [
    'import { writeFileSync } from "node:fs";',
    `import { ${names.join(", ")} } from "@wisekit/react";`,
    'import { observations, observe } from "./observe.ts";',
    'import { endlessClient, pagedClient } from "./pages.ts";',
    'import { call, read, readPages, write } from "./render.ts";',
    'import { challenge, file, sealed, wise } from "./world.ts";',
    "",
    ...usages.map(({ title, code }) => `await observe(${JSON.stringify(title)}, async () => ${code});`),
    ...more,
    "writeFileSync(process.argv[2] as string, JSON.stringify(observations));",
    // Timers of caches and of the page would keep the process alive.
    "process.exit();",
    "",
  ].join("\n");
}

function calls(model: ContractModel, operation: OperationModel): Usage[] {
  const { sdkName } = operation;
  return argumentLists(operation).map((list, index) => ({
    title: index === 0 ? `${sdkName} call` : `${sdkName} call, body ${index + 1}`,
    operation: sdkName,
    code: `wise.${sdkName}(${argumentsText(model, list)})`,
  }));
}

function pages(model: ContractModel, operation: OperationModel): Usage[] {
  const { sdkName, pagination } = operation;
  if (!pagination) return [];
  const code = `Array.fromAsync(wise.${sdkName}.all(${argumentsText(model, walkArguments(operation))}))`;
  return [{ title: `${sdkName} all pages`, operation: sdkName, code }];
}

/** Walks through pages that are not the mock's: with everything that a server may do to whoever walks. */
export function walksOf(model: ContractModel): Usage[] {
  return model.operations.flatMap((operation) => {
    const { sdkName, pagination } = operation;
    if (!pagination) return [];
    const paged = JSON.stringify({ ...pagination, item: sampleValue(model, pagination.item) });
    const args = argumentsText(model, walkArguments(operation), sizeOf(pagination)) || "{}";
    const usage = (title: string, code: string): Usage => ({ title: `${sdkName} ${title}`, operation: sdkName, code });
    const hook = reactKind(operation) === "query" ? infiniteHookName(model, operation) : undefined;
    return [
      usage("every page", `Array.fromAsync(pagedClient(${paged}).${sdkName}.all(${args}))`),
      ...(hook ? [usage("every page by hook", `readPages(pagedClient(${paged}), () => ${hook}(${args}))`)] : []),
      ...(pagination.style === "date-window"
        ? []
        : [usage("one page for ever", `Array.fromAsync(endlessClient(${paged}).${sdkName}.all(${args}))`)]),
    ];
  });
}

function hooks(model: ContractModel, operation: OperationModel): Usage[] {
  const { sdkName } = operation;
  const kind = reactKind(operation);
  const hook = hookName(model, operation);
  const args = argumentsText(model, argumentLists(operation)[0] ?? []) || "{}";
  const usage = (what: string, code: string): Usage => ({ title: `${sdkName} ${what}`, operation: sdkName, code });
  if (kind === "mutation") return [usage("mutation", `write(() => ${hook}(), ${args})`)];
  if (kind === "uncached") return [usage("uncached hook", `call(() => ${hook}(), ${args})`)];
  if (kind === "none") return [];
  const query = usage("query", `read(() => ${hook}(${args}))`);
  if (!operation.pagination) return [query];
  const walk = argumentsText(model, walkArguments(operation)) || "{}";
  return [query, usage("infinite query", `read(() => ${infiniteHookName(model, operation)}(${walk}))`)];
}

function hookNames(model: ContractModel, operation: OperationModel): string[] {
  const kind = reactKind(operation);
  if (kind === "none") return [];
  const isPaged = kind === "query" && operation.pagination !== undefined;
  return [hookName(model, operation), ...(isPaged ? [infiniteHookName(model, operation)] : [])];
}

/** The arguments of a walk through all pages: all but the one that says which page. */
function walkArguments({ arguments: all, pagination }: OperationModel): ArgumentModel[] {
  return all.filter(({ name }) => {
    if (pagination?.style === "page-number") return name !== pagination.page;
    if (pagination?.style === "offset") return name !== pagination.offset;
    if (pagination?.style === "cursor" || pagination?.style === "last-id") return name !== pagination.cursor;
    return true;
  });
}

/** Pages of two, where the size of a page is an argument: without a count, the first page that is not full is the last. */
function sizeOf(pagination: NonNullable<OperationModel["pagination"]>): Readonly<Record<string, string>> {
  const size = pagination.style === "offset" ? pagination.limit : "size" in pagination ? pagination.size : undefined;
  return size === undefined ? {} : { [size]: "2" };
}

function argumentsText(
  model: ContractModel,
  list: readonly ArgumentModel[],
  given: Readonly<Record<string, string>> = {},
): string {
  if (list.length === 0) return "";
  const values = list.map((argument) => `${argument.name}: ${given[argument.name] ?? valueText(model, argument)}`);
  return `{ ${values.join(", ")} }`;
}

function valueText(model: ContractModel, { name, schema }: ArgumentModel): string {
  const known = KNOWN[name];
  if (known !== undefined) return known;
  return JSON.stringify(sampleValue(model, schema)).replaceAll('"<file>"', "file()");
}
