import type { CardDataSessionOptions } from "../card-data-session.ts";
import type { HiddenBy } from "../dom/hide-triggers.ts";
import type { EncryptionKey, SealedRequest } from "../generated/card-data.gen.ts";

/** The profile of the session that the frame makes; it opens nothing but a JWE, so the page outside never sees fields. */
export type FrameSessionOptions = Pick<CardDataSessionOptions, "keyWrap" | "nonce" | "ttlMs">;

/** What stands before each value, by the name of the field. */
export type FrameLabels = Readonly<Record<string, string>>;

/** What the page asks of the frame. */
export type FrameCommand =
  | { type: "seal"; key: EncryptionKey; options: FrameSessionOptions }
  | { type: "show"; answer: string; hideAfterMs: number; labels: FrameLabels; copyLabel: string }
  | { type: "hide" };

/** What the frame says: the outcome of the command with this number, or something that happened. */
export type FrameNews =
  | { type: "ready" }
  | { type: "sealed"; request: SealedRequest }
  | { type: "done" }
  | { type: "failed"; code: string; message: string }
  | { type: "hidden"; by: HiddenBy }
  | { type: "copied" };

/** A message in either direction. */
export type FrameMessage<Content> = Content & {
  readonly wisekit: typeof protocol;
  /** Made by the page for this frame; whoever does not know it is neither. */
  readonly nonce: string;
  /** Which command this is, or is the outcome of; 0 for neither. */
  readonly command: number;
};

const protocol = "reveal-frame-1";

/** One end of the conversation: who is at the other, and the nonce that both know. */
export interface FrameLink {
  readonly peer: Window;
  readonly origin: string;
  readonly nonce: string;
}

/** Sends to the other end, and to no other origin. */
export function sendMessage<Content extends object>(link: FrameLink, command: number, content: Content): void {
  link.peer.postMessage({ ...content, wisekit: protocol, nonce: link.nonce, command }, link.origin);
}

/** The message of an event, if it is from the other end of the link: its window, its origin, its nonce. */
export function messageFrom<Content>(link: FrameLink, event: MessageEvent): FrameMessage<Content> | undefined {
  if (event.source !== link.peer || event.origin !== link.origin) return undefined;
  const data = event.data as Partial<FrameMessage<object>> | null;
  const isOurs = typeof data === "object" && data?.wisekit === protocol && data.nonce === link.nonce;
  return isOurs ? (data as FrameMessage<Content>) : undefined;
}
