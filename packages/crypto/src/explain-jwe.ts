import { decodeProtectedHeader } from "jose/decode/protected_header";
import { isBase64url, ivBytes, tagBytes } from "./compact-jwe.ts";

/** What can be wrong with a JWE as far as it shows without a key. */
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

/** One thing that is wrong, in words for a developer. */
export interface JweProblem {
  readonly code: JweProblemCode;
  readonly message: string;
}

/** What `explainJwe` found. */
export interface JweExplanation {
  /** Whether nothing is wrong that shows without a key. */
  readonly ok: boolean;
  /** The protected header, if it can be read. It is not encrypted. */
  readonly header: Readonly<Record<string, unknown>> | undefined;
  /** Length in bytes of the encrypted key, IV, ciphertext and tag, if there are five parts. */
  readonly bytes: Readonly<Record<"encryptedKey" | "iv" | "ciphertext" | "tag", number>> | undefined;
  readonly problems: readonly JweProblem[];
}

const partNames = ["header", "encrypted key", "IV", "ciphertext", "tag"];

/**
 * Says what is wrong with a JWE of this exchange, request or answer, without a key: for the developer who was told no
 * more than that it was refused. Never decides anything: sessions and servers have checks of their own.
 */
export function explainJwe(text: string): JweExplanation {
  const parts = text.trim().split(".");
  if (parts.length !== partNames.length) {
    const message = `A compact JWE has five parts with dots between them (RFC 7516 section 7.1); this has ${parts.length}.`;
    return { ok: false, header: undefined, bytes: undefined, problems: [{ code: "parts", message }] };
  }
  const [encryptedKey = 0, iv = 0, ciphertext = 0, tag = 0] = parts.slice(1).map((part) => (part.length * 3) >> 2);
  const header = readHeader(text);
  const problems = [
    ...encodingProblems(parts),
    ...(header ? headerProblems(header) : [problem("header", "The header is not a JSON object in base64url.")]),
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
      : [problem("base64url", `The ${partNames[index]} is not canonical base64url without padding.`)],
  );
}

function headerProblems({ alg, enc, zip, crit }: Record<string, unknown>): JweProblem[] {
  const problems: JweProblem[] = [];
  if (!["RSA1_5", "RSA-OAEP-256", "dir"].includes(alg as string)) {
    problems.push(problem("alg", `alg is ${quoted(alg)}: a request has RSA1_5 or RSA-OAEP-256, an answer dir.`));
  }
  if (enc !== "A256GCM") problems.push(problem("enc", `enc is ${quoted(enc)}: it must be A256GCM.`));
  if (zip !== undefined) problems.push(problem("zip", "zip is set: nothing is compressed in this exchange."));
  if (crit !== undefined) problems.push(problem("crit", "crit is set: no extension is understood in this exchange."));
  return problems;
}

function keyProblems(alg: unknown, bytes: number): JweProblem[] {
  if (alg === "dir") {
    return bytes === 0 ? [] : [problem("key-size", `With dir the encrypted key is empty; this has ${bytes} bytes.`)];
  }
  if (bytes >= 256) return [];
  return [problem("key-size", `The encrypted key has ${bytes * 8} bits: the RSA key behind it has at least 2048.`)];
}

function lengthProblem(code: JweProblemCode, name: string, bytes: number, expected: number): JweProblem[] {
  return bytes === expected ? [] : [problem(code, `The ${name} has ${bytes} bytes: A256GCM takes ${expected}.`)];
}

function problem(code: JweProblemCode, message: string): JweProblem {
  return { code, message };
}

function quoted(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 40);
}
