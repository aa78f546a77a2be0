/** Calls the listener when the signal is aborted, at once if it is already. The result takes the listener away again. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener();
  else signal?.addEventListener("abort", listener);
  return () => signal?.removeEventListener("abort", listener);
}

/** The promise, or the signal's reason if that comes first. No listener is left behind. */
export async function abortable<Value>(promise: PromiseLike<Value>, signal: AbortSignal | undefined): Promise<Value> {
  let leave: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = onAbort(signal, () => reject(signal?.reason));
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    leave?.();
  }
}
