import type { Environment, Host } from "../generated/hosts.gen.ts";

/** Where the calls of a client go. */
export interface ClientHosts {
  /** The address of a host, without a slash at the end; nothing if the client was given none. */
  readonly addressOf: (host: Host) => string | undefined;
  /** All of them. */
  readonly addresses: readonly string[];
  /** The name of the environment, if it is one of Wise's. */
  readonly environment: Environment | undefined;
}

/** Shows a client certificate to the hosts that want one. Made by `mutualTls` of `@wisekit/client/node`. */
export interface MutualTls {
  /** The addresses to call instead of these, and what sends requests to them. */
  apply(
    hosts: Pick<ClientHosts, "addressOf" | "environment">,
    fetch: typeof globalThis.fetch,
  ): Pick<ClientHosts, "addressOf"> & { readonly fetch: typeof globalThis.fetch };
}
