import { Ajv, type ValidateFunction } from "ajv";
import { type ContractNode, type JsonObject, nodesOf, pointerSteps } from "./contract-nodes.ts";
import { type ContractView, viewContract } from "./contract-view.ts";
import type { Extension, Finding } from "./vocabulary/extension.ts";
import { vocabulary } from "./vocabulary.ts";

/** A finding, with the extension that it is about. */
export interface ExtensionFinding extends Finding {
  readonly extension: string;
}

const byName = new Map(vocabulary.map((extension) => [extension.name as string, extension]));
const ajv = new Ajv({ strictTypes: false });
const validators = new Map<string, ValidateFunction>();

/**
 * Checks a contract against the vocabulary: that each extension exists, may stand where it does and has a value of its
 * own; and, if all of them do, what they say of each other and of the contract, and that none is missing.
 *
 * @param bundled the document in one piece, as it is written
 * @param expanded the same with its `x-operation-defaults` expanded; paths of findings are paths of this
 */
export function checkVocabulary(
  bundled: JsonObject,
  expanded: JsonObject,
  view: ContractView = viewContract(expanded),
): ExtensionFinding[] {
  const wrongValues = checkValues(bundled);
  return wrongValues.length > 0 ? wrongValues : checkMeanings(view);
}

function checkValues(document: JsonObject): ExtensionFinding[] {
  return nodesOf(document).flatMap((place) =>
    Object.entries(place.node).flatMap(([name, value]) =>
      name.startsWith("x-") ? checkExtension(place, name, value) : [],
    ),
  );
}

function checkExtension({ kind, node, path }: ContractNode, name: string, value: unknown): ExtensionFinding[] {
  const extension = byName.get(name);
  const at = [...path, name];
  if (!extension)
    return [{ extension: name, path: at, reason: `${name} is no extension of the contract: see extensions.md` }];
  if (!mayStandOn(extension, kind)) {
    return [
      { extension: name, path: at, reason: `${name} does not belong on this kind of node, ${kind}: see extensions.md` },
    ];
  }
  if (typeof node.$ref === "string" && kind !== "property" && kind !== "schema") {
    return [{ extension: name, path: at, reason: `${name} stands beside a $ref, where it is ignored` }];
  }
  const validate = validatorOf(extension);
  if (validate(value)) return [];
  const below = pointerSteps(validate.errors?.at(-1)?.instancePath ?? "");
  return [{ extension: name, path: [...at, ...below], reason: `${mustBe(extension)}, not ${JSON.stringify(value)}` }];
}

function mayStandOn({ places }: Extension, kind: ContractNode["kind"]): boolean {
  return places.length === 0 || places.includes(kind) || (kind === "property" && places.includes("schema"));
}

function validatorOf({ name, value }: Extension): ValidateFunction {
  const known = validators.get(name) ?? ajv.compile(value);
  validators.set(name, known);
  return known;
}

function mustBe({ name, expected }: Extension): string {
  return `${name} must be ${expected.replaceAll("`", "")}`;
}

function checkMeanings(view: ContractView): ExtensionFinding[] {
  const findings = vocabulary.flatMap((extension) => checkRow(view, extension));
  // What several operations share is met in each of them.
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function checkRow(view: ContractView, extension: Extension): ExtensionFinding[] {
  const { name, demand, checks = [] } = extension;
  const missing = demand?.missing(view) ?? [];
  const reason = demand?.reason ?? `${name} is missing; it ${mustBe(extension).slice(name.length + 1)}`;
  return [
    ...missing.map(({ path }) => ({ extension: name, path: [...path, name], reason })),
    ...checks.flatMap((check) => check(view)).map((finding) => ({ extension: name, ...finding })),
  ];
}
