import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findPrograms, type ProgramSearch } from "../programs/find-programs.ts";
import type { Program } from "../programs/programs.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "programs-"));
});

afterEach(() => rm(folder, { recursive: true }));

function browser(places: readonly string[] = []): Program {
  return {
    title: "Browser",
    usedBy: "page tests",
    variable: "BROWSER_PATH",
    commands: ["browser", "other-browser"],
    places,
    debianPackages: ["browser", "browser-fonts"],
  };
}

const REDIS: Program = {
  title: "Redis",
  usedBy: "store tests",
  variable: "REDIS_PATH",
  commands: ["redis-server"],
  places: [],
  debianPackages: ["redis-server"],
};

async function executable(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, "#!/bin/sh\n");
  await chmod(path, 0o755);
  return path;
}

async function pathOf(program: Program, env: Record<string, string>): Promise<string | undefined> {
  const [found] = await findPrograms([program], { env, install: undefined });
  return found?.path;
}

it("the program that the variable names goes before what is on PATH", async () => {
  await executable("browser");
  const chosen = await executable("my-browser");
  expect(await pathOf(browser(), { BROWSER_PATH: chosen, PATH: folder })).toBe(chosen);
});

it("a variable that names no executable file is an error, even where another program could be found", async () => {
  await executable("browser");
  const missing = join(folder, "missing");
  const message = `BROWSER_PATH names no executable file: ${missing}`;
  await expect(pathOf(browser(), { BROWSER_PATH: missing, PATH: folder })).rejects.toThrow(message);
});

it("the first command that is on PATH goes before the usual places", async () => {
  const place = await executable("elsewhere");
  const onPath = await executable("other-browser");
  expect(await pathOf(browser([place]), { PATH: folder })).toBe(onPath);
});

it("a folder with the program's name is not the program", async () => {
  await mkdir(join(folder, "browser"));
  const place = await executable("elsewhere");
  expect(await pathOf(browser([place]), { PATH: folder })).toBe(place);
});

it("a program in one of the usual places is found when PATH has none", async () => {
  const place = await executable("elsewhere");
  expect(await pathOf(browser([join(folder, "missing"), place]), { PATH: "" })).toBe(place);
});

it("all missing programs are announced, then installed at once, then found", async () => {
  const steps: string[] = [];
  const search: ProgramSearch = {
    env: { PATH: folder },
    log: (text) => steps.push(text),
    install: async (packages) => {
      steps.push(`install ${packages.join(" ")}`);
      await executable("browser");
      await executable("redis-server");
    },
  };
  const found = await findPrograms([browser(), REDIS], search);
  expect(found.map(({ path }) => path)).toEqual([join(folder, "browser"), join(folder, "redis-server")]);
  expect(steps).toEqual([
    "Not found: Browser (page tests), Redis (store tests).\n" +
      "Installing with apt-get, which may take a minute: browser, browser-fonts, redis-server",
    "install browser browser-fonts redis-server",
  ]);
});

it("what is there is not installed again", async () => {
  await executable("browser");
  const installed: string[] = [];
  const install = async (packages: readonly string[]): Promise<void> => {
    installed.push(...packages);
    await executable("redis-server");
  };
  await findPrograms([browser(), REDIS], { env: { PATH: folder }, log: () => {}, install });
  expect(installed).toEqual(["redis-server"]);
});

it("where nothing can be installed the error gives the command to run and the variable to set", async () => {
  await expect(pathOf(browser(), { PATH: folder })).rejects.toThrow(
    "Not found: Browser (page tests).\n" +
      "Debian, Ubuntu, as root: apt-get update && apt-get install -y --no-install-recommends browser browser-fonts\n" +
      "Elsewhere: install what is missing, or set BROWSER_PATH to where it is.",
  );
});

it("an installation that brings nothing is an error", async () => {
  const search: ProgramSearch = { env: { PATH: folder }, log: () => {}, install: async () => {} };
  await expect(findPrograms([browser()], search)).rejects.toThrow("Installing brought nothing. Not found: Browser");
});
