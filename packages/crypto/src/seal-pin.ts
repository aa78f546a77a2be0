import { assertOptions } from "./assert-options.ts";
import type { CardDataKey } from "./card-data-key.ts";
import type { EncryptionKey, SealedRequest } from "./generated/card-data.gen.ts";
import { assertKeyWrap, type KeyWrap, sealContent } from "./seal-content.ts";
import type { Secret } from "./secret.ts";
import { utf8Bytes } from "./utf8.ts";

/** Encryption settings of a sealed PIN. */
export interface SealPinOptions {
  /**
   * How the content encryption key is wrapped for the server. The default is what the vendor's card guide documents.
   * @default "RSA1_5"
   */
  keyWrap?: KeyWrap;
}

const where = "sealPin()";

/**
 * Seals the PIN that the holder chose for an ordered card: the body of the preset-PIN call without the order's id. The
 * plaintext `{ "nonce": …, "pin": … }` is an assumption: no source documents it. The caller checks whether a PIN is too
 * easy to guess.
 *
 * @param pin Four digits. Prefer a `Secret`, because a string stays in memory until it is collected. The secret is not
 * disposed of.
 * @throws TypeError if the PIN is not four digits, or for an unknown option. The message does not quote the PIN.
 * @throws KeyRefusedError if the key is too weak or not readable.
 * @throws SecretDisposedError if the secret has been disposed of.
 */
export async function sealPin(
  key: EncryptionKey | CardDataKey,
  pin: Secret | string,
  options: SealPinOptions = {},
): Promise<SealedRequest> {
  assertOptions(options, ["keyWrap"], where);
  const { keyWrap = "RSA1_5" } = options;
  assertKeyWrap(keyWrap, where);
  const plaintext = pinPlaintext(pin);
  try {
    return (await sealContent(key, { keyWrap, where }, plaintext)).request;
  } finally {
    plaintext.fill(0);
  }
}

function pinPlaintext(pin: Secret | string): Uint8Array<ArrayBuffer> {
  const [before, after] = [`{"nonce":"${crypto.randomUUID()}","pin":"`, '"}'].map(utf8Bytes) as [
    Uint8Array,
    Uint8Array,
  ];
  const join = (digits: Uint8Array) => {
    if (digits.length !== 4 || digits.some((byte) => byte < 0x30 || byte > 0x39)) {
      throw new TypeError(`${where}: pin must be four digits`);
    }
    return Uint8Array.of(...before, ...digits, ...after);
  };
  return typeof pin === "string" ? join(utf8Bytes(pin)) : pin.use(join);
}
