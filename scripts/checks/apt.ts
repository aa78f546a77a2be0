import { access, constants } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { runCommand } from "./command.ts";

const LOCK_WAIT_MS = 600_000;

/** The commands that install Debian packages. */
export function aptCommand(packages: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(" ")}`;
}

/** What installs these Debian packages here, or `undefined` where that cannot be done: not Debian, or not root. */
export async function aptInstaller(packages: readonly string[]): Promise<(() => Promise<void>) | undefined> {
  const isDebian = await isExecutable("/usr/bin/apt-get");
  return process.getuid?.() === 0 && isDebian ? () => installWithApt(packages) : undefined;
}

/** Whether a path names something that can be run. */
export function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function installWithApt(packages: readonly string[]): Promise<void> {
  const command = aptCommand(packages);
  console.log(`Installing with apt-get, which may take a minute: ${packages.join(", ")}`);
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    const { code, output } = await runCommand("/bin/sh", ["-c", command], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    if (code === 0) return;
    // Another apt-get may be at work, perhaps for the same packages: wait for its lock instead of failing.
    if (!/could not get lock|unable to lock/i.test(output) || Date.now() > deadline) {
      throw new Error(`Could not install ${packages.join(", ")} (${command}):\n${output.slice(-4_000)}`);
    }
    await sleep(3_000);
  }
}
