import type { ClientOptions, Hosts } from "./client-options.ts";
import { environments } from "./generated/environments.gen.ts";

/** The addresses that the options name, without a slash at the end. */
export function readHosts({ environment, baseUrl }: Pick<ClientOptions, "environment" | "baseUrl">): Hosts {
  if ((environment === undefined) === (baseUrl === undefined)) {
    throw new TypeError("createClient needs either environment or baseUrl");
  }
  const { api, twcard } =
    typeof environment === "object"
      ? environment
      : (environments[environment as never] ?? { api: baseUrl, twcard: baseUrl });
  return { api: address(api), twcard: address(twcard) };
}

function address(value: string | undefined): string {
  if (!value || !/^(https?:\/)?\/[^?#@]*$/.test(value)) {
    throw new TypeError(
      "environment is production, sandbox or { api, twcard }, and addresses are plain http addresses",
    );
  }
  return value.replace(/\/$/, "");
}

/** Refuses to send a secret over plain http, unless it stays on this machine. */
export function assertPrivate(...origins: readonly string[]): void {
  const isExposed = /^http:\/\/(?!(localhost|[^/]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$))/i;
  if (origins.some((origin) => isExposed.test(origin))) {
    throw new TypeError("a secret is not sent over plain http, except to this machine");
  }
}
