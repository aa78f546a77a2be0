import type { JsonObject } from "../contract-nodes.ts";
import type { ContractView } from "../contract-view.ts";
import { CAMEL_CASE, type CrossCheck, type Extension, type Finding, listOf } from "./extension.ts";

const wholeAbove0: JsonObject = { type: "integer", minimum: 1 };
const text: JsonObject = { type: "string", minLength: 1 };

const resourcesExist: CrossCheck = ({ root, operations }) => {
  const known = new Set(operations.map(({ name }) => name?.split(".")[0]));
  return Object.keys((root.node["x-resources"] ?? {}) as JsonObject).flatMap((resource): Finding[] => {
    if (known.has(resource)) return [];
    return [{ path: ["x-resources", resource], reason: `no operation belongs to the resource ${resource}` }];
  });
};

/** Extensions of the document and its `info`. */
export const documentRows: readonly Extension[] = [
  {
    name: "x-rate-limits",
    places: ["info"],
    value: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: { requests: wholeAbove0, windowSeconds: wholeAbove0 },
        required: ["requests", "windowSeconds"],
        additionalProperties: false,
      },
    },
    expected: "a list of `{ requests, windowSeconds }`, both whole numbers above 0",
    demand: {
      where: "`info`",
      missing: ({ root, child }) => {
        const info = child(root, "info");
        return info && info.node["x-rate-limits"] === undefined ? [info] : [];
      },
    },
    meaning: "The documented default limits of one partner.",
    readers: ["client", "mock"],
  },
  {
    name: "x-rules",
    places: ["info"],
    value: { type: "object", minProperties: 1 },
    expected: "a map from a name to a value",
    meaning:
      "What the sources say of behaviour over time, as numbers and lists whose names hold their units: retention, wrong PIN entries, validity of tokens, the sandbox's one-time password. `…Allowed` counts what still succeeds, `…UntilBlock` includes what blocks.",
    readers: ["mock"],
  },
  {
    name: "x-resources",
    places: ["root"],
    value: {
      type: "object",
      propertyNames: CAMEL_CASE,
      additionalProperties: {
        type: "object",
        properties: { singular: CAMEL_CASE, plural: CAMEL_CASE, description: text },
        required: ["singular"],
        additionalProperties: false,
      },
    },
    expected: "a map from a resource to `{ singular, plural?, description? }`",
    checks: [resourcesExist],
    meaning: "Names for one and for several of a resource, where dropping the last `s` gives a wrong word.",
    readers: ["react", "docs"],
  },
  {
    name: "x-operation-defaults",
    places: ["root"],
    value: {
      type: "object",
      properties: {
        parameters: { type: "array", items: { type: "object" } },
        responseHeaders: { type: "object", additionalProperties: { type: "object" } },
        responses: {
          type: "object",
          propertyNames: { pattern: "^[1-5][0-9][0-9]$" },
          additionalProperties: { type: "object" },
        },
      },
      minProperties: 1,
      additionalProperties: false,
    },
    expected: "`{ parameters?, responseHeaders?, responses? }`",
    meaning:
      "What every operation has, said once. Parameters and responses are added where the operation has none of that name or status, headers to every response that lacks them. A 400 is added only where the operation has an argument, 401 and 403 only where it takes an access token. What reads the contract sees it expanded.",
    readers: ["generator"],
  },
];

const VERSION: JsonObject = { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$" };

function listedVersions({ root }: ContractView): readonly string[] {
  return (root.node["x-api-versions"] ?? []) as readonly string[];
}

const versionsAreUsed: CrossCheck = (view) => {
  const used = new Set(view.operations.map(({ version }) => version));
  return listedVersions(view).flatMap((version, index): Finding[] => {
    if (used.has(version)) return [];
    return [{ path: ["x-api-versions", index], reason: `no operation has x-api-version: ${version}` }];
  });
};

const pathsBeginWithVersion: CrossCheck = (view) => {
  const listed = listedVersions(view);
  return view.operations.flatMap(({ url, path, version }): Finding[] => {
    const begins = listed.find((known) => url.startsWith(`/${known}/`));
    const reason = versionProblem(version, begins, listed);
    return reason === undefined ? [] : [{ path: [...path, "x-api-version"], reason }];
  });
};

function versionProblem(version: string | undefined, begins: string | undefined, listed: readonly string[]) {
  if (version === begins) return undefined;
  if (version === undefined) return `x-api-version is missing: the path begins with /${begins}/`;
  if (!listed.includes(version)) return `x-api-versions does not list ${version}`;
  return `the path of x-api-version: ${version} must begin with /${version}/`;
}

/** Extensions about versions of the API. */
export const versionRows: readonly Extension[] = [
  {
    name: "x-api-versions",
    places: ["root"],
    value: listOf(VERSION),
    expected: "a list of versions, such as `2026Q3`",
    checks: [versionsAreUsed],
    meaning: "The dated versions of the API that the contract holds.",
    readers: ["client"],
  },
  {
    name: "x-api-version",
    places: ["path", "operation"],
    value: VERSION,
    expected: "one of `x-api-versions`",
    checks: [pathsBeginWithVersion],
    meaning:
      "The dated version that the operation belongs to. Its path begins with the version. One SDK name may exist in several versions.",
    readers: ["client"],
  },
];
