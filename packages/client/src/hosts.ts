import type { ClientOptions, Hosts } from "./client-options.ts";
import { environments } from "./generated/environments.gen.ts";

/** The addresses that the options name, without a slash at the end. */
export function readHosts({ environment, baseUrl }: Pick<ClientOptions, "environment" | "baseUrl">): Hosts {
  if ((environment === undefined) === (baseUrl === undefined)) {
    throw new TypeError("createClient needs either environment or baseUrl");
  }
  if (baseUrl !== undefined) return { api: address("baseUrl", baseUrl), twcard: address("baseUrl", baseUrl) };
  if (typeof environment === "object") {
    return {
      api: address("environment.api", environment.api),
      twcard: address("environment.twcard", environment.twcard),
    };
  }
  if (environment && Object.hasOwn(environments, environment)) return environments[environment];
  throw new TypeError(
    `environment must be ${Object.keys(environments).join(", ")}, or the addresses of api and twcard`,
  );
}

function address(name: string, value: string): string {
  if (typeof value !== "string" || !/^(?:https?:\/\/[^/?#@\s]|\/)[^?#@\s]*$/i.test(value)) {
    throw new TypeError(`${name} must be an http address without query, fragment or credentials`);
  }
  return value.replace(/\/+$/, "");
}

/** Refuses to send a secret over plain http, unless it stays on this machine. */
export function assertPrivate(...origins: readonly string[]): void {
  for (const origin of origins) {
    if (!/^http:/i.test(origin)) continue;
    const { hostname } = new URL(origin);
    if (!/^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) {
      throw new TypeError("a token or secret is not sent over plain http, except to this machine");
    }
  }
}
