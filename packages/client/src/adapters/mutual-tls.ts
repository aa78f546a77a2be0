import { Agent } from "undici";
import { assertText } from "../auth/assert-text.ts";
import { type Host, mutualTlsEnvironments, mutualTlsHosts } from "../generated/hosts.gen.ts";
import { assertOptions } from "../options/assert-options.ts";
import type { MutualTls } from "../options/client-hosts.ts";
import { undiciFetch } from "./undici-fetch.ts";

/** What `mutualTls` takes, each as PEM text. */
export interface MutualTlsOptions {
  /** Your certificate, which Wise knows, with the certificates that lead to its authority. */
  readonly cert: string;
  /** The private key of the certificate. */
  readonly key: string;
  /**
   * The authorities that Wise's own certificate is checked by.
   * @default those that Node trusts
   */
  readonly ca?: string | undefined;
}

// A host may want a certificate, or have an address that does.
const wantingHosts = new Set([
  ...mutualTlsHosts,
  ...Object.values(mutualTlsEnvironments).flatMap(Object.keys),
] as Host[]);

/**
 * The option `mutualTls` of `createClient`. Calls go to the hosts of Wise's for mutual TLS, where the environment has such. The
 * certificate is shown to these alone; all other calls go through the client's own `fetch`. Where you give addresses of your
 * own, those of the same hosts want the certificate, and so does a `baseUrl`. Needs the package `undici`, 7 or later.
 *
 * @throws {TypeError} for an unknown option or a missing one.
 */
export function mutualTls(options: MutualTlsOptions): MutualTls {
  const where = "mutualTls()";
  assertOptions(where, options, ["cert", "key", "ca"]);
  const { cert, key, ca } = options;
  assertText(where, "cert", cert);
  assertText(where, "key", key);
  if (ca !== undefined) assertText(where, "ca", ca);
  const withCertificate = undiciFetch({ dispatcher: new Agent({ connect: { cert, key, ...(ca && { ca }) } }) });
  return {
    apply({ environment, addressOf }, fetch) {
      const addressFor = (host: Host): string | undefined =>
        (environment && mutualTlsEnvironments[environment][host]) ?? addressOf(host);
      const wanting = [...wantingHosts].flatMap((host) => addressFor(host) ?? []);
      return {
        addressOf: addressFor,
        fetch: (input, init) => {
          const url = String(input);
          const wants = wanting.some((address) => url.startsWith(`${address}/`));
          return (wants ? withCertificate : fetch)(input, init);
        },
      };
    },
  };
}
