import type { ArgumentModel, ContractModel, OperationModel, TokenOwner } from "./model.ts";
import type { Documentation } from "./source-text.ts";

/** What the doc comment of a method says: what it does, what it needs, how it fails, what is assumed, where it goes. */
export function methodDocumentation(model: ContractModel, operation: OperationModel): Documentation {
  const { description, summary, httpMethod, path } = operation;
  return {
    paragraphs: [
      description ?? `${summary}.`,
      needsText(model, operation),
      errorCodesText(operation),
      assumptionsText(operation),
      `\`${httpMethod.toUpperCase()} ${path}\``,
    ],
    deprecated: deprecationText(operation),
  };
}

/** What the contract says of a resource; of most it says nothing. */
export function resourceDescription({ document }: ContractModel, resource: string): string | undefined {
  const resources = document["x-resources"] as Record<string, { description?: string }> | undefined;
  return resources?.[resource]?.description;
}

/** What the doc comment of an argument says: its meaning, default and range, and what is assumed of it. */
export function argumentDocumentation({
  description,
  schema,
  assumption,
  isIdempotencyKey,
  ...argument
}: ArgumentModel): Documentation {
  const about = [
    description,
    defaultText(schema.default),
    rangeText(schema.minimum, schema.maximum),
    isIdempotencyKey ? idempotencyKeyText : undefined,
    assumption === undefined ? undefined : `Assumption: ${assumption}`,
  ];
  return { paragraphs: [about.filter((text) => text !== undefined).join(" ")], deprecated: deprecationText(argument) };
}

/** `@deprecated` of anything deprecated. */
export function deprecationText({
  deprecated,
  replacedBy,
}: {
  readonly deprecated: boolean;
  readonly replacedBy: string | undefined;
}): string | false {
  if (!deprecated) return false;
  return replacedBy === undefined ? "Deprecated by Wise." : `Deprecated by Wise. Use ${replacedBy}.`;
}

const idempotencyKeyText =
  "Default: a new UUID for each call, kept over all its attempts. Who may be restarted before the call is over stores a key of his own first, and repeats the call with it.";

const tokenNames: Readonly<Record<TokenOwner, string>> = {
  user: "a token of the user",
  application: "a token of the application",
  personal: "a personal token",
};

/** What a call needs beside a user's token, and where it exists. */
export function needsText(model: ContractModel, { auth, sca, environments, host }: OperationModel): string {
  const needs: string[] = [];
  if (auth.kind === "none") needs.push("Needs no token.");
  if (auth.kind === "token" && auth.of.some((owner) => owner !== "user")) {
    needs.push(`Needs ${auth.of.map((owner) => tokenNames[owner]).join(" or ")}.`);
  }
  if (sca) needs.push("May need strong customer authentication.");
  if (model.hosts.some(({ name, mutualTls }) => mutualTls && name === host)) needs.push("Needs a client certificate.");
  if (model.environments.some((environment) => !environments.includes(environment))) {
    needs.push(`Exists in ${environments.join(" and ")} only.`);
  }
  return needs.join(" ");
}

/** What no source documents, apart from what arguments say of themselves. */
function assumptionsText({ assumptions, arguments: list }: OperationModel): string {
  const ofArguments = list.map(({ assumption }) => assumption);
  const own = assumptions.filter((assumption) => !ofArguments.includes(assumption));
  return own.length === 0 ? "" : `Assumptions: ${own.join(" ")}`;
}

function errorCodesText({ errorCodes }: OperationModel): string {
  const list = (isAssumed: boolean): string =>
    errorCodes
      .filter((entry) => entry.isAssumed === isAssumed)
      .map(({ code }) => `\`${code}\``)
      .join(", ");
  const [documented, assumed] = [list(false), list(true)];
  const sentences = [
    documented && `Documented error codes: ${documented}.`,
    assumed && `Assumed error codes, which no source documents: ${assumed}.`,
  ];
  return sentences.filter((text) => text !== "").join(" ");
}

function defaultText(value: unknown): string | undefined {
  return value === undefined ? undefined : `Default: ${JSON.stringify(value)}.`;
}

function rangeText(minimum: number | undefined, maximum: number | undefined): string | undefined {
  if (minimum === undefined) return maximum === undefined ? undefined : `At most ${maximum}.`;
  return maximum === undefined ? `At least ${minimum}.` : `From ${minimum} to ${maximum}.`;
}
