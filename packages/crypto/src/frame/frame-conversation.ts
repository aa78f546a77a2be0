import { CardDataError, CardDataRefusedError } from "../card-data-error.ts";
import { startTimer } from "../timer.ts";
import { type FrameCommand, type FrameEvent, type FrameFailure, messageFrom, sendMessage } from "./frame-messages.ts";

/** The isolated frame did not load or respond in time, could not carry out a command, or is closed. */
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
  /** Sends a command and resolves to its result. Rejects if that does not come in time. */
  send(command: FrameCommand): Promise<CommandResult>;
  /** Stops listening. Commands without a result yet are rejected. */
  end(): void;
}

interface PendingCommand {
  stopTimer(): void;
  resolve(result: CommandResult): void;
  reject(error: Error): void;
}

/** Starts to listen to a frame, before it is put into the page. */
export function startConversation(
  element: HTMLIFrameElement,
  endpoint: {
    origin: string;
    nonce: string;
    readyTimeoutMs: number;
    commandTimeoutMs: number;
    onEvent: (event: FrameNotification) => void;
  },
): FrameConversation {
  const pending = new Map<number, PendingCommand>();
  const listening = new AbortController();
  let commands = 0;

  // Read each time, because a frame that is out of the page has no window.
  const currentLink = () => element.contentWindow && { ...endpoint, peer: element.contentWindow };

  const resultOf = (command: number, timeoutMs: number, late: string) =>
    new Promise<CommandResult>((resolve, reject) => {
      const stopTimer = startTimer(timeoutMs, () => {
        pending.delete(command);
        reject(new RevealFrameError(late));
      });
      pending.set(command, { stopTimer, resolve, reject });
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
    command?.stopTimer();
    if (event.type === "failed") command?.reject(errorOf(event));
    else command?.resolve(event);
  }

  async function send(command: FrameCommand): Promise<CommandResult> {
    const link = currentLink();
    if (!link) throw new RevealFrameError("is closed");
    commands += 1;
    sendMessage(link, commands, command);
    return resultOf(commands, endpoint.commandTimeoutMs, "did not respond in time");
  }

  function end(): void {
    listening.abort();
    for (const { stopTimer, reject } of pending.values()) {
      stopTimer();
      reject(new RevealFrameError("was closed"));
    }
    pending.clear();
  }

  window.addEventListener("message", onMessage, { signal: listening.signal });
  const ready = resultOf(0, endpoint.readyTimeoutMs, "did not load in time");
  return { ready, send, end };
}

function errorOf({ code, reason, message }: FrameFailure): Error {
  if (code === undefined) return new RevealFrameError(`failed: ${message}`);
  if (reason === undefined) return new CardDataError(code, message);
  return new CardDataRefusedError(reason, message);
}
