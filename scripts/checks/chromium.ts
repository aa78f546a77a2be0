import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { aptCommand, aptInstaller, isExecutable } from "./apt.ts";

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

const PACKAGES = ["chromium", "fonts-liberation"];

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
  const install = "install" in search ? search.install : await aptInstaller(PACKAGES);
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
  throw new Error(`No Chromium found. Install one (Debian, Ubuntu: ${aptCommand(PACKAGES)}) or set CHROMIUM_PATH.`);
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

if (import.meta.main) console.log(await chromiumPath());
