import { startTimer } from "../timer.ts";

/** The part of the Clipboard API that copying needs. */
export type TextClipboard = Pick<Clipboard, "writeText">;

/** A secret in the clipboard. */
export interface CopiedSecret {
  /** Clears the clipboard now. */
  clear(): void;
  /** Resolves when the clipboard has been cleared, or when the user has copied something else in this page. */
  readonly cleared: Promise<void>;
}

const pending = new WeakMap<TextClipboard, () => void>();

/**
 * Clears the clipboard after `clearAfterMs`, unless the user copies something else in this page first. If the browser
 * does not permit it then, it is cleared at the next focus or gesture.
 */
export function clearLater(clipboard: TextClipboard, clearAfterMs: number): CopiedSecret {
  const waiting = new AbortController();
  const { promise: cleared, resolve } = withResolvers();
  const finish = () => {
    stopTimer();
    waiting.abort();
    resolve();
  };
  const clear = () => {
    clipboard.writeText("").then(finish, () => {
      // Without focus or gesture the browser does not permit it: try again at the next of either.
      for (const event of ["focus", "pointerup", "keyup"]) {
        window.addEventListener(event, clear, { once: true, signal: waiting.signal });
      }
    });
  };
  const stopTimer = startTimer(clearAfterMs, clear);
  // The earlier copy has been overwritten: its timer must not clear this one.
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
