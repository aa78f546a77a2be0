import { sealedFields } from "./generated/card-data.gen.ts";
import { createSecret, type Secret } from "./secret.ts";

interface SecretString {
  readonly name: string;
  /** 1 for a member of the outermost object. */
  readonly depth: number;
  /** The bytes between the quotes: a view, not a copy. */
  readonly value: Uint8Array<ArrayBuffer>;
}

const ascii = {
  quote: 0x22,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  bracket: 0x5b,
  backslash: 0x5c,
  closingBracket: 0x5d,
  brace: 0x7b,
  closingBrace: 0x7d,
} as const;
const whitespace: readonly number[] = [0x20, 0x09, 0x0a, 0x0d];
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const secretNames: readonly string[] = Object.keys(sealedFields);

/**
 * Reads a JSON object some of whose members are secret. The digits of a secret are copied from the bytes into a `Secret`
 * and overwritten in place before the rest becomes text for the JSON parser, so that no string ever holds them.
 *
 * @returns `undefined` if it is not an object, holds no secret, or holds a secret that is not a string of digits.
 */
export function openFields(bytes: Uint8Array<ArrayBuffer>): Record<string, unknown> | undefined {
  const secrets = new Map<string, Secret>();
  try {
    const fields = takeSecrets(bytes, secrets) && secrets.size > 0 ? parseObject(bytes) : undefined;
    if (fields !== undefined && secretNames.every((name) => Object.hasOwn(fields, name) === secrets.has(name))) {
      for (const [name, secret] of secrets) fields[name] = secret;
      return fields;
    }
  } catch {
    // Not JSON, or not UTF-8. The caller treats both as a response that cannot be opened.
  }
  for (const secret of secrets.values()) secret.dispose();
  return undefined;
}

function takeSecrets(bytes: Uint8Array<ArrayBuffer>, secrets: Map<string, Secret>): boolean {
  for (const { name, depth, value } of secretStrings(bytes)) {
    if (depth !== 1 || secrets.has(name) || !value.every((byte) => byte >= ascii.zero && byte <= ascii.nine))
      return false;
    secrets.set(name, createSecret(value));
    value.fill(ascii.zero);
  }
  return true;
}

function parseObject(bytes: Uint8Array<ArrayBuffer>): Record<string, unknown> | undefined {
  const parsed: unknown = JSON.parse(strictUtf8.decode(bytes));
  return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Record<string, unknown>)
    : undefined;
}

/** Every string value of a member with a secret's name, at any depth. */
function secretStrings(bytes: Uint8Array<ArrayBuffer>): SecretString[] {
  const found: SecretString[] = [];
  let depth = 0;
  let name: string | undefined;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === ascii.brace || byte === ascii.bracket) depth += 1;
    else if (byte === ascii.closingBrace || byte === ascii.closingBracket) depth -= 1;
    else if (byte === ascii.quote) {
      const end = endOfString(bytes, at);
      if (isName(bytes, end)) name = secretName(bytes, at + 1, end);
      else if (name !== undefined) found.push({ name, depth, value: bytes.subarray(at + 1, end) });
      at = end;
    }
  }
  return found;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== ascii.quote) at += bytes[at] === ascii.backslash ? 2 : 1;
  return at;
}

function isName(bytes: Uint8Array, end: number): boolean {
  let at = end + 1;
  while (whitespace.includes(bytes[at] ?? 0)) at += 1;
  return bytes[at] === ascii.colon;
}

function secretName(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = "";
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  // A name written with escapes is the same name.
  const name = text.includes("\\") ? String(JSON.parse(`"${text}"`)) : text;
  return secretNames.includes(name) ? name : undefined;
}
