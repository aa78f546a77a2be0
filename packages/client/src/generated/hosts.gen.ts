// Generated from spec/ by `pnpm generate` (scripts/generate/emit-constants.ts); edit the contract instead.

/** Addresses of hosts. A call to a host without an address is a `TypeError`. */
export interface Hosts {
  /** The host of every operation that names no other. */
  readonly api?: string | undefined;
  readonly twcard?: string | undefined;
}

/** The name of a host. */
export type Host = keyof Hosts;

/** The address of each host in each environment of Wise's. */
export const environments = {
  production: { api: "https://api.wise.com", twcard: "https://twcard.wise.com" },
  sandbox: { api: "https://api.wise-sandbox.com", twcard: "https://twcard.wise-sandbox.com" },
} as const;

/** The name of an environment. */
export type Environment = keyof typeof environments;

/** The host of every operation that names no other. */
export const defaultHost: Host = "api";

/** The hosts that need a client certificate. */
export const mutualTlsHosts: readonly Host[] = [];

/** The addresses of hosts for clients with a certificate, which they want to see. */
export const mutualTlsEnvironments: Readonly<Record<Environment, Hosts>> = { production: { api: "https://api-mtls.transferwise.com" }, sandbox: { api: "https://api-mtls.wise-sandbox.com" } };

/** The page of each environment where a user lets the application act for them. */
export const authorizationPages: { readonly [Name in Environment]?: string } = { production: "https://wise.com/oauth/authorize/", sandbox: "https://wise-sandbox.com/oauth/authorize/" };
