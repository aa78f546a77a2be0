export type { CopiedSecret, TextClipboard } from "./clear-clipboard.ts";
export { ClipboardError, type CopySecretOptions, copySecret } from "./copy-secret.ts";
export type { HiddenBy } from "./hide-triggers.ts";
export { type ShownSecret, type ShowSecretOptions, showSecret } from "./show-secret.ts";
