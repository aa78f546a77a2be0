import type { CardDataRefusedError } from "./card-data-error.ts";
import { neededSecrets, sealedFields } from "./generated/card-data.gen.ts";
import { refusedCardData } from "./refused-card-data.ts";
import { createSecret, isSecret, type Secret } from "./secret.ts";
import { utf8Text } from "./utf8.ts";

interface SecretString {
  readonly name: string;
  /** 1 for a member of the outermost object. */
  readonly depth: number;
  /** The bytes between the quotes: a view, not a copy. */
  readonly value: Uint8Array<ArrayBuffer>;
}

// ASCII.
const quote = 0x22;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const bracket = 0x5b;
const backslash = 0x5c;
const closingBracket = 0x5d;
const brace = 0x7b;
const closingBrace = 0x7d;
const whitespace: readonly number[] = [0x20, 0x09, 0x0a, 0x0d];
const secretNames: readonly string[] = Object.keys(sealedFields);

/**
 * Reads a JSON object some of whose members are secret, and zeroes the bytes. The digits of a secret are copied from the
 * bytes into a `Secret` and overwritten in place before the rest becomes text for the JSON parser, so that no string
 * ever holds them. A secret member that is `null` stays `null`.
 *
 * @throws CardDataRefusedError if it is not an object, has neither a card number nor a PIN, or holds a secret that is not a
 * string of digits.
 */
export function openFields(bytes: Uint8Array<ArrayBuffer>): Record<string, unknown> {
  const secrets = new Map<string, Secret>();
  try {
    takeSecrets(bytes, secrets);
    const fields = parseObject(bytes);
    for (const name of secretNames) putSecret(fields, name, secrets.get(name));
    if (!neededSecrets.some((names) => names.every((name) => secrets.has(name))))
      throw refused(`it must have ${neededSecrets.join(" or ")}`);
    return fields;
  } catch (error) {
    for (const secret of secrets.values()) secret.dispose();
    throw error;
  } finally {
    bytes.fill(0);
  }
}

/** Disposes every secret among the fields of an opened response. */
export function disposeSecrets(fields: object): void {
  for (const value of Object.values(fields)) if (isSecret(value)) value.dispose();
}

function takeSecrets(bytes: Uint8Array<ArrayBuffer>, secrets: Map<string, Secret>): void {
  for (const { name, depth, value } of secretStrings(bytes)) {
    if (depth !== 1) throw refused(`${name} stands inside another field`);
    if (secrets.has(name)) throw refused(`${name} stands there twice`);
    if (value.length === 0 || !value.every((byte) => byte >= zero && byte <= nine)) throw notDigits(name);
    secrets.set(name, createSecret(value));
    value.fill(zero);
  }
}

function parseObject(bytes: Uint8Array<ArrayBuffer>): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(utf8Text(bytes));
  } catch {
    // The parser's message quotes what it read, so it is not passed on.
    throw notJson();
  }
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw refused("it is not an object");
}

function putSecret(fields: Record<string, unknown>, name: string, secret: Secret | undefined): void {
  const value = Object.hasOwn(fields, name) ? fields[name] : null;
  if (secret === undefined ? value !== null : typeof value !== "string") throw notDigits(name);
  if (secret !== undefined) fields[name] = secret;
}

function notJson(): CardDataRefusedError {
  return refused("it is not JSON");
}

function notDigits(name: string): CardDataRefusedError {
  return refused(`${name} is not a string of digits`);
}

function refused(detail: string): CardDataRefusedError {
  return refusedCardData("fields", detail);
}

/** Every string value of a member with a secret's name, at any depth. */
function secretStrings(bytes: Uint8Array<ArrayBuffer>): SecretString[] {
  const found: SecretString[] = [];
  let depth = 0;
  let name: string | undefined;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === brace || byte === bracket) depth += 1;
    else if (byte === closingBrace || byte === closingBracket) depth -= 1;
    else if (byte === quote) {
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
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}

function isName(bytes: Uint8Array, end: number): boolean {
  let at = end + 1;
  while (whitespace.includes(bytes[at] ?? 0)) at += 1;
  return bytes[at] === colon;
}

function secretName(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = "";
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  // A name written with escapes is the same name.
  const name = text.includes("\\") ? withoutEscapes(text) : text;
  return secretNames.includes(name) ? name : undefined;
}

function withoutEscapes(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    throw notJson();
  }
}
