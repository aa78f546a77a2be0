import type { ClientOptions, Hosts } from "./client-options.ts";
import { environments } from "./generated/environments.gen.ts";

/** The addresses that the options name, without a slash at the end. */
export function readHosts({ environment, baseUrl }: Pick<ClientOptions, "environment" | "baseUrl">): Hosts {
  if (!environment === !baseUrl) throw new TypeError("createClient needs either environment or baseUrl");
  const named = typeof environment === "object" ? environment : environments[environment as keyof typeof environments];
  const { api, twcard } = named ?? { api: baseUrl, twcard: baseUrl };
  return { api: address(api), twcard: address(twcard) };
}

function address(value: unknown): string {
  // A path that begins with two slashes would be another machine's address.
  const [, plain] = /^((?:https?:\/\/[^/?#@\\\s]+)?(?:\/[^/?#@\\\s]+)*)\/?$/.exec(String(value)) ?? [];
  if (plain === undefined) throw new TypeError("environment or baseUrl holds no plain http address");
  return plain;
}

/** Refuses to send a secret over plain http, unless it stays on this machine. */
export function assertPrivate(origin: string): void {
  if (!/^http:/i.test(origin)) return;
  if (!/(^|\.)localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(new URL(origin).hostname)) {
    throw new TypeError("plain http carries no secret to another machine");
  }
}
