import { assertDuration, assertOptions } from "../assert-options.ts";
import { CardDataError } from "../card-data-error.ts";
import type { Secret } from "../secret.ts";

/** How a secret is copied. */
export interface CopySecretOptions {
  /** How long it stays in the clipboard, in milliseconds. Default: 30,000. */
  clearAfterMs?: number;
  /** What to write to. Default: the page's clipboard. */
  clipboard?: Pick<Clipboard, "writeText"> | undefined;
}

/** A secret in the clipboard. */
export interface CopiedSecret {
  /** Clears the clipboard now instead of later. */
  clear(): void;
  /** Resolves when the clipboard has been cleared, or the user has copied something else in this page. */
  readonly cleared: Promise<void>;
}

/** The browser did not let the page write to the clipboard: show the secret and let the user copy it by hand. */
export class ClipboardError extends CardDataError {
  override readonly name = "ClipboardError";

  constructor(options?: ErrorOptions) {
    super("ERR_CLIPBOARD_NOT_PERMITTED", "The browser does not permit this page to write to the clipboard", options);
  }
}

const where = "copySecret()";

/**
 * Copies a secret and clears the clipboard after a time. Call it in the handler of the user's click: browsers permit
 * writing only then. Clearing needs the page's focus, and in some browsers another gesture; it waits for both. What
 * a clipboard history or another device has taken by then cannot be taken back.
 *
 * @throws ClipboardError if the browser does not permit it, or has no clipboard, as on a page without TLS.
 * @throws SecretDisposedError if the secret is gone.
 */
export async function copySecret(secret: Secret, options: CopySecretOptions = {}): Promise<CopiedSecret> {
  assertOptions(options, ["clearAfterMs", "clipboard"], where);
  const { clearAfterMs = 30_000, clipboard = navigator.clipboard as Clipboard | undefined } = options;
  assertDuration(clearAfterMs, "clearAfterMs", where);
  if (clipboard === undefined) throw new ClipboardError();
  const writing = secret.use((bytes) => clipboard.writeText(String.fromCharCode(...bytes)));
  await writing.catch((cause: unknown) => {
    throw new ClipboardError({ cause });
  });
  return clearLater(clipboard, clearAfterMs);
}

function clearLater(clipboard: Pick<Clipboard, "writeText">, clearAfterMs: number): CopiedSecret {
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
