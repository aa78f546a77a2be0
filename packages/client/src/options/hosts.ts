import { environments, type Hosts } from "../generated/hosts.gen.ts";
import type { ClientHosts } from "./client-hosts.ts";
import type { ClientOptions } from "./client-options.ts";

/** Reads the options that say where calls go. */
export function readHosts(
  where: string,
  { environment, baseUrl }: Pick<ClientOptions, "environment" | "baseUrl">,
): ClientHosts {
  if ((environment === undefined) === (baseUrl === undefined)) {
    throw new TypeError(`${where}: either environment or baseUrl is required, and not both`);
  }
  if (baseUrl !== undefined) {
    const address = readAddress(`${where}: baseUrl`, baseUrl);
    return { addressOf: () => address, addresses: [address], environment: undefined };
  }
  if (typeof environment === "object") return fromHosts(where, environment);
  if (environment === undefined || !Object.hasOwn(environments, environment)) {
    const known = Object.keys(environments).join(", ");
    throw new TypeError(`${where}: unknown environment "${environment}"; environments are ${known}`);
  }
  // The contract's own addresses have been checked by the generator, which takes https only.
  const hosts: Hosts = environments[environment];
  return { addressOf: (host) => hosts[host], addresses: Object.values(hosts), environment };
}

function fromHosts(where: string, hosts: Hosts): ClientHosts {
  const addresses = new Map<string, string>();
  for (const [host, address] of Object.entries(hosts)) {
    if (address !== undefined) addresses.set(host, readAddress(`${where}: environment.${host}`, address));
  }
  return { addressOf: (host) => addresses.get(host), addresses: [...addresses.values()], environment: undefined };
}

// A path may not begin with two slashes, which would make it another machine's address.
const httpAddress = /^https?:\/\/[^/?#@\\\s]+(\/[^/?#@\\\s]+)*\/?$/;
const relativePath = /^\/$|^(\/[^/?#@\\\s]+)+\/?$/;

function readAddress(what: string, value: unknown): string {
  const address = String(value);
  if (httpAddress.test(address) || relativePath.test(address)) return address.replace(/\/$/, "");
  throw new TypeError(`${what} must be an http(s) address or a path, without credentials, query or fragment`);
}

/** Throws a `TypeError` if credentials for this address would leave this machine unencrypted. */
export function assertSecureOrigin(origin: string): void {
  if (!origin.startsWith("http:")) return;
  const { hostname } = new URL(origin);
  if (/(^|\.)localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname)) return;
  throw new TypeError(`createClient(): credentials cannot be sent over plain http to ${hostname}; use https`);
}
