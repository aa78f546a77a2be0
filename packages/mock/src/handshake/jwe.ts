import { constants, createCipheriv, createDecipheriv, type KeyObject, privateDecrypt } from "node:crypto";

export const keyWraps = ["RSA1_5", "RSA-OAEP-256"] as const;
/** How the content encryption key of a card-data request may be wrapped (RFC 7518 section 4.1). */
export type KeyWrap = (typeof keyWraps)[number];

/** What came out of a card-data request. */
export interface OpenedRequest {
  /** The client's key, which the response is sealed with. */
  readonly contentKey: Buffer;
  /** `undefined` if the request carries its key and nothing else: ciphertext and tag are empty. */
  readonly plaintext: string | undefined;
}

/** One step of opening a request, and how it went. */
export interface OpeningStep {
  readonly step: "compact form" | "header" | "algorithm" | "key wrap" | "content key" | "content";
  readonly ok: boolean;
  readonly detail: string;
}

/** A request that was opened, or the steps up to the one that failed. */
export type Opening =
  | { readonly ok: true; readonly request: OpenedRequest; readonly steps: readonly OpeningStep[] }
  | { readonly ok: false; readonly steps: readonly OpeningStep[] };

class StepFailed extends Error {}

/**
 * Opens a compact JWE (RFC 7516 section 5.2) whose content key is wrapped for `key`, and tells what happened at each
 * step. Only A256GCM and the given wraps are accepted. A request that carries its key and nothing else is accepted, too.
 */
export function openRequest(jwe: string, key: KeyObject, wraps: readonly KeyWrap[]): Opening {
  const steps: OpeningStep[] = [];
  function attempt<Value>(step: OpeningStep["step"], run: () => [Value, string]): Value {
    try {
      const [value, detail] = run();
      steps.push({ step, ok: true, detail });
      return value;
    } catch (error) {
      steps.push({ step, ok: false, detail: error instanceof StepFailed ? error.message : "cannot be done" });
      throw error;
    }
  }

  try {
    const parts = attempt("compact form", () => splitCompact(jwe));
    const header = attempt("header", () => parseHeader(parts[0]));
    const wrap = attempt("algorithm", () => checkAlgorithms(header, wraps));
    const wrapped = Buffer.from(parts[1], "base64url");
    const unwrapped = attempt("key wrap", () => unwrap(wrap, key, wrapped));
    const contentKey = attempt("content key", () => checkContentKey(unwrapped));
    const plaintext = attempt("content", () => decrypt(parts, contentKey));
    return { ok: true, request: { contentKey, plaintext }, steps };
  } catch {
    return { ok: false, steps };
  }
}

/** Seals a text as a compact JWE with `alg: dir` and `enc: A256GCM` under a key that both sides have. */
export function sealResponse(plaintext: string, contentKey: Buffer, initialisationVector: Uint8Array): string {
  const header = Buffer.from(JSON.stringify({ alg: "dir", enc: "A256GCM" })).toString("base64url");
  const cipher = createCipheriv("aes-256-gcm", contentKey, initialisationVector);
  cipher.setAAD(Buffer.from(header, "ascii"));
  const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  const encoded = [initialisationVector, ciphertext, cipher.getAuthTag()].map((part) =>
    Buffer.from(part).toString("base64url"),
  );
  return [header, "", ...encoded].join(".");
}

type CompactParts = [header: string, key: string, initialisationVector: string, ciphertext: string, tag: string];

function splitCompact(jwe: string): [CompactParts, string] {
  const parts = jwe.trim().split(".");
  if (parts.length !== 5) throw new StepFailed(`has ${parts.length} parts between dots instead of 5`);
  const odd = parts.findIndex((part) => !/^[A-Za-z0-9_-]*$/.test(part));
  if (odd !== -1) throw new StepFailed(`part ${odd + 1} is not base64url without padding`);
  return [parts as CompactParts, "five base64url parts"];
}

function parseHeader(part: string): [Record<string, unknown>, string] {
  let header: unknown;
  try {
    header = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    throw new StepFailed("is not JSON");
  }
  if (typeof header !== "object" || header === null || Array.isArray(header))
    throw new StepFailed("is not a JSON object");
  return [header as Record<string, unknown>, Object.keys(header).join(", ")];
}

function checkAlgorithms(header: Record<string, unknown>, wraps: readonly KeyWrap[]): [KeyWrap, string] {
  const { alg, enc } = header;
  if ("crit" in header) throw new StepFailed("names critical extensions, and none is understood");
  if ("zip" in header) throw new StepFailed("compressed content is not accepted");
  if (enc !== "A256GCM") throw new StepFailed(`enc is ${JSON.stringify(enc)} instead of A256GCM`);
  const wrap = wraps.find((accepted) => accepted === alg);
  if (!wrap) throw new StepFailed(`alg is ${JSON.stringify(alg)}, accepted is ${wraps.join(" or ")}`);
  return [wrap, `alg ${wrap}, enc A256GCM`];
}

function unwrap(wrap: KeyWrap, key: KeyObject, wrapped: Buffer): [Buffer, string] {
  const modulusBytes = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  if (wrapped.length !== modulusBytes) {
    throw new StepFailed(`the wrapped key has ${wrapped.length} bytes, the RSA key ${modulusBytes}`);
  }
  try {
    const unwrapped = wrap === "RSA1_5" ? unpad(rawDecrypt(key, wrapped)) : oaepDecrypt(key, wrapped);
    return [unwrapped, `unwrapped with ${wrap}`];
  } catch {
    throw new StepFailed(`does not unwrap with ${wrap}: another public key, or another padding`);
  }
}

function rawDecrypt(key: KeyObject, wrapped: Buffer): Buffer {
  return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, wrapped);
}

function oaepDecrypt(key: KeyObject, wrapped: Buffer): Buffer {
  return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, wrapped);
}

/** Takes off the padding of RFC 8017 section 7.2.2. Not in constant time: the mock has nothing to lose by it. */
function unpad(padded: Buffer): Buffer {
  const end = padded.indexOf(0, 2);
  if (padded[0] !== 0 || padded[1] !== 2 || end < 10) throw new StepFailed("bad padding");
  return padded.subarray(end + 1);
}

function checkContentKey(contentKey: Buffer): [Buffer, string] {
  if (contentKey.length !== 32) throw new StepFailed(`has ${contentKey.length * 8} bits instead of 256`);
  return [contentKey, "256 bits"];
}

function decrypt([header, , vector, ciphertext, tag]: CompactParts, contentKey: Buffer): [string | undefined, string] {
  const initialisationVector = Buffer.from(vector, "base64url");
  if (initialisationVector.length !== 12) {
    throw new StepFailed(`the initialisation vector has ${initialisationVector.length} bytes instead of 12`);
  }
  if (ciphertext === "" && tag === "") return [undefined, "none: no ciphertext and no tag, as in the vendor's example"];
  const authenticationTag = Buffer.from(tag, "base64url");
  if (authenticationTag.length !== 16)
    throw new StepFailed(`the tag has ${authenticationTag.length} bytes instead of 16`);
  const decipher = createDecipheriv("aes-256-gcm", contentKey, initialisationVector);
  decipher.setAAD(Buffer.from(header, "ascii"));
  decipher.setAuthTag(authenticationTag);
  try {
    const text = Buffer.concat([decipher.update(Buffer.from(ciphertext, "base64url")), decipher.final()]).toString(
      "utf8",
    );
    return [text, `${text.length} characters`];
  } catch {
    throw new StepFailed("the tag does not fit: other content key, header or ciphertext");
  }
}
