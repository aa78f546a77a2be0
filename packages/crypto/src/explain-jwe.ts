import { decodeProtectedHeader } from "jose/decode/protected_header";
import { isBase64url, ivBytes, tagBytes } from "./compact-jwe.ts";

/** What can be wrong with a JWE, as far as it can be seen without a key. */
export type JweProblemCode =
  | "parts"
  | "base64url"
  | "header"
  | "alg"
  | "enc"
  | "zip"
  | "crit"
  | "key-size"
  | "iv-length"
  | "tag-length";

/** One thing that is wrong, for a developer to read. */
export interface JweProblem {
  readonly code: JweProblemCode;
  readonly message: string;
}

/** The findings of `explainJwe`. */
export interface JweExplanation {
  /** Whether nothing was found. */
  readonly ok: boolean;
  /** The protected header, which is not encrypted; `undefined` if it cannot be read. */
  readonly header: Readonly<Record<string, unknown>> | undefined;
  /** Length in bytes of the encrypted key, IV, ciphertext and tag; `undefined` if there are not five parts. */
  readonly bytes: Readonly<Record<"encryptedKey" | "iv" | "ciphertext" | "tag", number>> | undefined;
  readonly problems: readonly JweProblem[];
}

const partNames = ["header", "encrypted key", "IV", "ciphertext", "tag"];

/**
 * Says what is wrong with the JWE of a request or a response, as far as it can be seen without a key. It is for a
 * developer who got `ERR_CARD_DATA_REFUSED`, which gives no reason. Sessions and servers make their own checks.
 */
export function explainJwe(text: string): JweExplanation {
  const parts = text.trim().split(".");
  if (parts.length !== partNames.length) {
    const message = `A compact JWE must have five parts separated by dots (RFC 7516 section 7.1); this has ${parts.length}.`;
    return { ok: false, header: undefined, bytes: undefined, problems: [{ code: "parts", message }] };
  }
  const [encryptedKey = 0, iv = 0, ciphertext = 0, tag = 0] = parts.slice(1).map((part) => (part.length * 3) >> 2);
  const header = readHeader(text);
  const problems = [
    ...encodingProblems(parts),
    ...(header ? headerProblems(header) : [problem("header", "The header must be a JSON object in base64url.")]),
    ...(header ? keyProblems(header.alg, encryptedKey) : []),
    ...lengthProblem("iv-length", "IV", iv, ivBytes),
    ...lengthProblem("tag-length", "tag", tag, tagBytes),
  ];
  return { ok: problems.length === 0, header, bytes: { encryptedKey, iv, ciphertext, tag }, problems };
}

function readHeader(text: string): Record<string, unknown> | undefined {
  try {
    return { ...decodeProtectedHeader(text.trim()) };
  } catch {
    return undefined;
  }
}

function encodingProblems(parts: readonly string[]): JweProblem[] {
  return parts.flatMap((part, index) =>
    isBase64url(part)
      ? []
      : [problem("base64url", `The ${partNames[index]} must be canonical base64url without padding.`)],
  );
}

function headerProblems({ alg, enc, zip, crit }: Record<string, unknown>): JweProblem[] {
  const problems: JweProblem[] = [];
  if (!["RSA1_5", "RSA-OAEP-256", "dir"].includes(alg as string)) {
    problems.push(
      problem("alg", `alg is ${quoted(alg)}; it must be RSA1_5 or RSA-OAEP-256 in a request, dir in a response.`),
    );
  }
  if (enc !== "A256GCM") problems.push(problem("enc", `enc is ${quoted(enc)}; it must be A256GCM.`));
  if (zip !== undefined) problems.push(problem("zip", "zip must not be set."));
  if (crit !== undefined) problems.push(problem("crit", "crit must not be set."));
  return problems;
}

function keyProblems(alg: unknown, bytes: number): JweProblem[] {
  if (alg === "dir") {
    return bytes === 0
      ? []
      : [problem("key-size", `With dir the encrypted key must be empty; this has ${bytes} bytes.`)];
  }
  if (bytes >= 256) return [];
  return [problem("key-size", `The encrypted key has ${bytes * 8} bits; it must have at least 2048.`)];
}

function lengthProblem(code: JweProblemCode, name: string, bytes: number, expected: number): JweProblem[] {
  return bytes === expected ? [] : [problem(code, `The ${name} has ${bytes} bytes; it must have ${expected}.`)];
}

function problem(code: JweProblemCode, message: string): JweProblem {
  return { code, message };
}

function quoted(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 40);
}
