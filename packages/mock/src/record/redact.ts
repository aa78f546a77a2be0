import type { OpenApiDocument } from "../contract/document.ts";
import { once } from "../once.ts";

const mask = "[redacted]";
const deepest = 12;

/**
 * Makes a function that copies a value with everything masked that the contract calls sensitive (`x-sensitive` other
 * than `none`), by name, and every credential in a header.
 */
export function createRedactor(document: OpenApiDocument): (value: unknown) => unknown {
  const sensitiveNames = once(() => {
    const names = new Set(["authorization", "cookie", "set-cookie", "privatekey", "pan", "cvv2", "pin"]);
    collectSensitiveNames(document, names);
    return names;
  });
  return (value) => redact(value, sensitiveNames(), 0);
}

function redact(value: unknown, names: ReadonlySet<string>, depth: number): unknown {
  if (typeof value === "string") return maskForm(value, names);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return "[too deep]";
  if (Array.isArray(value)) return value.map((entry) => redact(entry, names, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    copy[key] = names.has(key.toLowerCase()) ? mask : redact(entry, names, depth + 1);
  }
  return copy;
}

/** A form body is text; its fields are masked one by one. */
function maskForm(text: string, names: ReadonlySet<string>): string {
  if (!/^[\w.-]+=/.test(text)) return text;
  const fields = text.split("&").map((field) => {
    const name = field.slice(0, field.indexOf("="));
    return names.has(name.toLowerCase()) ? `${name}=${mask}` : field;
  });
  return fields.join("&");
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
