/** Random numbers from 0 up to 2^32 that are the same for the same seed: xorshift32. */
export function seededNumbers(seed: number): () => number {
  // Multiplying spreads seeds such as 1 and 2, and xorshift must not start with 0.
  let state = Math.imul(seed, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}

/** Runs `make` while the platform's random bytes come from seeded numbers. */
export async function withSeededBytes<Made>(next: () => number, make: () => Promise<Made>): Promise<Made> {
  const platform = crypto.getRandomValues;
  crypto.getRandomValues = ((array: Uint8Array) => {
    for (let at = 0; at < array.length; at += 1) array[at] = next() >>> 24;
    return array;
  }) as typeof platform;
  try {
    return await make();
  } finally {
    crypto.getRandomValues = platform;
  }
}
