import { CardDataError } from "../card-data-error.ts";
import { type FrameCommand, type FrameNews, messageFrom, sendMessage } from "./frame-messages.ts";

/** The isolated frame did not load in time, refused a command, or is closed. */
export class RevealFrameError extends CardDataError {
  override readonly name = "RevealFrameError";

  constructor(reason: string) {
    super("ERR_REVEAL_FRAME", `The reveal frame ${reason}`);
  }
}

/** Something that happened in the frame. */
export type FrameEvent = Extract<FrameNews, { type: "hidden" | "copied" }>;

/** What came of a command. */
export type FrameOutcome = Exclude<FrameNews, FrameEvent | { type: "failed" }>;

/** The page's side of the conversation with a frame. */
export interface FrameConversation {
  /** Resolves when the page in the frame reports, and rejects if it does not in time. */
  readonly ready: Promise<FrameOutcome>;
  /** Sends a command and gives what came of it. */
  ask(command: FrameCommand): Promise<FrameOutcome>;
  /** Stops listening; what is still waited for fails. */
  end(): void;
}

interface Waiting {
  resolve(outcome: FrameOutcome): void;
  reject(error: Error): void;
}

/** Listens to a frame that has not been put into the page yet. */
export function startConversation(
  element: HTMLIFrameElement,
  party: { origin: string; nonce: string; readyTimeoutMs: number; onEvent: (event: FrameEvent) => void },
): FrameConversation {
  const waiting = new Map<number, Waiting>();
  const listening = new AbortController();
  let commands = 0;

  // Read each time: a frame that is out of the page has no window.
  const linkOf = () => element.contentWindow && { ...party, peer: element.contentWindow };

  const outcomeOf = (command: number) =>
    new Promise<FrameOutcome>((resolve, reject) => {
      waiting.set(command, { resolve, reject });
    });

  function onMessage(event: MessageEvent): void {
    const link = linkOf();
    const news = link ? messageFrom<FrameNews>(link, event) : undefined;
    if (news === undefined) return;
    if (news.type === "hidden" || news.type === "copied") {
      party.onEvent(news);
      return;
    }
    const waiter = waiting.get(news.command);
    waiting.delete(news.command);
    if (news.type === "failed") waiter?.reject(errorOf(news));
    else waiter?.resolve(news);
  }

  async function ask(command: FrameCommand): Promise<FrameOutcome> {
    const link = linkOf();
    if (!link) throw new RevealFrameError("is closed");
    commands += 1;
    sendMessage(link, commands, command);
    return outcomeOf(commands);
  }

  function end(reason = "was closed"): void {
    listening.abort();
    clearTimeout(timer);
    for (const { reject } of waiting.values()) reject(new RevealFrameError(reason));
    waiting.clear();
  }

  window.addEventListener("message", onMessage, { signal: listening.signal });
  const ready = outcomeOf(0);
  const timer = setTimeout(() => waiting.has(0) && end("did not load in time"), party.readyTimeoutMs);
  return { ready, ask, end: () => end() };
}

function errorOf({ code, message }: { code: string; message: string }): Error {
  if (code === "") return new RevealFrameError(`reported: ${message}`);
  return new CardDataError(code as CardDataError["code"], message);
}
