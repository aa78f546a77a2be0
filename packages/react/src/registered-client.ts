import type { RegisteredClient, WiseClient } from "@wisekit/client";

/** A client with any resources, of `createClient` or `createClientWith`. */
export type AnyWiseClient = Pick<WiseClient, "http">;

/**
 * A type that holds where the app's client has the resource: always, unless the app has registered a client without it.
 * Elsewhere it is a sentence that says what to do, which TypeScript prints in its error.
 */
export type WithResource<Resource extends string, Type> = [Resource] extends [keyof RegisteredClient]
  ? Type
  : [missing: `The registered client has no ${Resource}; import it from "@wisekit/client/resources"`];
