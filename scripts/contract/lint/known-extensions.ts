import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import type { ContractNode } from "./contract-node.ts";

const ANYWHERE = ["x-own-choice"];

/** Which extensions may stand on which kind of node; `spec/extensions.md` explains each. */
export const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  Operation: [
    "x-sdk-name",
    "x-retry",
    "x-sca",
    "x-pagination",
    "x-invalidates",
    "x-optimistic",
    "x-requires-card-status",
  ],
  Parameter: ["x-sdk-argument", "x-sdk-option", "x-sensitive"],
  Header: ["x-sdk-fact", "x-sensitive"],
  SecurityScheme: ["x-sdk-credentials"],
  Schema: ["x-sensitive", "x-open-enum", "x-transitions", "x-jwe", "x-enum-descriptions"],
  Response: ["x-error-codes", "x-retryable"],
  Server: ["x-environment", "x-host"],
  Info: ["x-rules", "x-rate-limits"],
};

const KINDS_WITHOUT = [
  "Root",
  "PathItem",
  "RequestBody",
  "MediaType",
  "Tag",
  "License",
  "Contact",
  "Components",
  "Example",
];

/** An `x-` name that `spec/extensions.md` does not have, or that stands where it means nothing, is a mistake. */
export const knownExtensions: Oas3Rule = () =>
  onEveryKind((kind, node, { report, location }) => {
    const allowed = [...ANYWHERE, ...(EXTENSIONS[kind] ?? [])];
    for (const name of Object.keys(node).filter((key) => key.startsWith("x-") && !allowed.includes(key))) {
      const message = `\`${name}\` is not an extension of this kind of node: see extensions.md.`;
      report({ message, location: location.child(name).key() });
    }
  });

/** `x-own-choice` is a sentence. */
export const ownChoice: Oas3Rule = () =>
  onEveryKind((_kind, node, { report, location }) => {
    const text = node["x-own-choice"];
    if (text === undefined || (typeof text === "string" && /^[A-Z].*\S \S.*\.$/s.test(text.trim()))) return;
    const message = "`x-own-choice` must be a sentence that says what is not documented.";
    report({ message, location: location.child("x-own-choice") });
  });

type VisitNode = (kind: string, node: ContractNode, context: UserContext) => void;

function onEveryKind(visit: VisitNode): ReturnType<Oas3Rule> {
  const kinds = [...Object.keys(EXTENSIONS), ...KINDS_WITHOUT];
  return Object.fromEntries(
    kinds.map((kind) => [kind, (node: ContractNode, context: UserContext) => visit(kind, node, context)]),
  );
}
