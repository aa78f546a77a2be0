import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { getHeapSnapshot } from "node:v8";
import { createCardDataSession, isSecret } from "@wisekit/crypto";

// Opens a response and looks for its card number in the memory of this process while it is open, and after it was
// disposed of. The number comes masked, so that looking for it does not put it there.
process.once("message", async ({ encryptionKey }) => {
  const session = await createCardDataSession(encryptionKey);
  process.send({ request: session.request });
  process.once("message", async ({ response, masked }) => {
    // As an array of small numbers, no part of it stands together in memory.
    const opened = await session.open(response);
    const open = await lookFor(masked);
    for (const value of Object.values(opened)) if (isSecret(value)) value.dispose();
    const disposed = await lookFor(masked);
    process.send({ open, disposed }, () => process.disconnect());
  });
});

async function lookFor(masked) {
  gc();
  return { inStrings: await countInStrings(masked), inMemory: countInMemory(masked) };
}

/** Strings on the JavaScript heap that hold the number. */
async function countInStrings(masked) {
  let count = 0;
  for await (const chunk of getHeapSnapshot()) count += countIn(chunk, masked);
  return count;
}

/** Places in the writable memory of the process that hold the number; `undefined` where the system does not show it. */
function countInMemory(masked) {
  let maps;
  try {
    maps = readFileSync("/proc/self/maps", "latin1");
  } catch {
    return undefined;
  }
  const memory = openSync("/proc/self/mem", "r");
  const window = Buffer.alloc(1 << 20);
  let count = 0;
  for (const [, from, to] of maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)) {
    for (let at = Number.parseInt(from, 16); at < Number.parseInt(to, 16); at += window.length - masked.length) {
      const length = Math.min(window.length, Number.parseInt(to, 16) - at);
      count += countIn(window.subarray(0, readOrNothing(memory, window, length, at)), masked);
      window.fill(0);
    }
  }
  closeSync(memory);
  return count;
}

function readOrNothing(file, window, length, at) {
  try {
    return readSync(file, window, 0, length, at);
  } catch {
    return 0; // A page that cannot be read, such as a guard.
  }
}

function countIn(bytes, masked) {
  let count = 0;
  for (let at = bytes.length - masked.length; at >= 0; at -= 1) {
    let same = 0;
    while (same < masked.length && (bytes[at + same] ^ 0xa5) === masked[same]) same += 1;
    if (same === masked.length) count += 1;
  }
  return count;
}
