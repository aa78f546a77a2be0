import { type Browser, chromium } from "playwright-core";
import { programPath } from "./find-programs.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium driven by playwright-core, the same for tests, demo and screenshots. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await programPath("chromium"), args: FLAGS });
}
