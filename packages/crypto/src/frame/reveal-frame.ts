import { assertDuration, assertOptions } from "../assert-options.ts";
import { CardDataError } from "../card-data-error.ts";
import { clearLater } from "../dom/clear-clipboard.ts";
import type { HiddenBy } from "../dom/hide-triggers.ts";
import type { EncryptionKey, SealedRequest } from "../generated/card-data.gen.ts";
import type { SealedCardData } from "../sealed-card-data.ts";
import {
  type FrameCommand,
  type FrameLabels,
  type FrameNews,
  type FrameSessionOptions,
  messageFrom,
  sendMessage,
} from "./frame-messages.ts";

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

/** The isolated frame did not load in time, refused a command, or is closed. */
export class RevealFrameError extends CardDataError {
  override readonly name = "RevealFrameError";

  constructor(reason: string) {
    super("ERR_REVEAL_FRAME", `The reveal frame ${reason}`);
  }
}

type Outcome = Exclude<FrameNews, { type: "hidden" | "copied" | "failed" }>;

interface Waiting {
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
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
  const waiting = new Map<number, Waiting>();
  let commands = 0;

  function onMessage(event: MessageEvent): void {
    const link = linkOf();
    const news = link && messageFrom<FrameNews>(link, event);
    if (!news) return;
    if (news.type === "hidden" || news.type === "copied") {
      if (news.type === "hidden") onHide?.(news.by);
      else clearLater(navigator.clipboard, clearAfterMs);
      return;
    }
    const waiter = waiting.get(news.command);
    waiting.delete(news.command);
    if (news.type === "failed") waiter?.reject(errorOf(news));
    else waiter?.resolve(news);
  }

  function linkOf() {
    return element.contentWindow ? { peer: element.contentWindow, origin: src.origin, nonce } : undefined;
  }

  function outcomeOf(command: number): Promise<Outcome> {
    return new Promise((resolve, reject) => waiting.set(command, { resolve, reject }));
  }

  function ask(content: FrameCommand): Promise<Outcome> {
    const link = linkOf();
    if (!link) return Promise.reject(new RevealFrameError("is closed"));
    commands += 1;
    const outcome = outcomeOf(commands);
    sendMessage(link, commands, content);
    return outcome;
  }

  function close(): void {
    window.removeEventListener("message", onMessage);
    element.remove();
    for (const { reject } of waiting.values()) reject(new RevealFrameError("was closed"));
    waiting.clear();
  }

  window.addEventListener("message", onMessage);
  const ready = outcomeOf(0);
  container.append(element);
  const timer = setTimeout(() => waiting.get(0)?.reject(new RevealFrameError("did not load in time")), readyTimeoutMs);
  await ready.catch((error: unknown) => {
    close();
    throw error;
  });
  clearTimeout(timer);

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

function errorOf({ code, message }: { code: string; message: string }): Error {
  return code === ""
    ? new RevealFrameError(`reported: ${message}`)
    : new CardDataError(code as CardDataError["code"], message);
}
