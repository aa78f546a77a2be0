/** Calls the listener when the signal is aborted, at once if it is already. The result takes the listener away again. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener();
  else signal?.addEventListener("abort", listener);
  return () => signal?.removeEventListener("abort", listener);
}

/** The promise, or the signal's reason if that comes first. No listener is left behind. */
export function abortable<Value>(promise: PromiseLike<Value>, signal: AbortSignal | undefined): Promise<Value> {
  return new Promise((resolve, reject) => {
    const leave = onAbort(signal, () => reject(signal?.reason));
    Promise.resolve(promise).finally(leave).then(resolve, reject);
  });
}
