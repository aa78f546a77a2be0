import { aptCommand, aptInstaller } from "./apt.ts";
import { runCommand } from "./command.ts";

const PACKAGES = ["openssl"];

/** Where to look for OpenSSL and how to get it; the defaults are this machine's. */
export interface OpensslSearch {
  /** Path that commands are looked for on. */
  path?: string;
  /** Installs it when it is missing; `undefined` forbids it. Default: apt as root on Debian, otherwise nothing. */
  install?: (() => Promise<void>) | undefined;
}

/**
 * Version of the OpenSSL command, which tests hold our cryptography against; as root on Debian it is installed when
 * missing.
 *
 * @throws {Error} when there is none and none can be installed.
 */
export async function opensslVersion(search: OpensslSearch = {}): Promise<string> {
  const { path } = search;
  const install = "install" in search ? search.install : await aptInstaller(PACKAGES);
  const found = await version(path);
  if (found) return found;
  await install?.();
  const installed = install && (await version(path));
  if (installed) return installed;
  throw new Error(`No openssl found. Install it (Debian, Ubuntu: ${aptCommand(PACKAGES)}).`);
}

async function version(path: string | undefined): Promise<string | undefined> {
  const env = path === undefined ? {} : { PATH: path };
  const result = await runCommand("/usr/bin/env", ["openssl", "version"], { env });
  return result.code === 0 ? result.output.trim() : undefined;
}
