import { spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium } from "playwright-core";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const PLACES = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium fonts-liberation";
const LOCK_WAIT_MS = 600_000;

/** Where to look for a browser and how to get one; every part has this machine's own as default. */
export interface ChromiumSearch {
  /** Environment to read `CHROMIUM_PATH` and `PATH` from. */
  env?: NodeJS.ProcessEnv;
  /** Absolute paths tried after `PATH`. */
  places?: readonly string[];
  /** Installs the browser when none was found; `undefined` forbids it. Default: apt as root on Debian, otherwise nothing. */
  install?: (() => Promise<void>) | undefined;
}

/**
 * Path of a Chromium or Chrome: `CHROMIUM_PATH`, then the usual commands on `PATH`, then the usual places; as root on
 * Debian it is installed when missing.
 *
 * @throws {Error} when `CHROMIUM_PATH` names no executable, or when there is no browser and none can be installed.
 */
export async function chromiumPath(search: ChromiumSearch = {}): Promise<string> {
  const { env = process.env, places = PLACES } = search;
  const install = "install" in search ? search.install : await systemInstaller();
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH names no executable file: ${named}`);
  }
  const found = await firstExecutable(env, places);
  if (found) return found;
  if (install) {
    await install();
    const installed = await firstExecutable(env, places);
    if (installed) return installed;
  }
  throw new Error(`No Chromium found. Install one (Debian, Ubuntu: ${INSTALL}) or set CHROMIUM_PATH.`);
}

/** A headless Chromium driven by playwright-core, the same for tests, demo and screenshots. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });
}

async function firstExecutable(env: NodeJS.ProcessEnv, places: readonly string[]): Promise<string | undefined> {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  for (const path of [...onPath, ...places]) if (await isExecutable(path)) return path;
  return undefined;
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function systemInstaller(): Promise<(() => Promise<void>) | undefined> {
  const isRoot = process.getuid?.() === 0;
  return isRoot && (await isExecutable("/usr/bin/apt-get")) ? installWithApt : undefined;
}

async function installWithApt(): Promise<void> {
  console.log("No Chromium found: installing it with apt-get, which takes a minute or two.");
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    const failure = await apt();
    if (failure === undefined) return;
    // Another apt-get may be at work, perhaps for the same browser: wait for its lock instead of failing.
    if (!/could not get lock|unable to lock/i.test(failure) || Date.now() > deadline) {
      throw new Error(`Could not install Chromium (${INSTALL}):\n${failure}`);
    }
    await sleep(3_000);
  }
}

function apt(): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/sh", ["-c", INSTALL], { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? undefined : output));
  });
}

if (import.meta.main) console.log(await chromiumPath());
