import { secretFields } from "./generated/card-data.ts";
import { createSecret, type Secret } from "./secret.ts";

interface StringMember {
  readonly name: string;
  /** 1 for a member of the outermost object. */
  readonly depth: number;
  /** What stands between the quotes: a view, not a copy. */
  readonly value: Uint8Array<ArrayBuffer>;
}

const quote = 0x22;
const zero = 0x30;
const nine = 0x39;
const secretNames: readonly string[] = secretFields;

/**
 * Reads a JSON object of which some members are secret. The digits of a secret go from the bytes straight into a
 * `Secret` and are overwritten in place before the rest becomes text for the JSON parser, so no string of them is made.
 *
 * @returns `undefined` if it is not an object, or if anything under a secret's name is not one string of digits.
 */
export function openFields(bytes: Uint8Array<ArrayBuffer>): Record<string, unknown> | undefined {
  const secrets = new Map<string, Secret>();
  try {
    const fields = takeSecrets(bytes, secrets) ? parseObject(bytes) : undefined;
    if (fields !== undefined && secretNames.every((name) => Object.hasOwn(fields, name) === secrets.has(name))) {
      return Object.assign(fields, Object.fromEntries(secrets));
    }
  } catch {
    // Not JSON, or not UTF-8: whoever asks learns no more than that it is not an answer.
  }
  for (const secret of secrets.values()) secret.dispose();
  return undefined;
}

function takeSecrets(bytes: Uint8Array<ArrayBuffer>, secrets: Map<string, Secret>): boolean {
  for (const { name, depth, value } of stringMembers(bytes)) {
    if (!secretNames.includes(name)) continue;
    if (depth !== 1 || secrets.has(name) || !value.every((byte) => byte >= zero && byte <= nine)) return false;
    secrets.set(name, createSecret(value));
    value.fill(zero);
  }
  return true;
}

function parseObject(bytes: Uint8Array<ArrayBuffer>): Record<string, unknown> | undefined {
  const parsed: unknown = JSON.parse(textOf(bytes));
  return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined;
}

function* stringMembers(bytes: Uint8Array<ArrayBuffer>): Generator<StringMember> {
  let depth = 0;
  let name: string | undefined;
  for (let at = 0; at < bytes.length; at += 1) {
    const character = String.fromCharCode(bytes[at] ?? 0);
    if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    else if (character === '"') {
      const end = endOfString(bytes, at);
      if (isName(bytes, end)) name = String(JSON.parse(textOf(bytes.subarray(at, end + 1))));
      else if (name !== undefined) yield { name, depth, value: bytes.subarray(at + 1, end) };
      at = end;
    }
  }
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}

function isName(bytes: Uint8Array, end: number): boolean {
  let at = end + 1;
  while ([0x20, 0x09, 0x0a, 0x0d].includes(bytes[at] ?? 0)) at += 1;
  return bytes[at] === 0x3a;
}

function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
