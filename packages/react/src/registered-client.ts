import type { WiseClient } from "@wisekit/client";

/** The Wise client of the app. */
export type RegisteredClient = WiseClient;

/**
 * A type that holds where the registered client has these resources. Elsewhere it is a sentence that says what to do,
 * which TypeScript prints in its error.
 */
export type WithResource<Resource extends string, Type> = [Resource] extends [keyof RegisteredClient]
  ? Type
  : [missing: `The registered client has no ${Resource}; import it from "@wisekit/client/resources"`];
