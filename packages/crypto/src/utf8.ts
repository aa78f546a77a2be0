const encoder = new TextEncoder();

/** The bytes of a text, in a buffer that Web Crypto takes. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text) as Uint8Array<ArrayBuffer>;
}
