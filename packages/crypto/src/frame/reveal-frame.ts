import { assertDuration, assertOptions } from "../assert-options.ts";
import { clearLater } from "../dom/clear-clipboard.ts";
import type { HiddenBy } from "../dom/hide-triggers.ts";
import type { EncryptionKey, SealedRequest } from "../generated/card-data.gen.ts";
import type { SealedCardData } from "../sealed-card-data.ts";
import { type FrameConversation, RevealFrameError, startConversation } from "./frame-conversation.ts";
import type { FrameLabels, FrameSessionOptions } from "./frame-messages.ts";

/** Where the isolated page is, and where it goes. */
export interface RevealFrameOptions {
  /** Address of the page that `createRevealPage` made. Its origin must not be this page's. */
  src: string | URL;
  /** The element that the frame is put into. */
  container: HTMLElement;
  /** What assistive technology calls the frame. Default: `Card details`. */
  title?: string;
  /** How long the page may take to load, in milliseconds. Default: 10,000. */
  readyTimeoutMs?: number;
  /** How long what the user copied in the frame stays in the clipboard, in milliseconds. Default: 30,000. */
  clearAfterMs?: number;
  /** Called when what was shown has been hidden. */
  onHide?: (by: HiddenBy) => void;
}

/** How an answer is shown in the frame. */
export interface FrameShowOptions {
  /** How long, in milliseconds. Default: 30,000. */
  hideAfterMs?: number;
  /** What stands before each value, by the name of the field. Default: English. */
  labels?: FrameLabels;
  /** What the buttons say. Default: `Copy`. */
  copyLabel?: string;
}

/** The page's handle on an isolated frame: sealed requests come out, sealed answers go in, and nothing else. */
export interface RevealFrame {
  /**
   * Makes a session in the frame.
   *
   * @returns what to send, as `session.request` does.
   * @throws CardDataError with the code of what went wrong in the frame.
   */
  seal(key: EncryptionKey, options?: FrameSessionOptions): Promise<SealedRequest>;
  /**
   * Opens an answer in the frame and shows it there. Only a JWE is opened: plain JSON has been seen already.
   *
   * @throws CardDataError with the code of what went wrong in the frame.
   */
  show(sealed: SealedCardData | string, options?: FrameShowOptions): Promise<void>;
  /** Hides what is shown. */
  hide(): void;
  /** Removes the frame, and all that was in it. */
  close(): void;
}

const where = "createRevealFrame()";
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
 * @throws TypeError if the page has this page's own origin, an option is unknown or has a value that it cannot have.
 * @throws RevealFrameError if the page does not report in time: it is not there, or is made for another origin.
 */
export async function createRevealFrame(options: RevealFrameOptions): Promise<RevealFrame> {
  assertOptions(options, ["src", "container", "title", "readyTimeoutMs", "clearAfterMs", "onHide"], where);
  const { container, title = "Card details", readyTimeoutMs = 10_000, clearAfterMs = 30_000, onHide } = options;
  assertDuration(readyTimeoutMs, "readyTimeoutMs", where);
  assertDuration(clearAfterMs, "clearAfterMs", where);
  const src = new URL(options.src, location.href);
  if (src.origin === location.origin) throw new TypeError(`${where}: the frame must come from another origin`);
  const nonce = crypto.randomUUID();
  src.hash = nonce;
  const element = makeElement(src, title);
  const conversation = startConversation(element, {
    origin: src.origin,
    nonce,
    readyTimeoutMs,
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

function revealFrame({ ask }: FrameConversation, close: () => void): RevealFrame {
  return Object.freeze({
    async seal(key: EncryptionKey, sessionOptions: FrameSessionOptions = {}) {
      assertOptions(sessionOptions, ["keyWrap", "nonce", "ttlMs"], "seal()");
      const outcome = await ask({ type: "seal", key: { ...key }, options: { ...sessionOptions } });
      if (outcome.type !== "sealed") throw new RevealFrameError("answered something else");
      return outcome.request;
    },
    async show(sealed: SealedCardData | string, showOptions: FrameShowOptions = {}) {
      assertOptions(showOptions, ["hideAfterMs", "labels", "copyLabel"], "show()");
      const { hideAfterMs = 30_000, labels = {}, copyLabel = "Copy" } = showOptions;
      assertDuration(hideAfterMs, "hideAfterMs", "show()");
      const answer = typeof sealed === "string" ? sealed : sealed["~unseal"]();
      await ask({ type: "show", answer, hideAfterMs, labels: { ...labelsInEnglish, ...labels }, copyLabel });
    },
    hide: () => void ask({ type: "hide" }).catch(() => undefined),
    close,
  });
}

function makeElement(src: URL, title: string): HTMLIFrameElement {
  const element = document.createElement("iframe");
  // With an origin of its own the frame can be told from any other, and it is not this page's: see the check above.
  element.sandbox.add("allow-scripts", "allow-same-origin");
  element.allow = "clipboard-write";
  element.referrerPolicy = "no-referrer";
  element.title = title;
  element.src = src.href;
  return element;
}
