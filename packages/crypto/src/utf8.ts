const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true });

/** The bytes of a text, in a buffer that Web Crypto takes. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text) as Uint8Array<ArrayBuffer>;
}

/**
 * The text of UTF-8 bytes.
 *
 * @throws TypeError if they are not UTF-8.
 */
export function utf8Text(bytes: Uint8Array): string {
  return strictDecoder.decode(bytes);
}
