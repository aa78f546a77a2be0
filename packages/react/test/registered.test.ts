import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const tsc = join(import.meta.dirname, "../../../node_modules/.bin/tsc");
const example = join(import.meta.dirname, "../examples/some-resources.ts");

describe("an app that registers a client with some resources", () => {
  it("learns at compile time which resource a hook lacks", () => {
    const app = join(import.meta.dirname, "registered");
    const { stdout } = spawnSync(tsc, ["-p", app, "--noEmit"], { encoding: "utf8" });
    expect(stdout).toBe("");
  }, 120_000);

  it("has these and no others", async () => {
    const { wise } = (await import(example)) as { wise: Record<string, unknown> };
    expect([typeof wise.cards, typeof wise.permissions, typeof wise.sca]).toEqual(["object", "object", "undefined"]);
  });
});
