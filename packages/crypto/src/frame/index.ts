export { RevealFrameError } from "./frame-conversation.ts";
export type { FrameLabels, FrameSessionOptions } from "./frame-messages.ts";
export {
  createRevealFrame,
  type FrameShowOptions,
  type RevealFrame,
  type RevealFrameOptions,
} from "./reveal-frame.ts";
