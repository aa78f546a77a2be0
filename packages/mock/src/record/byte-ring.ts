/** Entries of three texts, the last ones of them, in a fixed number of bytes outside of the collector's heap. */
export interface ByteRing {
  /** Adds an entry. The oldest entries make room for it. */
  add(texts: readonly [string, string, string]): void;
  /** The entries that are kept, oldest first. */
  list(): [string, string, string][];
  clear(): void;
}

/** An entry is four numbers: where it starts, and where each of its texts ends. */
const numbersPerEntry = 4;

/**
 * Makes a ring of at most `entryLimit` entries and `byteLimit` bytes. It keeps no object for an entry: objects that live
 * a little longer than one request, as many as there are requests, are what makes a heap grow.
 */
export function createByteRing(entryLimit: number, byteLimit: number): ByteRing {
  const marks = new Int32Array(entryLimit * numbersPerEntry);
  // Made on first use: a mock that is never called needs no log.
  let bytes: Buffer | undefined;
  let first = 0;
  let count = 0;
  let writeAt = 0;

  const markOf = (entry: number, which: 0 | 1 | 2 | 3) =>
    marks[((first + entry) % entryLimit) * numbersPerEntry + which] ?? 0;

  /** Drops the oldest entries as long as they lie in the way of the next one. */
  function makeRoom(start: number, end: number): void {
    while (count > 0) {
      const isInTheWay = markOf(0, 0) < end && markOf(0, 3) > start;
      if (!isInTheWay && count < entryLimit) return;
      first = (first + 1) % entryLimit;
      count--;
    }
  }

  return {
    add(texts) {
      const most = 3 * (texts[0].length + texts[1].length + texts[2].length);
      if (entryLimit === 0 || most > byteLimit) return;
      bytes ??= Buffer.allocUnsafeSlow(byteLimit);
      if (writeAt + most > byteLimit) {
        makeRoom(writeAt, byteLimit);
        writeAt = 0;
      }
      makeRoom(writeAt, writeAt + most);
      const at = ((first + count) % entryLimit) * numbersPerEntry;
      marks[at] = writeAt;
      for (const [index, text] of texts.entries()) {
        writeAt += bytes.write(text, writeAt);
        marks[at + 1 + index] = writeAt;
      }
      count++;
    },
    list: () =>
      Array.from({ length: count }, (_, entry) => {
        const text = (which: 1 | 2 | 3) =>
          bytes?.toString("utf8", markOf(entry, (which - 1) as 0 | 1 | 2), markOf(entry, which)) ?? "";
        return [text(1), text(2), text(3)];
      }),
    clear() {
      first = 0;
      count = 0;
      writeAt = 0;
    },
  };
}
