/** Calls the listener when the signal is aborted, at once if it is already. The result removes the listener again. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener();
  else signal?.addEventListener("abort", listener);
  return () => signal?.removeEventListener("abort", listener);
}

/** Why a signal was aborted. React Native's signals do not say. */
export function abortReason(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? Object.assign(new Error("The call was aborted"), { name: "AbortError" });
}

/** The promise, or the signal's reason if that comes first. No listener is left behind. */
export function abortable<Value>(promise: PromiseLike<Value>, signal: AbortSignal | undefined): Promise<Value> {
  return new Promise((resolve, reject) => {
    const removeListener = onAbort(signal, () => reject(abortReason(signal)));
    Promise.resolve(promise).finally(removeListener).then(resolve, reject);
  });
}
