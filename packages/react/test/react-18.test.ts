import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

it("queries, writes and reveals under React 18 as well", () => {
  const fixture = (name: string) => join(import.meta.dirname, "support", name);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", fixture("react-18-hooks.ts"), fixture("under-react-18.ts")],
    { encoding: "utf8", timeout: 30_000 },
  );
  expect(stderr).toBe("");
  expect(stdout.trim()).toBe("React 18.3.1: FROZENshown4596 6100 0008 6320");
}, 40_000);
