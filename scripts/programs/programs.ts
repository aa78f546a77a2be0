/** A program that tests use and that no package of ours brings along. */
export interface Program {
  /** As people call it. */
  title: string;
  /** What uses it. */
  usedBy: string;
  /** Environment variable that names the one to use, by its path. */
  variable: string;
  /** What it is called on `PATH`, in order of preference. */
  commands: readonly string[];
  /** Absolute paths that are tried after `PATH`. */
  places: readonly string[];
  /** What installs it on Debian. */
  debianPackages: readonly string[];
}

/**
 * Everything that `pnpm test` needs beside Node. A row is all that a further program takes: `pnpm test` finds or
 * installs it and hands its path to the tests in its variable, and a test asks for it with `programPath`.
 */
export const PROGRAMS = {
  chromium: {
    title: "Chromium",
    usedBy: "browser tests",
    variable: "CHROMIUM_PATH",
    commands: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
    places: [
      "/usr/bin/chromium",
      "/usr/lib/chromium/chromium",
      "/snap/bin/chromium",
      "/opt/google/chrome/chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    debianPackages: ["chromium", "fonts-liberation"],
  },
  firefox: {
    title: "Firefox",
    usedBy: "tests of the client in a browser that has no Request.body",
    variable: "FIREFOX_PATH",
    commands: ["firefox-esr", "firefox"],
    places: [
      "/usr/bin/firefox-esr",
      "/usr/lib/firefox-esr/firefox-esr",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
    debianPackages: ["firefox-esr"],
  },
  openssl: {
    title: "OpenSSL",
    usedBy: "tests that hold our cryptography against another's",
    variable: "OPENSSL_PATH",
    commands: ["openssl"],
    places: ["/usr/bin/openssl"],
    debianPackages: ["openssl"],
  },
  redis: {
    title: "Redis",
    usedBy: "tests of many processes that share tokens and limits",
    variable: "REDIS_PATH",
    commands: ["redis-server", "valkey-server"],
    places: ["/usr/bin/redis-server"],
    debianPackages: ["redis-server"],
  },
} satisfies Record<string, Program>;

/** A program of the table. */
export type ProgramName = keyof typeof PROGRAMS;
