import { assertDuration, assertOptions } from "../assert-options.ts";
import { CardDataError } from "../card-data-error.ts";
import type { Secret } from "../secret.ts";
import { type CopiedSecret, clearLater, type TextClipboard } from "./clear-clipboard.ts";

/** How a secret is copied. */
export interface CopySecretOptions {
  /** How long it stays in the clipboard, in milliseconds. Default: 30,000. */
  clearAfterMs?: number;
  /** What to write to. Default: the page's clipboard. */
  clipboard?: TextClipboard | undefined;
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
  const { clearAfterMs = 30_000, clipboard = navigator.clipboard as TextClipboard | undefined } = options;
  assertDuration(clearAfterMs, "clearAfterMs", where);
  if (clipboard === undefined) throw new ClipboardError();
  await writeSecret(secret, clipboard);
  return clearLater(clipboard, clearAfterMs);
}

/**
 * Copies a secret and leaves the clearing to somebody else.
 *
 * @throws ClipboardError if the browser does not permit it.
 */
export async function writeSecret(secret: Secret, clipboard: TextClipboard): Promise<void> {
  const writing = secret.use((bytes) => clipboard.writeText(String.fromCharCode(...bytes)));
  await writing.catch((cause: unknown) => {
    throw new ClipboardError({ cause });
  });
}
