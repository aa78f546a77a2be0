import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startMock } from "@wisekit/mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, runCommand } from "../checks/command.ts";
import { nodeToTry } from "../programs/machine-node.ts";
import { smokeOutcome } from "../runtimes/smoke-outcome.ts";

const CLIENT = join(ROOT, "packages/client");
const node = await nodeToTry();
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "packed-client-"));
  await installClient();
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  for (const file of ["smoke.js", "in-process.js"]) {
    await cp(join(ROOT, "scripts/runtimes", file), join(project, file));
  }
});

afterAll(() => rm(project, { recursive: true }));

/** What npm would do, without the network: the tarball's files, and beside them the dependencies that it declares. */
async function installClient(): Promise<void> {
  const folder = join(project, "node_modules/@wisekit/client");
  const tarball = join(project, "client.tgz");
  await mkdir(folder, { recursive: true });
  await must("pnpm", ["pack", "--out", tarball], CLIENT);
  await must("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
  const { dependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const place = join(project, "node_modules", name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(CLIENT, "node_modules", name), place);
  }
}

async function must(command: string, commandArguments: readonly string[], cwd?: string): Promise<string> {
  const { code, output } = await runCommand(command, commandArguments, cwd === undefined ? {} : { cwd });
  expect(code, output).toBe(0);
  return output;
}

it(`the packed client works on ${node.about}`, async () => {
  await using mock = await startMock();
  const output = await must(node.path, ["in-process.js", mock.url], project);
  expect(JSON.parse(output.trim().split("\n").at(-1) ?? "")).toEqual(smokeOutcome);
});
