import { decode } from "jose/base64url";
import { isBase64url, ivBytes, longestResponse, tagBytes } from "./compact-jwe.ts";
import { isPlainJson, withoutQuotes } from "./response-text.ts";
import { utf8Text } from "./utf8.ts";

/** What can be wrong with a JWE, as far as it can be seen without a key. */
export type JweProblemCode =
  | "plain-json"
  | "parts"
  | "length"
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

/** Which side made a JWE. */
export type JweKind = "request" | "response";

/** The findings of `explainJwe`. */
export interface JweExplanation {
  /** Whether nothing was found. */
  readonly ok: boolean;
  /** `key-only`: a request that carries a wrapped key and nothing else; `undefined` if it is not a compact JWE. */
  readonly form: "jwe" | "key-only" | undefined;
  /** The protected header, which is not encrypted; `undefined` if it cannot be read. */
  readonly header: Readonly<Record<string, unknown>> | undefined;
  /** Length in bytes of the encrypted key, IV, ciphertext and tag; `undefined` if there are not five parts. */
  readonly bytes: Readonly<Record<"encryptedKey" | "iv" | "ciphertext" | "tag", number>> | undefined;
  readonly problems: readonly JweProblem[];
}

type Check = readonly [isWrong: boolean, code: JweProblemCode, message: string];

const partNames = ["header", "encrypted key", "IV", "ciphertext", "tag"];
const algorithms: Record<JweKind, readonly unknown[]> = { request: ["RSA1_5", "RSA-OAEP-256"], response: ["dir"] };

/**
 * Says what is wrong with the JWE of a request or a response, as far as it can be seen without a key. It is for a
 * developer who got `ERR_CARD_DATA_REFUSED`, whose message says the same of a response. Sessions and servers make their
 * own checks.
 *
 * @param text A `request.encryptedPayload`, or the body of a response.
 * @param kind Which of the two it is. Default: what its `alg` says.
 */
export function explainJwe(text: string, kind?: JweKind): JweExplanation {
  const jwe = withoutQuotes(text);
  const parts = jwe.split(".");
  const isPlain = isPlainJson(jwe);
  if (isPlain || parts.length !== partNames.length) {
    const problems = problemsOf([
      [
        isPlain,
        "plain-json",
        "This is plain JSON, which the frame refuses, and a session with acceptPlainJson: false.",
      ],
      [!isPlain, "parts", `A compact JWE must have five parts separated by dots; this has ${parts.length}.`],
    ]);
    return { ok: false, form: undefined, header: undefined, bytes: undefined, problems };
  }
  const [encryptedKey = 0, iv = 0, ciphertext = 0, tag = 0] = parts.slice(1).map((part) => (part.length * 3) >> 2);
  const header = readHeader(parts[0]);
  const { alg } = header ?? {};
  const isKeyOnly = (kind ?? "request") === "request" && alg !== "dir" && ciphertext + tag === 0;
  const problems = problemsOf([
    [
      jwe.length > longestResponse,
      "length",
      `It has ${jwe.length} characters; it must have at most ${longestResponse}.`,
    ],
    ...parts.map((part, index): Check => {
      return [!isBase64url(part), "base64url", `The ${partNames[index]} must be canonical base64url without padding.`];
    }),
    [!header, "header", "The header must be a JSON object in base64url."],
    ...(header ? headerChecks(header, encryptedKey, kind) : []),
    [iv !== ivBytes, "iv-length", `The IV has ${iv} bytes; it must have ${ivBytes}.`],
    [tag !== tagBytes && !isKeyOnly, "tag-length", `The tag has ${tag} bytes; it must have ${tagBytes}.`],
  ]);
  const form = isKeyOnly ? "key-only" : "jwe";
  return { ok: problems.length === 0, form, header, bytes: { encryptedKey, iv, ciphertext, tag }, problems };
}

function headerChecks(header: Record<string, unknown>, keyBytes: number, kind: JweKind | undefined): Check[] {
  const { alg, enc, zip, crit } = header;
  const isDirect = alg === "dir";
  const known = kind ? algorithms[kind] : Object.values(algorithms).flat();
  return [
    [
      !known.includes(alg),
      "alg",
      `alg is ${quoted(alg)}; it must be RSA1_5 or RSA-OAEP-256 in a request, dir in a response.`,
    ],
    [enc !== "A256GCM", "enc", `enc is ${quoted(enc)}; it must be A256GCM.`],
    [zip !== undefined, "zip", "zip must not be set."],
    [crit !== undefined, "crit", "crit must not be set."],
    [isDirect && keyBytes > 0, "key-size", `With dir the encrypted key must be empty; this has ${keyBytes} bytes.`],
    [
      !isDirect && keyBytes < 256,
      "key-size",
      `The encrypted key has ${keyBytes * 8} bits; it must have at least 2048.`,
    ],
  ];
}

function problemsOf(checks: readonly Check[]): JweProblem[] {
  return checks.filter(([isWrong]) => isWrong).map(([, code, message]) => ({ code, message }));
}

function readHeader(part = ""): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(utf8Text(decode(part)));
    return typeof header === "object" && header && !Array.isArray(header) ? { ...header } : undefined;
  } catch {
    return undefined;
  }
}

function quoted(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 40);
}
