import { assertDuration, assertOptions } from "../assert-options.ts";
import { clearLater } from "../dom/clear-clipboard.ts";
import type { HiddenBy } from "../dom/hide-triggers.ts";
import type { EncryptionKey, SealedRequest } from "../generated/card-data.gen.ts";
import type { SealedCardData } from "../sealed-card-data.ts";
import { assertWebCrypto } from "../web-crypto.ts";
import { type FrameConversation, RevealFrameError, startConversation } from "./frame-conversation.ts";
import type { FrameLabels, FrameSessionOptions } from "./frame-messages.ts";

/** Options of `createRevealFrame`. */
export interface RevealFrameOptions {
  /** Address of the page that `createRevealPage` made. It must be on another origin than this page. */
  src: string | URL;
  /** The element that the frame is put into. */
  container: HTMLElement;
  /**
   * Title of the frame for assistive technology.
   * @default "Card details"
   */
  title?: string;
  /**
   * How long the page may take to load, in milliseconds. A number > 0.
   * @default 10_000
   */
  readyTimeoutMs?: number;
  /**
   * How long the frame may take to seal a request or to open a response, in milliseconds. A number > 0.
   * @default 10_000
   */
  commandTimeoutMs?: number;
  /**
   * How long a value that the user copied in the frame stays in the clipboard, in milliseconds. A number > 0.
   * @default 30_000
   */
  clearAfterMs?: number;
  /**
   * Called when the fields have been hidden.
   * @default none
   */
  onHide?: (by: HiddenBy) => void;
}

/** Options of `RevealFrame.show`. */
export interface FrameShowOptions {
  /**
   * How long the fields are shown, in milliseconds. A number > 0.
   * @default 30_000
   */
  hideAfterMs?: number;
  /**
   * The label of each value, by the name of its field. Labels that are left out keep their default.
   * @default English labels of card number, expiry date, security code, name and PIN
   */
  labels?: FrameLabels;
  /**
   * Text of the buttons that copy a value.
   * @default "Copy"
   */
  copyLabel?: string;
}

/** An isolated frame. Sealed requests come out of it and sealed responses go in, nothing else. */
export interface RevealFrame {
  /**
   * Creates a session in the frame.
   *
   * @returns the sealed request to send, as `session.request` is.
   * @throws CardDataError with the code of the error in the frame.
   * @throws RevealFrameError if the frame does not respond in time, failed or is closed.
   * @throws TypeError for an unknown option.
   */
  seal(key: EncryptionKey, options?: FrameSessionOptions): Promise<SealedRequest>;
  /**
   * Opens a response in the frame and shows its fields there. Only a JWE is opened: plain JSON is not secret any more.
   * If `hide()` is called before they are shown, they never are; then this resolves, and `onHide` is called.
   *
   * @throws CardDataRefusedError if the response was not opened in the frame. Its `reason` says why.
   * @throws RevealFrameError if the frame does not respond in time, failed or is closed. Nothing is shown then.
   * @throws TypeError for an unknown option or a wrong value.
   */
  show(sealed: SealedCardData | string, options?: FrameShowOptions): Promise<void>;
  /** Hides the fields, also those that are about to be shown. */
  hide(): void;
  /** Removes the frame with everything in it. */
  close(): void;
}

const where = "createRevealFrame()";
const optionNames = ["src", "container", "title", "readyTimeoutMs", "commandTimeoutMs", "clearAfterMs", "onHide"];
const labelsInEnglish: FrameLabels = {
  pan: "Card number",
  expiryDate: "Expires",
  cvv2: "Security code",
  cardholderName: "Name",
  pin: "PIN",
};

/**
 * Puts the isolated page into this one and waits until it is ready.
 *
 * @throws TypeError for an unknown option or a wrong value, such as a `src` on this page's own origin.
 * @throws RevealFrameError if the page is not ready in time: it does not exist, or was created for another origin.
 * @throws CardDataError `ERR_WEB_CRYPTO_MISSING` on a page that is neither over https nor from localhost.
 */
export async function createRevealFrame(options: RevealFrameOptions): Promise<RevealFrame> {
  assertOptions(options, optionNames, where);
  const { container, title = "Card details", onHide } = options;
  const { readyTimeoutMs = 10_000, commandTimeoutMs = 10_000, clearAfterMs = 30_000 } = options;
  for (const [name, value] of Object.entries({ readyTimeoutMs, commandTimeoutMs, clearAfterMs })) {
    assertDuration(value, name, where);
  }
  assertWebCrypto();
  const src = new URL(options.src, location.href);
  if (src.origin === location.origin) throw new TypeError(`${where}: src must be on another origin than this page`);
  const nonce = crypto.randomUUID();
  src.hash = nonce;
  const element = makeElement(src, title);
  const conversation = startConversation(element, {
    origin: src.origin,
    nonce,
    readyTimeoutMs,
    commandTimeoutMs,
    onEvent: (event) => {
      if (event.type === "hidden") onHide?.(event.by);
      else clearLater(navigator.clipboard, clearAfterMs);
    },
  });

  function close(): void {
    element.remove();
    conversation.end();
  }

  container.append(element);
  await conversation.ready.catch((error: unknown) => {
    close();
    throw error;
  });
  return revealFrame(conversation, close);
}

function revealFrame({ send }: FrameConversation, close: () => void): RevealFrame {
  const hide = () => void send({ type: "hide" }).catch(() => undefined);
  return Object.freeze({
    async seal(key: EncryptionKey, sessionOptions: FrameSessionOptions = {}) {
      assertOptions(sessionOptions, ["keyWrap", "request", "ttlMs"], "seal()");
      const result = await send({ type: "seal", key: { ...key }, options: { ...sessionOptions } });
      if (result.type !== "sealed") throw new RevealFrameError(`sent "${result.type}" as the result of "seal"`);
      return result.request;
    },
    async show(sealed: SealedCardData | string, showOptions: FrameShowOptions = {}) {
      assertOptions(showOptions, ["hideAfterMs", "labels", "copyLabel"], "show()");
      const { hideAfterMs = 30_000, labels = {}, copyLabel = "Copy" } = showOptions;
      assertDuration(hideAfterMs, "hideAfterMs", "show()");
      const response = typeof sealed === "string" ? sealed : sealed["~unseal"]();
      const command = { type: "show", response, hideAfterMs, copyLabel } as const;
      await send({ ...command, labels: { ...labelsInEnglish, ...labels } }).catch((error: unknown) => {
        // A frame that is only slow must not show later what has failed here.
        hide();
        throw error;
      });
    },
    hide,
    close,
  });
}

function makeElement(src: URL, title: string): HTMLIFrameElement {
  const element = document.createElement("iframe");
  // `allow-same-origin` gives the frame its own origin, by which its messages are recognised. It is never this page's:
  // see the check of `src`.
  element.sandbox.add("allow-scripts", "allow-same-origin");
  element.allow = "clipboard-write";
  element.referrerPolicy = "no-referrer";
  element.title = title;
  element.src = src.href;
  return element;
}
