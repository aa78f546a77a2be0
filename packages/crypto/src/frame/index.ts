export type { FrameLabels, FrameSessionOptions } from "./frame-messages.ts";
export {
  createRevealFrame,
  type FrameShowOptions,
  type RevealFrame,
  RevealFrameError,
  type RevealFrameOptions,
} from "./reveal-frame.ts";
