import { setTimeout as sleep } from "node:timers/promises";
import { runCommand } from "../checks/command.ts";
import { isExecutable } from "./is-executable.ts";

const LOCK_WAIT_MS = 600_000;

/** The commands that install Debian packages. */
export function aptCommand(packages: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(" ")}`;
}

/** What installs Debian packages here, or `undefined` where that cannot be done: not Debian, or not root. */
export async function aptInstaller(): Promise<((packages: readonly string[]) => Promise<void>) | undefined> {
  const isDebian = await isExecutable("/usr/bin/apt-get");
  return process.getuid?.() === 0 && isDebian ? installWithApt : undefined;
}

async function installWithApt(packages: readonly string[]): Promise<void> {
  const command = aptCommand(packages);
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
