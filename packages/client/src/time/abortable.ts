/** Calls the listener when the signal is aborted, at once if it is already. The result removes the listener again. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener();
  else signal?.addEventListener("abort", listener);
  return () => signal?.removeEventListener("abort", listener);
}

/** The promise, or the signal's reason if that comes first. No listener is left behind. */
export function abortable<Value>(promise: PromiseLike<Value>, signal: AbortSignal | undefined): Promise<Value> {
  return new Promise((resolve, reject) => {
    const removeListener = onAbort(signal, () => reject(signal?.reason));
    Promise.resolve(promise).finally(removeListener).then(resolve, reject);
  });
}
