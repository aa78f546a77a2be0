import type { CardDataErrorCode, RefusalReason } from "../card-data-error.ts";
import type { CardDataSessionOptions } from "../card-data-session.ts";
import type { HiddenBy } from "../dom/hide-triggers.ts";
import type { EncryptionKey, SealedRequest } from "../generated/card-data.gen.ts";

/** Encryption settings of the frame's session. It opens only a JWE: the page outside must never see plain fields. */
export type FrameSessionOptions = Pick<CardDataSessionOptions, "keyWrap" | "request" | "ttlMs">;

/** The label of each value, by the name of its field. */
export type FrameLabels = Readonly<Record<string, string>>;

/** A command of the page to the frame. */
export type FrameCommand =
  | { type: "seal"; key: EncryptionKey; options: FrameSessionOptions }
  | { type: "show"; response: string; hideAfterMs: number; labels: FrameLabels; copyLabel: string }
  | { type: "hide" };

/** An error in the frame. `code` and `reason` are those of a `CardDataError`. */
export interface FrameFailure {
  type: "failed";
  code: CardDataErrorCode | undefined;
  reason: RefusalReason | undefined;
  message: string;
}

/** What the frame reports: the result of the command with this number, or something that no command asked for. */
export type FrameEvent =
  | { type: "ready" }
  | { type: "sealed"; request: SealedRequest }
  | { type: "done" }
  | FrameFailure
  | { type: "hidden"; by: HiddenBy }
  | { type: "copied" };

/** A message in either direction. */
export type FrameMessage<Content> = Content & {
  readonly wisekit: typeof protocol;
  /** Created by the page for this frame. A message without it comes from neither. */
  readonly nonce: string;
  /** The number of the command that this is, or is the result of; 0 for neither. */
  readonly command: number;
};

const protocol = "reveal-frame-1";

/** The other end of the conversation, and the nonce that both ends know. */
export interface FrameLink {
  readonly peer: Window;
  readonly origin: string;
  readonly nonce: string;
}

/** Sends a message to the other end, and to no other origin. */
export function sendMessage<Content extends object>(link: FrameLink, command: number, content: Content): void {
  link.peer.postMessage({ ...content, wisekit: protocol, nonce: link.nonce, command }, link.origin);
}

/** The message of an event, if window, origin and nonce are those of the other end; otherwise `undefined`. */
export function messageFrom<Content>(link: FrameLink, event: MessageEvent): FrameMessage<Content> | undefined {
  if (event.source !== link.peer || event.origin !== link.origin) return undefined;
  const data = event.data as Partial<FrameMessage<object>> | null;
  const isOurs = typeof data === "object" && data?.wisekit === protocol && data.nonce === link.nonce;
  return isOurs ? (data as FrameMessage<Content>) : undefined;
}
