import { assertDuration, assertOptions } from "./assert-options.ts";
import { answerRefused } from "./card-data-error.ts";
import type { CardDataKey } from "./card-data-key.ts";
import type { Clock } from "./clock.ts";
import { type DirectJwe, ivBytes, splitDirectJwe, tagBytes } from "./compact-jwe.ts";
import type { EncryptionKey, SealedRequest } from "./generated/card-data.gen.ts";
import { openFields } from "./open-fields.ts";
import { assertKeyWrap, type KeyWrap, sealContent } from "./seal-content.ts";
import type { AnyCardData, OpenedCardData, SealedCardData } from "./sealed-card-data.ts";
import { utf8Bytes } from "./utf8.ts";

/** The profile of a session: nothing in it is guessed, and nothing falls back to anything else. */
export interface CardDataSessionOptions {
  /** How the session's key is wrapped for the server. Default: `RSA1_5`, which the vendor's card guide documents. */
  keyWrap?: KeyWrap;
  /**
   * What the nonce of the answer must be. `echo`: the nonce that the request carried. An answer sealed under the
   * session's key may leave it out, since the key already ties it to the request; a JSON answer may not. `unchecked`:
   * anything, for a server that issues nonces of its own. Default: `echo`.
   */
  nonce?: "echo" | "unchecked";
  /**
   * Which documented forms of the answer are opened. `jwe`: only one sealed under the session's key. `jwe-or-json`:
   * also plain JSON fields, which whoever forwards the answer can read and write. Default: `jwe-or-json`.
   */
  answer?: "jwe" | "jwe-or-json";
  /** How long after its making the session opens an answer, in milliseconds. Default: 60,000. */
  ttlMs?: number;
  /** Tells the time. Default: the machine's clock. */
  clock?: Clock;
}

/** One key, one request, one answer. */
export interface CardDataSession {
  /** What to send: spread it into the arguments of `cardData.details` or `cardData.pin`. It may be sent again. */
  readonly request: SealedRequest;
  /**
   * Opens the answer to the request, once: whatever the outcome, the session is over.
   *
   * @param sealed What the client returned, or the text of the answer's body.
   * @throws CardDataError always the same one, if the answer is not for this session, was changed, is late, is a
   * second one, or does not fit the profile.
   */
  open<Fields>(sealed: SealedCardData<Fields>): Promise<OpenedCardData<Fields>>;
  open<Fields = AnyCardData>(sealed: string): Promise<OpenedCardData<Fields>>;
  /** Drops the key: nothing will be opened any more. */
  close(): void;
}

const where = "createCardDataSession()";
const optionNames = ["keyWrap", "nonce", "answer", "ttlMs", "clock"];

// Stands in for what is not even a JWE, so that every answer that is refused has cost one decryption.
const decoy: DirectJwe = {
  aad: new Uint8Array(),
  iv: new Uint8Array(ivBytes),
  sealed: new Uint8Array(tagBytes),
};

/**
 * Makes a session: a fresh content encryption key, sealed for the server, which the answer will come back under. Works
 * wherever Web Crypto does; make it in the holder's browser, so that nobody in between can read the answer.
 *
 * @param key The answer of `cardData.encryptionKey`, or, to read it only once, what `importCardDataKey` made of it.
 * @throws KeyRefusedError if the key is too weak or not readable.
 * @throws TypeError for an unknown option or a value that it cannot have.
 */
export async function createCardDataSession(
  key: EncryptionKey | CardDataKey,
  options: CardDataSessionOptions = {},
): Promise<CardDataSession> {
  const { keyWrap, nonce: noncePolicy, answer, ttlMs, clock } = readOptions(options);
  const nonce = crypto.randomUUID();
  const sealed = await sealContent(key, keyWrap, utf8Bytes(JSON.stringify({ nonce })));
  const expiresAt = clock.now() + ttlMs;
  let contentKey: CryptoKey | undefined = sealed.contentKey;

  async function open<Fields>(given: SealedCardData<Fields> | string): Promise<OpenedCardData<Fields>> {
    const text = answerText(given);
    const openingKey = contentKey;
    contentKey = undefined;
    if (openingKey === undefined || clock.now() >= expiresAt) throw answerRefused();
    const plain = answer === "jwe" ? undefined : readPlain(text);
    const fields = plain ?? (await decryptFields(text, openingKey));
    const mustEcho = noncePolicy === "echo" && (plain !== undefined || fields?.nonce !== undefined);
    if (fields === undefined || (mustEcho && fields.nonce !== nonce)) throw answerRefused();
    return fields as OpenedCardData<Fields>;
  }

  return Object.freeze({
    request: sealed.request,
    open,
    close: () => {
      contentKey = undefined;
    },
  });
}

function readOptions(options: CardDataSessionOptions): Required<CardDataSessionOptions> {
  assertOptions(options, optionNames, where);
  const { keyWrap = "RSA1_5", nonce = "echo", answer = "jwe-or-json", ttlMs = 60_000, clock = Date } = options;
  assertKeyWrap(keyWrap, where);
  assertDuration(ttlMs, "ttlMs", where);
  if (nonce !== "echo" && nonce !== "unchecked") throw new TypeError(`${where}: nonce must be echo or unchecked`);
  if (answer !== "jwe" && answer !== "jwe-or-json") throw new TypeError(`${where}: answer must be jwe or jwe-or-json`);
  return { keyWrap, nonce, answer, ttlMs, clock };
}

function answerText(sealed: SealedCardData | string): string {
  const text: unknown = typeof sealed === "string" ? sealed : sealed["~unseal"]();
  if (typeof text !== "string") throw new TypeError("open(): the answer must be text or what the client returned");
  const trimmed = text.trim();
  // A compact JWE that travelled as a JSON string: its alphabet needs no escapes, so only the quotes go.
  return trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
}

function readPlain(text: string): Record<string, unknown> | undefined {
  return text.startsWith("{") ? openFields(utf8Bytes(text)) : undefined;
}

async function decryptFields(text: string, key: CryptoKey): Promise<Record<string, unknown> | undefined> {
  const { aad, iv, sealed } = splitDirectJwe(text) ?? decoy;
  try {
    const plaintext = new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: aad }, key, sealed),
    );
    const fields = openFields(plaintext);
    plaintext.fill(0);
    return fields;
  } catch {
    // The tag does not fit. Why is not for anybody to know.
    return undefined;
  }
}
