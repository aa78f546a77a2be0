import { assertOneOf, assertOptions } from "./assert-options.ts";
import type { CardDataKey } from "./card-data-key.ts";
import type { EncryptionKey, SealedRequest } from "./generated/card-data.gen.ts";
import { type KeyWrap, keyWraps, sealContent } from "./seal-content.ts";
import type { Secret } from "./secret.ts";
import { utf8Bytes } from "./utf8.ts";

/** Encryption settings of a sealed PIN. */
export interface SealPinOptions {
  /**
   * How the content encryption key is wrapped for the server. The default is that of the vendor's one example.
   * @default "RSA-OAEP-256"
   */
  keyWrap?: KeyWrap;
}

const where = "sealPin()";

/**
 * Seals the PIN that the holder chose for an ordered card: the body of the preset-PIN call without the order's id. The
 * plaintext `{"encodedPin":"1234"}` is an assumption: no source documents it, but it is as long as that of the vendor's
 * example, 21 bytes. The caller checks whether a PIN is too easy to guess.
 *
 * @param pin Four digits. Prefer a `Secret`, because a string stays in memory until it is collected. The secret is not
 * disposed of.
 * @throws TypeError if the PIN is not four digits, or for an unknown option. The message does not quote the PIN.
 * @throws KeyRefusedError if the key is too weak or not readable.
 * @throws CardDataError `ERR_WEB_CRYPTO_MISSING` on a page that is neither over https nor from localhost.
 * @throws SecretDisposedError if the secret has been disposed of.
 */
export async function sealPin(
  key: EncryptionKey | CardDataKey,
  pin: Secret | string,
  options: SealPinOptions = {},
): Promise<SealedRequest> {
  assertOptions(options, ["keyWrap"], where);
  const { keyWrap = "RSA-OAEP-256" } = options;
  assertOneOf(keyWrap, keyWraps, "keyWrap", where);
  const plaintext = typeof pin === "string" ? pinPlaintext(utf8Bytes(pin)) : pin.use(pinPlaintext);
  try {
    return (await sealContent(key, { keyWrap, where }, plaintext)).request;
  } finally {
    plaintext.fill(0);
  }
}

function pinPlaintext(digits: Uint8Array): Uint8Array<ArrayBuffer> {
  if (digits.length !== 4 || digits.some((byte) => byte < 0x30 || byte > 0x39)) {
    throw new TypeError(`${where}: pin must be four digits`);
  }
  return Uint8Array.of(...utf8Bytes('{"encodedPin":"'), ...digits, ...utf8Bytes('"}'));
}
