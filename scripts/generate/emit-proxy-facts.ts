import type { ContractModel, OperationModel } from "./model.ts";
import { docComment, generatedNotice, importTypes } from "./source-text.ts";
import { valueText } from "./value-text.ts";

/** What the proxy needs to know of operations to hold them against a grant. Only the proxy's entry has it. */
export function emitProxyFacts(model: ContractModel): string {
  const scopes = Object.fromEntries(
    model.operations.filter(isForUsers).flatMap(({ apiVersion, sdkName, scope }) => {
      const key = apiVersion === undefined ? sdkName : `${apiVersion} ${sdkName}`;
      return scope ? [[key, { ...scope }]] : [];
    }),
  );
  const names = new Set(
    model.operations.filter((each) => isForUsers(each) && each.scope).map(({ sdkName }) => sdkName),
  );
  const union = [...names].map((name) => `\n  | ${JSON.stringify(name)}`).join("") || " never";
  const lookUp = model.operations.find(isCardLookUp);
  return [
    `${generatedNotice}\n`,
    importTypes(["CardLookUp", "OperationScope"], "../proxy/operation-scope.ts"),
    "\n",
    docComment({ paragraphs: ["The operations that a grant can name: the contract says what they are about."] }),
    `export type ProxyOperationName =${union};\n`,
    `\n${docComment({ paragraphs: ["What each of them is about, by its name; of a dated version, after the name of that."] })}`,
    `export const operationScopes: Readonly<Record<string, OperationScope>> = ${valueText(scopes)};\n`,
    `\n${docComment({ paragraphs: ["How the proxy finds out to which profile a card belongs."] })}`,
    `export const cardLookUp: CardLookUp | undefined = ${lookUp ? lookUpText(lookUp) : "undefined"};\n`,
  ].join("");
}

function isForUsers({ auth }: OperationModel): boolean {
  return auth.kind === "none" || (auth.kind === "token" && auth.of.includes("user"));
}

/** The read of one card: its path has the profile, and ends with the card. */
function isCardLookUp(operation: OperationModel): boolean {
  const { httpMethod, path, apiVersion, scope, arguments: all } = operation;
  const inPath = (name: string | undefined) => all.find((each) => each.name === name && each.in === "path")?.wireName;
  const card = inPath(scope?.card);
  const isRead = httpMethod === "get" && apiVersion === undefined && isForUsers(operation);
  const others = all.filter(({ required, name }) => required && name !== scope?.card && name !== scope?.profile);
  return isRead && others.length === 0 && inPath(scope?.profile) !== undefined && path.endsWith(`/{${card}}`);
}

function lookUpText({ resource, method, scope }: OperationModel): string {
  const taken = "export const cardLookUp: CardLookUp | undefined = ".length;
  return valueText({ resource, method, profile: scope?.profile, card: scope?.card }, { indent: "", taken });
}
