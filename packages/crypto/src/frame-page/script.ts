import { isCardDataError } from "../card-data-error.ts";
import { importCardDataKey } from "../card-data-key.ts";
import { type CardDataSession, createCardDataSession } from "../card-data-session.ts";
import {
  type FrameCommand,
  type FrameEvent,
  type FrameMessage,
  messageFrom,
  sendMessage,
} from "../frame/frame-messages.ts";
import { type ShowFieldsOptions, type ShownFields, showFields } from "./show-fields.ts";

// The script of the isolated page. It exchanges messages with the window around it, if that has the origin that the
// page was created for, and with no other.
const parentOrigin = metaContent("wisekit-parent-origin");
const pins = metaContent("wisekit-key-pins")?.split(" ");
const nonce = location.hash.slice(1);

if (parentOrigin !== undefined && nonce !== "" && window.parent !== window) {
  const link = { peer: window.parent, origin: parentOrigin, nonce };
  const send = (command: number, event: FrameEvent) => sendMessage(link, command, event);
  const handleCommand = createCommandHandler({
    onHide: (by) => send(0, { type: "hidden", by }),
    onCopy: () => send(0, { type: "copied" }),
  });
  window.addEventListener("message", (event) => {
    const message = messageFrom<FrameCommand>(link, event);
    if (message === undefined) return;
    handleCommand(message).then(
      (result) => send(message.command, result),
      (error: unknown) => send(message.command, failureOf(error)),
    );
  });
  send(0, { type: "ready" });
}

function createCommandHandler(
  events: Pick<ShowFieldsOptions, "onHide" | "onCopy">,
): (message: FrameMessage<FrameCommand>) => Promise<FrameEvent> {
  let session: CardDataSession | undefined;
  let shown: ShownFields | undefined;

  return async (message) => {
    shown?.hide();
    if (message.type === "seal") {
      session?.close();
      const key = await importCardDataKey(message.key, pins ? { pin: pins } : {});
      session = await createCardDataSession(key, { ...message.options, answer: "jwe" });
      return { type: "sealed", request: session.request };
    }
    if (message.type === "show") {
      if (session === undefined) throw new Error("there is no session to open a response with");
      shown = showFields(await session.open(message.response), { ...message, ...events });
    }
    return { type: "done" };
  };
}

function failureOf(error: unknown): FrameEvent {
  const code = isCardDataError(error) ? error.code : "";
  return { type: "failed", code, message: error instanceof Error ? error.message : "failed" };
}

function metaContent(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
