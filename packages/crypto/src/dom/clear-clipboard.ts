/** As much of a clipboard as copying takes. */
export type TextClipboard = Pick<Clipboard, "writeText">;

/** A secret in the clipboard. */
export interface CopiedSecret {
  /** Clears the clipboard now instead of later. */
  clear(): void;
  /** Resolves when the clipboard has been cleared, or the user has copied something else in this page. */
  readonly cleared: Promise<void>;
}

const pending = new WeakMap<TextClipboard, () => void>();

/**
 * Clears the clipboard after a time, unless the user copies something else in this page first. Where it may not be
 * written to then, it is at the next focus or gesture.
 */
export function clearLater(clipboard: TextClipboard, clearAfterMs: number): CopiedSecret {
  const waiting = new AbortController();
  const { promise: cleared, resolve } = withResolvers();
  const finish = () => {
    clearTimeout(timer);
    waiting.abort();
    resolve();
  };
  const clear = () => {
    clipboard.writeText("").then(finish, () => {
      // No focus, or no gesture: try again at the next of either.
      for (const event of ["focus", "pointerup", "keyup"]) {
        window.addEventListener(event, clear, { once: true, signal: waiting.signal });
      }
    });
  };
  const timer = setTimeout(clear, clearAfterMs);
  // What was copied before is gone already, and its time must not end this one's.
  pending.get(clipboard)?.();
  pending.set(clipboard, finish);
  window.addEventListener("pagehide", clear, { signal: waiting.signal });
  for (const event of ["copy", "cut"]) document.addEventListener(event, finish, { signal: waiting.signal });
  return { clear, cleared };
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
