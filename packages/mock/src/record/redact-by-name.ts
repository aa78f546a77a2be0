import { follow, type OpenApiDocument, type SecurityScheme } from "../contract/document.ts";
import { once } from "../once.ts";
import { mask, maskCardNumbers } from "./card-numbers.ts";

/** Redacts what no schema of the contract describes: by the name of a field, and numbers that could be those of cards. */
export interface RedactByName {
  /** A value that has this name, or none. */
  value(value: unknown, name?: string): unknown;
  /** A body that could not be parsed. */
  unparsed(text: string): string;
  /** Whether a header or query parameter carries credentials, whatever else the contract says of it. */
  isCredential(name: string): boolean;
}

const deepest = 12;

/** Makes the redaction by name: names that the contract calls sensitive anywhere (`x-sensitive` other than `none`), and credentials. */
export function createRedactByName(document: OpenApiDocument): RedactByName {
  const credentials = credentialNames(document);
  const sensitiveNames = once(() => {
    const names = new Set([...credentials, "privatekey", "pan", "cvv2", "pin"]);
    collectSensitiveNames(document, names);
    return names;
  });
  // `"name": "value"`, cut off or not, and `name=value`.
  const pairs = once(() => {
    const names = [...sensitiveNames()].map((name) => name.replace(/[^a-z0-9_-]/g, "\\$&")).join("|");
    return new RegExp(
      `("(?:${names})"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|[^\\s,}\\]]+)|\\b((?:${names})=)[^&\\s]*`,
      "gi",
    );
  });

  function redact(value: unknown, depth: number): unknown {
    if (typeof value === "string") return maskCardNumbers(value);
    if (typeof value === "number") return maskCardNumbers(String(value)) === mask ? mask : value;
    if (typeof value !== "object" || value === null) return value;
    if (depth > deepest) return "[too deep]";
    if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1));
    const entries = Object.entries(value).map(([name, entry]) => [name, named(name, entry, depth)]);
    return Object.fromEntries(entries);
  }

  function named(name: string, value: unknown, depth: number): unknown {
    return sensitiveNames().has(name.toLowerCase()) ? mask : redact(value, depth + 1);
  }

  return {
    value: (value, name) => (name === undefined ? redact(value, 0) : named(name, value, 0)),
    unparsed: (text) =>
      maskCardNumbers(text.replace(pairs(), (_, json = "", _value, form = "") => `${json}${form}${mask}`)),
    isCredential: (name) => credentials.has(name.toLowerCase()),
  };
}

/** In lower case: what HTTP has for credentials, and the API keys of the contract. */
function credentialNames(document: OpenApiDocument): ReadonlySet<string> {
  const schemes = Object.values((document.components?.securitySchemes ?? {}) as Record<string, SecurityScheme>);
  const keys = schemes
    .map((scheme) => follow<SecurityScheme>(document, scheme))
    .flatMap(({ type, name }) => (type === "apiKey" && name !== undefined ? [name.toLowerCase()] : []));
  return new Set(["authorization", "cookie", "set-cookie", ...keys]);
}

function collectSensitiveNames(value: unknown, names: Set<string>, ownName?: string): void {
  if (typeof value !== "object" || value === null) return;
  const object = value as Record<string, unknown>;
  const sensitivity = object["x-sensitive"];
  if (typeof sensitivity === "string" && sensitivity !== "none") {
    const name = typeof object.name === "string" ? object.name : ownName;
    if (name) names.add(name.toLowerCase());
  }
  for (const [key, entry] of Object.entries(object)) collectSensitiveNames(entry, names, key);
}
