import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runCommand } from "../checks/command.ts";
import { packPackage } from "../checks/packed-package.ts";
import { publishedPackages } from "../checks/workspace-packages.ts";

const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"];

/** Calls an operation that has no handler, so that the response is Prism's. */
const CALL_PRISM = `
import { createMock } from "@wisekit/mock";

const schema = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
const found = { description: "A kiosk.", content: { "application/json": { schema } } };
const contract = {
  openapi: "3.1.0",
  info: { title: "Kiosks", version: "1" },
  paths: { "/kiosk": { get: { responses: { 200: found } } } },
};
const response = await createMock({ contract }).fetch("/kiosk", { headers: { prefer: "dynamic=true" } });
console.log(response.status, Number.isInteger((await response.json()).id));
`;

let folder: string;
const dependencies: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "packed-install-"));
  for (const published of await publishedPackages(ROOT)) {
    const tarball = join(folder, `${published.folder.replaceAll("/", "-")}.tgz`);
    await packPackage(published, tarball);
    dependencies[published.name] = `file:${tarball}`;
  }
});

afterAll(() => rm(folder, { recursive: true }));

describe.each(["npm", "pnpm"])(
  "an empty project with %s",
  (manager) => {
    it("installs every package at default settings, and nothing in it has an install script", async () => {
      const project = join(folder, manager);
      await mkdir(project);
      await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
      await must(manager, ["install"], project);
      const manifests = await installedManifests(project);
      expect(manifests.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
      expect(manifests.filter(({ scripts = {} }) => INSTALL_SCRIPTS.some((name) => name in scripts))).toEqual([]);
    });

    it("has a mock that says its version, and responds with Prism without a warning", async () => {
      const project = join(folder, manager);
      const cli = join(project, "node_modules/@wisekit/mock/dist/cli.js");
      const { version } = JSON.parse(await readFile(join(ROOT, "packages/mock/package.json"), "utf8"));
      expect(await must(process.execPath, [cli, "--version"], project)).toBe(`${version}\n`);
      await writeFile(join(project, "call-prism.js"), CALL_PRISM);
      expect(await must(process.execPath, ["call-prism.js"], project)).toBe("200 true\n");
    });
  },
  180_000,
);

interface InstalledManifest {
  name?: string;
  scripts?: Record<string, string>;
}

async function installedManifests(project: string): Promise<InstalledManifest[]> {
  const modules = join(project, "node_modules");
  const files = (await readdir(modules, { recursive: true })).filter((file) => /(^|\/)package\.json$/.test(file));
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(modules, file), "utf8"))));
}

async function must(command: string, commandArguments: readonly string[], cwd: string): Promise<string> {
  const { code, output } = await runCommand(command, commandArguments, { cwd });
  expect(code, output).toBe(0);
  return output;
}
