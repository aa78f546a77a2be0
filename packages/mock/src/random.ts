/** A source of bytes that gives the same bytes again for the same seed. */
export interface Random {
  /** The next 32 bits, as an unsigned integer. */
  uint32(): number;
  /** The next number in [0, 1). */
  fraction(): number;
  /** The next integer of the closed interval. */
  integer(minimum: number, maximum: number): number;
  /** The next bytes. */
  bytes(length: number): Uint8Array;
  /** The next 128 bits in lower-case hexadecimal. */
  hex128(): string;
  /** The next version 4 UUID (RFC 9562 section 5.4). */
  uuid(): string;
  /** Where the stream stands, as plain data. */
  save(): RandomPosition;
  /** Puts the stream where it stood. */
  load(position: RandomPosition): void;
}

/** Where a stream stands. */
export type RandomPosition = readonly [number, number, number, number];

/** The streams of one mock. Each kind of use has its own, so that more of one does not shift another. */
export interface RandomStreams {
  readonly identifiers: Random;
  readonly traces: Random;
  readonly sealing: Random;
  readonly faults: Random;
  save(): Record<StreamName, RandomPosition>;
  load(positions: Record<StreamName, RandomPosition>): void;
}

const streamNames = ["identifiers", "traces", "sealing", "faults"] as const;
type StreamName = (typeof streamNames)[number];

/** Makes the streams of one mock from its seed. */
export function createRandomStreams(seed: number): RandomStreams {
  const identifiers = createRandom(`${seed}/identifiers`);
  const traces = createRandom(`${seed}/traces`);
  const sealing = createRandom(`${seed}/sealing`);
  const faults = createRandom(`${seed}/faults`);
  const streams = { identifiers, traces, sealing, faults };
  return {
    ...streams,
    save: () => ({
      identifiers: identifiers.save(),
      traces: traces.save(),
      sealing: sealing.save(),
      faults: faults.save(),
    }),
    load(positions) {
      for (const name of streamNames) streams[name].load(positions[name]);
    },
  };
}

/** Makes one stream (the sfc32 generator, seeded by a 128-bit hash of the text). Good for mocks, not for secrets. */
export function createRandom(seed: string): Random {
  let [a, b, c, counter] = hash128(seed);

  function uint32(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  }

  function bytes(length: number): Uint8Array {
    const result = new Uint8Array(length);
    for (let index = 0; index < length; index += 4) {
      const word = uint32();
      for (let offset = 0; offset < 4 && index + offset < length; offset++) {
        result[index + offset] = (word >>> (8 * offset)) & 0xff;
      }
    }
    return result;
  }

  const words = Buffer.alloc(16);

  function hex128(): string {
    for (let at = 0; at < words.length; at += 4) words.writeUInt32BE(uint32(), at);
    return words.toString("hex");
  }

  for (let round = 0; round < 12; round++) uint32();

  return {
    uint32,
    fraction: () => uint32() / 0x1_0000_0000,
    integer: (minimum, maximum) => minimum + Math.floor((uint32() / 0x1_0000_0000) * (maximum - minimum + 1)),
    bytes,
    hex128,
    uuid() {
      const text = hex128();
      const variant = ((Number.parseInt(text.charAt(16), 16) & 0x3) | 0x8).toString(16);
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`;
    },
    save: () => [a, b, c, counter],
    load(position) {
      [a, b, c, counter] = position;
    },
  };
}

function hash128(text: string): [number, number, number, number] {
  const lanes: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  for (let index = 0; index < text.length; index++) {
    const lane = (index & 3) as 0 | 1 | 2 | 3;
    lanes[lane] = Math.imul(lanes[lane] ^ text.charCodeAt(index), 0x85ebca6b);
    lanes[lane] ^= lanes[lane] >>> 13;
    const next = ((lane + 1) & 3) as 0 | 1 | 2 | 3;
    lanes[next] = (lanes[next] + lanes[lane]) | 0;
  }
  return lanes;
}
