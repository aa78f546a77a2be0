export { ClipboardError, type CopiedSecret, type CopySecretOptions, copySecret } from "./copy-secret.ts";
export type { HiddenBy } from "./hide-triggers.ts";
export { type ShownSecret, type ShowSecretOptions, showSecret } from "./show-secret.ts";
