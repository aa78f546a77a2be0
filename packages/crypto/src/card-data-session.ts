import { assertDuration, assertFunction, assertOneOf, assertOptions } from "./assert-options.ts";
import type { RefusalReason } from "./card-data-error.ts";
import type { CardDataKey } from "./card-data-key.ts";
import type { Clock } from "./clock.ts";
import type { EncryptionKey, SealedRequest } from "./generated/card-data.gen.ts";
import { disposeSecrets, openFields } from "./open-fields.ts";
import { openJwe } from "./open-jwe.ts";
import { refusedCardData } from "./refused-card-data.ts";
import { type ResponseForm, warnOfPlainJson } from "./response-form.ts";
import { isPlainJson, responseText } from "./response-text.ts";
import { type KeyWrap, keyWraps, sealContent } from "./seal-content.ts";
import type { AnyCardData, OpenedCardData, SealedCardData } from "./sealed-card-data.ts";
import { utf8Bytes } from "./utf8.ts";
import { assertWebCrypto } from "./web-crypto.ts";

/**
 * What a request carries: `jwe`, the session's key and a nonce that is encrypted with it; `key-only`, the key and nothing
 * else, with an empty ciphertext and an empty tag, as in the vendor's own examples.
 */
export type RequestForm = "jwe" | "key-only";

/** Encryption settings of a session. Each is used as given: no other one is tried if it fails. */
export interface CardDataSessionOptions {
  /**
   * How the session's key is wrapped for the server. The default is what the vendor's card guide documents.
   * @default "RSA1_5"
   */
  keyWrap?: KeyWrap;
  /**
   * What the request carries. `jwe` is a whole JWE, which any server can read that takes the key from it.
   * @default "jwe"
   */
  request?: RequestForm;
  /**
   * Whether a response in plain JSON is opened, which the vendor documents beside the JWE. Everyone who forwards it can read
   * and change it.
   * @default true
   */
  acceptPlainJson?: boolean;
  /**
   * Called with the form of a response that was accepted, before `open()` resolves. What it throws, `open()` throws.
   * @default one `console.warn` when the first plain JSON is opened
   */
  onResponseForm?: (form: ResponseForm) => void;
  /**
   * What the nonce of a response in plain JSON must be. `unchecked`: anything, because no source says that a response
   * repeats the nonce of the request. `echo`: the nonce of the request. A JWE opens whatever its nonce: the session's
   * key ties it to the request.
   * @default "unchecked"
   */
  nonce?: "unchecked" | "echo";
  /**
   * How long the session opens a response after it was created, in milliseconds. A number > 0.
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
   * @throws CardDataRefusedError if the response is not for this session, was changed, is late, is a second one, or is
   * in a form that this session does not accept. Its `reason` says which.
   */
  open<Fields>(sealed: SealedCardData<Fields>): Promise<OpenedCardData<Fields>>;
  open<Fields = AnyCardData>(sealed: string): Promise<OpenedCardData<Fields>>;
  /** Drops the key. Nothing can be opened afterwards. */
  close(): void;
}

const where = "createCardDataSession()";
const optionNames = ["keyWrap", "request", "acceptPlainJson", "onResponseForm", "nonce", "ttlMs", "clock"];

/**
 * Creates a session: a new content encryption key, sealed for the server, which encrypts the response with it. Works
 * wherever Web Crypto does. Create it in the holder's browser, so that nobody in between can read the response.
 *
 * @param key The response of `cardData.encryptionKey`, or the result of `importCardDataKey` to read a key only once.
 * @throws KeyRefusedError if the key is too weak or not readable.
 * @throws CardDataError `ERR_WEB_CRYPTO_MISSING` on a page that is neither over https nor from localhost.
 * @throws TypeError for an unknown option or a wrong value.
 */
export async function createCardDataSession(
  key: EncryptionKey | CardDataKey,
  options: CardDataSessionOptions = {},
): Promise<CardDataSession> {
  const { keyWrap, request, acceptPlainJson, onResponseForm, nonce: noncePolicy, ttlMs, clock } = readOptions(options);
  assertWebCrypto();
  const nonce = crypto.randomUUID();
  const content = request === "jwe" ? utf8Bytes(JSON.stringify({ nonce })) : undefined;
  const sealed = await sealContent(key, { keyWrap, where }, content);
  const expiresAt = clock.now() + ttlMs;
  let contentKey: CryptoKey | undefined = sealed.contentKey;
  let endedBy: RefusalReason = "session-used";

  function takeKey(): CryptoKey {
    const taken = contentKey;
    contentKey = undefined;
    if (taken === undefined) throw refusedCardData(endedBy);
    if (clock.now() < expiresAt) return taken;
    endedBy = "session-expired";
    throw refusedCardData(endedBy);
  }

  async function open<Fields>(given: SealedCardData<Fields> | string): Promise<OpenedCardData<Fields>> {
    const text = responseText(given);
    const form: ResponseForm = isPlainJson(text) ? "json" : "jwe";
    const openingKey = takeKey();
    if (form === "json" && !acceptPlainJson) throw refusedCardData("plain-json");
    const fields = openFields(form === "json" ? utf8Bytes(text) : await openJwe(text, openingKey));
    try {
      if (form === "json" && noncePolicy === "echo" && fields.nonce !== nonce) throw refusedCardData("nonce");
      onResponseForm(form);
    } catch (error) {
      disposeSecrets(fields);
      throw error;
    }
    return fields as OpenedCardData<Fields>;
  }

  return Object.freeze({
    request: sealed.request,
    open,
    close: () => {
      if (contentKey !== undefined) endedBy = "session-closed";
      contentKey = undefined;
    },
  });
}

function readOptions(options: CardDataSessionOptions): Required<CardDataSessionOptions> {
  assertOptions(options, optionNames, where);
  const {
    keyWrap = "RSA1_5",
    request = "jwe",
    acceptPlainJson = true,
    onResponseForm = warnOfPlainJson,
    nonce = "unchecked",
    ttlMs = 60_000,
    clock = Date,
  } = options;
  assertOneOf(keyWrap, keyWraps, "keyWrap", where);
  assertOneOf(request, ["jwe", "key-only"], "request", where);
  assertOneOf(acceptPlainJson, [true, false], "acceptPlainJson", where);
  assertFunction(onResponseForm, "onResponseForm", where);
  assertOneOf(nonce, ["unchecked", "echo"], "nonce", where);
  assertDuration(ttlMs, "ttlMs", where);
  if (nonce === "echo" && request !== "jwe") {
    throw new TypeError(`${where}: nonce "echo" needs request "jwe"; a key alone carries no nonce`);
  }
  return { keyWrap, request, acceptPlainJson, onResponseForm, nonce, ttlMs, clock };
}
