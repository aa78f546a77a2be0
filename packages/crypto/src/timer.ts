// What `setTimeout` can count; beyond that it fires at once.
const longestTimerMs = 2 ** 31 - 1;

/**
 * Calls `run` once, after any time: `Infinity` is never.
 *
 * @returns a function that stops it.
 */
export function startTimer(durationMs: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (leftMs: number): void => {
    const nowMs = Math.min(leftMs, longestTimerMs);
    timer = setTimeout(() => (leftMs > nowMs ? wait(leftMs - nowMs) : run()), nowMs);
  };
  wait(durationMs);
  return () => clearTimeout(timer);
}
