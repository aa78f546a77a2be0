import { CardDataError } from "../card-data-error.ts";
import { type FrameCommand, type FrameEvent, messageFrom, sendMessage } from "./frame-messages.ts";

/** The isolated frame did not load in time, could not carry out a command, or is closed. */
export class RevealFrameError extends CardDataError {
  override readonly name = "RevealFrameError";

  constructor(reason: string) {
    super("ERR_REVEAL_FRAME", `The reveal frame ${reason}`);
  }
}

/** An event that no command asked for. */
export type FrameNotification = Extract<FrameEvent, { type: "hidden" | "copied" }>;

/** The result of a command. */
export type CommandResult = Exclude<FrameEvent, FrameNotification | { type: "failed" }>;

/** The page's side of the conversation with a frame. */
export interface FrameConversation {
  /** Resolves when the page in the frame is ready, and rejects if it is not in time. */
  readonly ready: Promise<CommandResult>;
  /** Sends a command and resolves to its result. */
  send(command: FrameCommand): Promise<CommandResult>;
  /** Stops listening. Commands without a result yet are rejected. */
  end(): void;
}

interface PendingCommand {
  resolve(result: CommandResult): void;
  reject(error: Error): void;
}

/** Starts to listen to a frame, before it is put into the page. */
export function startConversation(
  element: HTMLIFrameElement,
  endpoint: { origin: string; nonce: string; readyTimeoutMs: number; onEvent: (event: FrameNotification) => void },
): FrameConversation {
  const pending = new Map<number, PendingCommand>();
  const listening = new AbortController();
  let commands = 0;

  // Read each time, because a frame that is out of the page has no window.
  const currentLink = () => element.contentWindow && { ...endpoint, peer: element.contentWindow };

  const resultOf = (command: number) =>
    new Promise<CommandResult>((resolve, reject) => {
      pending.set(command, { resolve, reject });
    });

  function onMessage(message: MessageEvent): void {
    const link = currentLink();
    const event = link ? messageFrom<FrameEvent>(link, message) : undefined;
    if (event === undefined) return;
    if (event.type === "hidden" || event.type === "copied") {
      endpoint.onEvent(event);
      return;
    }
    const command = pending.get(event.command);
    pending.delete(event.command);
    if (event.type === "failed") command?.reject(errorOf(event));
    else command?.resolve(event);
  }

  async function send(command: FrameCommand): Promise<CommandResult> {
    const link = currentLink();
    if (!link) throw new RevealFrameError("is closed");
    commands += 1;
    sendMessage(link, commands, command);
    return resultOf(commands);
  }

  function end(reason = "was closed"): void {
    listening.abort();
    clearTimeout(timer);
    for (const { reject } of pending.values()) reject(new RevealFrameError(reason));
    pending.clear();
  }

  window.addEventListener("message", onMessage, { signal: listening.signal });
  const ready = resultOf(0);
  const timer = setTimeout(() => pending.has(0) && end("did not load in time"), endpoint.readyTimeoutMs);
  return { ready, send, end: () => end() };
}

function errorOf({ code, message }: { code: string; message: string }): Error {
  if (code === "") return new RevealFrameError(`failed: ${message}`);
  return new CardDataError(code as CardDataError["code"], message);
}
