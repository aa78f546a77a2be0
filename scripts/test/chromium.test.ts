import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { chromiumPath } from "../checks/chromium.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chromium-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function executable(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, "#!/bin/sh\n");
  await chmod(path, 0o755);
  return path;
}

it("CHROMIUM_PATH goes before what stands on PATH", async () => {
  await executable("chromium");
  const chosen = await executable("my-browser");
  expect(await chromiumPath({ env: { CHROMIUM_PATH: chosen, PATH: folder } })).toBe(chosen);
});

it("a CHROMIUM_PATH that names no executable is refused, not passed over", async () => {
  await executable("chromium");
  const missing = join(folder, "missing");
  await expect(chromiumPath({ env: { CHROMIUM_PATH: missing, PATH: folder } })).rejects.toThrow(missing);
});

it("a browser on PATH goes before the usual places", async () => {
  const place = await executable("elsewhere");
  const onPath = await executable("google-chrome");
  expect(await chromiumPath({ env: { PATH: folder }, places: [place] })).toBe(onPath);
});

it("a browser in one of the usual places is found when PATH has none", async () => {
  const place = await executable("elsewhere");
  expect(await chromiumPath({ env: { PATH: "" }, places: [join(folder, "missing"), place] })).toBe(place);
});

it("a missing browser is installed once and then found", async () => {
  let installs = 0;
  const install = async (): Promise<void> => {
    installs += 1;
    await executable("chromium");
  };
  expect(await chromiumPath({ env: { PATH: folder }, places: [], install })).toBe(join(folder, "chromium"));
  expect(installs).toBe(1);
});

it("where nothing can be installed the error says what to type", async () => {
  await expect(chromiumPath({ env: { PATH: folder }, places: [], install: undefined })).rejects.toThrow(
    /apt-get install -y .*chromium.*CHROMIUM_PATH/,
  );
});
