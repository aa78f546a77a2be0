import { CardDataRefusedError, isCardDataError } from "../card-data-error.ts";
import { importCardDataKey } from "../card-data-key.ts";
import { type CardDataSession, createCardDataSession } from "../card-data-session.ts";
import {
  type FrameCommand,
  type FrameEvent,
  type FrameFailure,
  type FrameMessage,
  messageFrom,
  sendMessage,
} from "../frame/frame-messages.ts";
import { disposeSecrets } from "../open-fields.ts";
import { type ShowFieldsOptions, type ShownFields, showFields } from "./show-fields.ts";

// The script of the isolated page. It exchanges messages with the window around it, if that has the origin that the
// page was created for, and with no other.
const parentOrigin = metaContent("wisekit-parent-origin");
const pinnedKeys = metaContent("wisekit-pinned-keys")?.split(" ");
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

type ShowCommand = Extract<FrameCommand, { type: "show" }>;

function createCommandHandler(
  events: Pick<ShowFieldsOptions, "onHide" | "onCopy">,
): (message: FrameMessage<FrameCommand>) => Promise<FrameEvent> {
  let session: CardDataSession | undefined;
  let shown: ShownFields | undefined;
  let commands = 0;

  async function show(message: ShowCommand): Promise<void> {
    const command = commands;
    if (session === undefined) throw new Error("there is no session; call seal() first");
    const fields = await session.open(message.response);
    if (command === commands) {
      shown = showFields(fields, { ...message, ...events });
      return;
    }
    // A later command came first: what it hides or replaces must not appear. The page is told after its `show()`.
    disposeSecrets(fields);
    setTimeout(() => events.onHide("caller"));
  }

  return async (message) => {
    commands += 1;
    shown?.hide();
    if (message.type === "seal") {
      session?.close();
      const key = await importCardDataKey(message.key, pinnedKeys ? { pinnedKeySha256: pinnedKeys } : {});
      session = await createCardDataSession(key, { ...message.options, acceptPlainJson: false });
      return { type: "sealed", request: session.request };
    }
    if (message.type === "show") await show(message);
    return { type: "done" };
  };
}

function failureOf(error: unknown): FrameFailure {
  const { message } = error as Error;
  const code = isCardDataError(error) ? error.code : undefined;
  return { type: "failed", code, reason: error instanceof CardDataRefusedError ? error.reason : undefined, message };
}

function metaContent(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
