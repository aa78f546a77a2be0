/**
 * Runs `make` while the platform's random bytes are chosen here: by the length that is asked for, 44 bytes being the
 * content encryption key and the IV, anything longer the padding string of RSAES-PKCS1-v1_5.
 */
export async function withFixedRandom<Made>(
  bytes: { contentKey: Uint8Array; padding?: Uint8Array },
  make: () => Promise<Made>,
): Promise<Made> {
  const platform = crypto.getRandomValues;
  const fixed = (array: Uint8Array) => (array.length === 44 ? bytes.contentKey : bytes.padding);
  crypto.getRandomValues = ((array: Uint8Array<ArrayBuffer>) => {
    const chosen = array.length > 12 ? fixed(array) : undefined;
    if (chosen === undefined) return platform.call(crypto, array);
    array.set(chosen);
    return array;
  }) as typeof platform;
  try {
    return await make();
  } finally {
    crypto.getRandomValues = platform;
  }
}
