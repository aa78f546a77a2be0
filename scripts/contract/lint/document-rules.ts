import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { escapePointerFragment, makeDocumentFromString, type Oas3Rule, type UserContext } from "@redocly/openapi-core";
import { type ContractNode, isNode } from "./contract-node.ts";

const ENVIRONMENTS = ["production", "sandbox"];
const HOSTS = ["api", "twcard"];

/** Every server says which environment and which host it is, and each list of servers has one of each environment. */
export const servers: Oas3Rule = () => ({
  Server(server, context) {
    demandValue(context, server as unknown as ContractNode, "x-environment", ENVIRONMENTS);
    demandValue(context, server as unknown as ContractNode, "x-host", HOSTS);
  },
  ServerList(list: ContractNode[], { report, location }: UserContext) {
    const environments = list.map((server) => server["x-environment"]);
    const isComplete = ENVIRONMENTS.every((name) => environments.filter((own) => own === name).length === 1);
    const hosts = new Set(list.map((server) => server["x-host"]));
    if (isComplete && hosts.size === 1) return;
    report({
      message: `A list of servers is one host in each environment: ${ENVIRONMENTS.join(", ")}.`,
      location: location.key(),
    });
  },
});

function demandValue(
  { report, location }: UserContext,
  node: ContractNode,
  field: string,
  allowed: readonly string[],
): void {
  const value = node[field];
  if (allowed.includes(value as string)) return;
  const message = `\`${field}\` must be one of ${allowed.join(", ")}.`;
  report({ message, location: value === undefined ? location.key() : location.child(field) });
}

/** `info` carries the documented rate limits and rules. */
export const info: Oas3Rule = () => ({
  Info(node, { report, location }) {
    const { "x-rate-limits": limits, "x-rules": rules } = node as unknown as ContractNode;
    const isLimit = (limit: unknown): boolean =>
      isNode(limit) &&
      Object.keys(limit).sort().join() === "requests,windowSeconds" &&
      Object.values(limit).every(isCount);
    if (limits === undefined || rules === undefined) {
      report({ message: "`x-rate-limits` and `x-rules` must be there.", location: location.key() });
    }
    if (limits !== undefined && !(Array.isArray(limits) && limits.length > 0 && limits.every(isLimit))) {
      const message = "`x-rate-limits` must be a list of { requests, windowSeconds }, both whole numbers above zero.";
      report({ message, location: location.child("x-rate-limits") });
    }
    if (rules !== undefined && !(isNode(rules) && Object.keys(rules).length > 0)) {
      report({ message: "`x-rules` must be a map from a name to its value.", location: location.child("x-rules") });
    }
  },
});

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

/** Every path item in a file of `paths/` is listed in the document: one that is not would be left out without a word. */
export const listedPaths: Oas3Rule = () => ({
  Root(root, { report, location }) {
    const folder = dirname(location.source.absoluteRef);
    const references = Object.values(root.paths ?? {}).map((item) => String((item as ContractNode).$ref).split("#"));
    const listed = new Set(references.map(([file = "", pointer]) => `${resolve(folder, file)}#${pointer}`));
    for (const file of readdirSync(join(folder, "paths"))) {
      const path = join(folder, "paths", file);
      const { source, parsed } = makeDocumentFromString(readFileSync(path, "utf8"), path);
      for (const name of Object.keys(parsed ?? {})) {
        const pointer = `/${escapePointerFragment(name)}`;
        if (listed.has(`${path}#${pointer}`)) continue;
        const message = `No path in openapi.yaml refers to ${name}.`;
        report({ message, location: { source, pointer: `#${pointer}`, reportOnKey: true } });
      }
    }
  },
});
