import { assertDuration, assertOptions } from "../assert-options.ts";
import { CardDataError } from "../card-data-error.ts";
import type { Secret } from "../secret.ts";
import { type CopiedSecret, clearLater, type TextClipboard } from "./clear-clipboard.ts";

/** Options of `copySecret`. */
export interface CopySecretOptions {
  /**
   * How long the secret stays in the clipboard, in milliseconds. A number > 0.
   * @default 30_000
   */
  clearAfterMs?: number;
  /**
   * The clipboard to write to.
   * @default navigator.clipboard
   */
  clipboard?: TextClipboard | undefined;
}

/** The browser does not let the page write to the clipboard. Show the secret, so that the user can copy it. */
export class ClipboardError extends CardDataError {
  override readonly name = "ClipboardError";

  constructor(options?: ErrorOptions) {
    super("ERR_CLIPBOARD_NOT_PERMITTED", "The browser does not permit this page to write to the clipboard", options);
  }
}

const where = "copySecret()";

/**
 * Copies a secret, and clears the clipboard after a time. Call it in the handler of the user's click, because browsers
 * permit it only there. Clearing needs the focus of the page and in some browsers another gesture; it waits for both. A
 * clipboard history or another device may keep what was copied.
 *
 * @throws ClipboardError if the browser does not permit it, or has no clipboard, as on a page over plain http.
 * @throws SecretDisposedError if the secret has been disposed of.
 * @throws TypeError for an unknown option or a wrong value.
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
 * Copies a secret without clearing the clipboard later.
 *
 * @throws ClipboardError if the browser does not permit it.
 */
export async function writeSecret(secret: Secret, clipboard: TextClipboard): Promise<void> {
  const writing = secret.use((bytes) => clipboard.writeText(String.fromCharCode(...bytes)));
  await writing.catch((cause: unknown) => {
    throw new ClipboardError({ cause });
  });
}
