import { join } from "node:path";
import { startMock } from "@wisekit/mock";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { launchFirefox } from "../programs/launch-firefox.ts";
import { smokeOutcome } from "../runtimes/smoke-outcome.ts";
import { startSite } from "../runtimes/start-site.ts";

it("everything works in Firefox, wise.http included, though its requests have no body to look at", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as client from "@wisekit/client"; import { smoke } from "./smoke.js"; globalThis.smoke = (url) => smoke(client, url);`,
      resolveDir: join(ROOT, "scripts/runtimes"),
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  await using site = await startSite(outputFiles[0]?.text ?? "");
  await using mock = await startMock();
  const firefox = await launchFirefox();
  try {
    await firefox.page.goto(site.url);
    expect(await firefox.page.evaluate("'body' in Request.prototype")).toBe(false);
    expect(await firefox.page.evaluate(`smoke(${JSON.stringify(mock.url)})`)).toEqual(smokeOutcome);
  } finally {
    await firefox.close();
  }
}, 120_000);
