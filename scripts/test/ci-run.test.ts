import { execFile } from "node:child_process";
import { chmod, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ci-run-"));
  await cp(join(ROOT, ".ci/run"), join(folder, ".ci/run"));
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs a copy of `.ci/run` with an `npx` that does what the two scripts say instead of running pnpm. */
async function ci(commands: { test: string; check: string }): Promise<{ code: number; lastLine: string | undefined }> {
  const npx = join(folder, "npx");
  await writeFile(npx, `#!/bin/sh\ncase "$3" in test) ${commands.test} ;; check) ${commands.check} ;; esac\n`);
  await chmod(npx, 0o755);
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    const child = execFile(join(folder, ".ci/run"), { env }, (_error, stdout) => {
      resolve({ code: child.exitCode ?? -1, lastLine: stdout.trimEnd().split("\n").at(-1) });
    });
  });
}

it("a green run counts the tests and both commands and exits 0", async () => {
  const result = await ci({ test: 'echo "Summary: 40 passed, 0 failed, 0 skipped in 9 s"', check: "true" });
  expect(result).toEqual({ code: 0, lastLine: "42 passed, 0 failed" });
});

it("failed tests and the command that ran them count as failed", async () => {
  const result = await ci({ test: 'echo "Summary: 38 passed, 2 failed, 0 skipped in 9 s"; exit 1', check: "true" });
  expect(result).toEqual({ code: 1, lastLine: "39 passed, 3 failed" });
});

it("a failed check fails the run although every test passed", async () => {
  const result = await ci({ test: 'echo "Summary: 40 passed, 0 failed, 0 skipped in 9 s"', check: "exit 1" });
  expect(result).toEqual({ code: 1, lastLine: "41 passed, 1 failed" });
});

it("a test command that dies without a summary cannot pass, whatever its exit code", async () => {
  const result = await ci({ test: "echo nothing", check: "true" });
  expect(result).toEqual({ code: 1, lastLine: "2 passed, 1 failed" });
});
