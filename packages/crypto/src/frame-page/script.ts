import { isCardDataError } from "../card-data-error.ts";
import { importCardDataKey } from "../card-data-key.ts";
import { type CardDataSession, createCardDataSession } from "../card-data-session.ts";
import {
  type FrameCommand,
  type FrameMessage,
  type FrameNews,
  messageFrom,
  sendMessage,
} from "../frame/frame-messages.ts";
import { type ShowFieldsOptions, type ShownFields, showFields } from "./show-fields.ts";

// The page's own script: it speaks with the window around it, if that is the one the page was made for, and no other.
const parentOrigin = metaContent("wisekit-parent-origin");
const pins = metaContent("wisekit-key-pins")?.split(" ");
const nonce = location.hash.slice(1);

if (parentOrigin !== undefined && nonce !== "" && window.parent !== window) {
  const link = { peer: window.parent, origin: parentOrigin, nonce };
  const send = (command: number, news: FrameNews) => sendMessage(link, command, news);
  const obey = commandHandler({
    onHide: (by) => send(0, { type: "hidden", by }),
    onCopy: () => send(0, { type: "copied" }),
  });
  window.addEventListener("message", (event) => {
    const message = messageFrom<FrameCommand>(link, event);
    if (message === undefined) return;
    obey(message).then(
      (news) => send(message.command, news),
      (error: unknown) => send(message.command, failureOf(error)),
    );
  });
  send(0, { type: "ready" });
}

function commandHandler(
  events: Pick<ShowFieldsOptions, "onHide" | "onCopy">,
): (message: FrameMessage<FrameCommand>) => Promise<FrameNews> {
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
      if (session === undefined) throw new Error("there is no session to open an answer with");
      shown = showFields(await session.open(message.answer), { ...message, ...events });
    }
    return { type: "done" };
  };
}

function failureOf(error: unknown): FrameNews {
  const code = isCardDataError(error) ? error.code : "";
  return { type: "failed", code, message: error instanceof Error ? error.message : "failed" };
}

function metaContent(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
