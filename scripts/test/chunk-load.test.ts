import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { runCommand } from "../checks/command.ts";

// Runs in a Node of its own, whose imports are those of the bundle and nothing else's.
const DRIVER = `
import { readdirSync, renameSync } from "node:fs";
import { createClient } from "./entry.mjs";

const chunk = readdirSync(".").find((file) => file.startsWith("openapi-fetch"));
renameSync(chunk, "away");
const wise = createClient({ environment: "sandbox", fetch: async () => Response.json({ totalCount: 7 }) });
const list = () => wise.http.GET("/v3/spend/profiles/{profileId}/cards", { params: { path: { profileId: 1 } } });
const failure = await list().catch((error) => error);
renameSync("away", chunk);
console.log(JSON.stringify([failure instanceof Error, (await list()).data]));
`;

it("wise.http works after a chunk that it needs could not be loaded, once it can", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wisekit-chunks-"));
  try {
    await build({
      stdin: { contents: 'export { createClient } from "@wisekit/client"', resolveDir: import.meta.dirname },
      outdir: folder,
      entryNames: "entry",
      bundle: true,
      splitting: true,
      format: "esm",
      outExtension: { ".js": ".mjs" },
    });
    await writeFile(join(folder, "driver.mjs"), DRIVER);
    const { output } = await runCommand(process.execPath, ["driver.mjs"], { cwd: folder });
    expect(output.trim()).toBe('[true,{"totalCount":7}]');
  } finally {
    await rm(folder, { recursive: true });
  }
});
