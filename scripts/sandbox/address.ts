import { environments } from "@wisekit/client";

/** Where the first look goes: by default the vendor's sandbox. */
export interface SandboxAddress {
  readonly environment?: "sandbox";
  readonly baseUrl?: string;
}

/**
 * Reads where to go from the environment variables of a process.
 *
 * @throws {Error} in CI, without a token, and for an address that is neither the vendor's sandbox nor on this machine: a host
 * of production above all.
 */
export function readSandboxAddress(env: Readonly<Record<string, string | undefined>>): SandboxAddress {
  if (env.CI) throw new Error("pnpm sandbox does not run in CI: it calls the vendor's sandbox");
  if (!env.WISE_SANDBOX_TOKEN) throw new Error("WISE_SANDBOX_TOKEN must be set to the access token of a sandbox user");
  const url = env.WISE_SANDBOX_URL;
  if (url === undefined) return { environment: "sandbox" };
  const { origin, hostname } = new URL(url);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1";
  if (isLocal || Object.values<string>(environments.sandbox).includes(origin)) return { baseUrl: url };
  throw new Error(`WISE_SANDBOX_URL must be an address of the vendor's sandbox or of this machine, not ${origin}`);
}
