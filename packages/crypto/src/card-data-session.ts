import { assertDuration, assertOptions } from "./assert-options.ts";
import { createNotOpenedError } from "./card-data-error.ts";
import type { CardDataKey } from "./card-data-key.ts";
import type { Clock } from "./clock.ts";
import { type DirectJwe, ivBytes, splitDirectJwe, tagBytes } from "./compact-jwe.ts";
import type { EncryptionKey, SealedRequest } from "./generated/card-data.gen.ts";
import { openFields } from "./open-fields.ts";
import { assertKeyWrap, type KeyWrap, sealContent } from "./seal-content.ts";
import type { AnyCardData, OpenedCardData, SealedCardData } from "./sealed-card-data.ts";
import { utf8Bytes } from "./utf8.ts";

/** Encryption settings of a session. Each is used as given: no other one is tried if it fails. */
export interface CardDataSessionOptions {
  /**
   * How the session's key is wrapped for the server. The default is what the vendor's card guide documents.
   * @default "RSA1_5"
   */
  keyWrap?: KeyWrap;
  /**
   * What the nonce of the response must be. `echo`: the nonce of the request. A response sealed under the session's key
   * may leave it out, because the key already ties it to the request; a JSON response may not. `unchecked`: any nonce,
   * for a server that makes its own.
   * @default "echo"
   */
  nonce?: "echo" | "unchecked";
  /**
   * Which documented forms of the response are opened. `jwe`: only a JWE sealed under the session's key.
   * `jwe-or-json`: also plain JSON, which everyone who forwards the response can read and change.
   * @default "jwe-or-json"
   */
  answer?: "jwe" | "jwe-or-json";
  /**
   * How long the session opens a response after it was created, in milliseconds. A finite number > 0.
   * @default 60_000
   */
  ttlMs?: number;
  /**
   * Source of the time, for tests.
   * @default Date
   */
  clock?: Clock;
}

/** One key for one request and its one response. */
export interface CardDataSession {
  /** Spread this into the arguments of `cardData.details` or `cardData.pin`. The same request may be sent again. */
  readonly request: SealedRequest;
  /**
   * Opens the response to the request. This works once: afterwards the session is closed, also if it failed.
   *
   * @param sealed What the client returned, or the text of the response body.
   * @throws CardDataError, always the same, if the response is not for this session, was changed, is late, is a second
   * one, or is in a form that this session does not accept.
   */
  open<Fields>(sealed: SealedCardData<Fields>): Promise<OpenedCardData<Fields>>;
  open<Fields = AnyCardData>(sealed: string): Promise<OpenedCardData<Fields>>;
  /** Drops the key. Nothing can be opened afterwards. */
  close(): void;
}

const where = "createCardDataSession()";
const optionNames = ["keyWrap", "nonce", "answer", "ttlMs", "clock"];

// Decrypted in place of text that is not a JWE, so that every response that is not opened costs one decryption.
const emptyJwe: DirectJwe = {
  aad: new Uint8Array(),
  iv: new Uint8Array(ivBytes),
  sealed: new Uint8Array(tagBytes),
};

/**
 * Creates a session: a new content encryption key, sealed for the server, which encrypts the response with it. Works
 * wherever Web Crypto does. Create it in the holder's browser, so that nobody in between can read the response.
 *
 * @param key The response of `cardData.encryptionKey`, or the result of `importCardDataKey` to read a key only once.
 * @throws KeyRefusedError if the key is too weak or not readable.
 * @throws TypeError for an unknown option or a wrong value.
 */
export async function createCardDataSession(
  key: EncryptionKey | CardDataKey,
  options: CardDataSessionOptions = {},
): Promise<CardDataSession> {
  const { keyWrap, nonce: noncePolicy, answer, ttlMs, clock } = readOptions(options);
  const nonce = crypto.randomUUID();
  const sealed = await sealContent(key, { keyWrap, where }, utf8Bytes(JSON.stringify({ nonce })));
  const expiresAt = clock.now() + ttlMs;
  let contentKey: CryptoKey | undefined = sealed.contentKey;

  async function open<Fields>(given: SealedCardData<Fields> | string): Promise<OpenedCardData<Fields>> {
    const text = responseText(given);
    const openingKey = contentKey;
    contentKey = undefined;
    if (openingKey === undefined || clock.now() >= expiresAt) throw createNotOpenedError();
    const plain = answer === "jwe" ? undefined : readPlain(text);
    const fields = plain ?? (await decryptFields(text, openingKey));
    const mustEcho = noncePolicy === "echo" && (plain !== undefined || fields?.nonce !== undefined);
    if (fields === undefined || (mustEcho && fields.nonce !== nonce)) throw createNotOpenedError();
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
  if (nonce !== "echo" && nonce !== "unchecked") {
    throw new TypeError(`${where}: nonce must be "echo" or "unchecked"`);
  }
  if (answer !== "jwe" && answer !== "jwe-or-json") {
    throw new TypeError(`${where}: answer must be "jwe" or "jwe-or-json"`);
  }
  return { keyWrap, nonce, answer, ttlMs, clock };
}

function responseText(sealed: SealedCardData | string): string {
  const text: unknown = typeof sealed === "string" ? sealed : sealed["~unseal"]();
  if (typeof text !== "string") throw new TypeError("open(): sealed must be a string or what the client returned");
  const trimmed = text.trim();
  // A compact JWE may come as a JSON string. Its characters need no escapes, so only the quotes are removed.
  return trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
}

function readPlain(text: string): Record<string, unknown> | undefined {
  return text.startsWith("{") ? openFields(utf8Bytes(text)) : undefined;
}

async function decryptFields(text: string, key: CryptoKey): Promise<Record<string, unknown> | undefined> {
  const { aad, iv, sealed } = splitDirectJwe(text) ?? emptyJwe;
  try {
    const plaintext = new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: aad }, key, sealed),
    );
    const fields = openFields(plaintext);
    plaintext.fill(0);
    return fields;
  } catch {
    // Authentication failed. The reason is withheld on purpose: see CardDataError.
    return undefined;
  }
}
