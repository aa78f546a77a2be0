import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "../harness/report.ts";
import { startServer } from "../harness/server-process.ts";
import { type Measurement, measure } from "../measure.ts";
import { buildBefore } from "./before.ts";
import type { Sizes } from "./sizes.ts";
import type { VersionInput } from "./version-contenders.ts";

const module = new URL("./version-contenders.ts", import.meta.url);
const cardServer = fileURLToPath(new URL("../client-peers/card-server.ts", import.meta.url));
const entry = (root: string): string => join(root, "packages/client/dist/index.js");

/** What a call costs now, beside the version before this contract language, in process and over loopback. */
export async function calls({ small, large }: Sizes): Promise<Report[]> {
  const before = buildBefore();
  const server = await startServer(cardServer, ["{port}"], "/");
  const input: VersionInput = { before: before.client, now: entry(small), large: entry(large) };
  try {
    return [
      await measure({ ...common, title: "A call in process", input }),
      await measure({
        ...common,
        title: "Requests over loopback",
        input: { ...input, url: server.url },
        concurrency: 32,
      }),
    ];
  } finally {
    await server.stop();
    before.remove();
  }
}

const common: Omit<Measurement, "title" | "input"> = {
  module,
  baseline: "fetch + json()",
  others: ["before", "now", "now, 240 operations"],
  blocks: 5,
  rounds: 3,
  roundMs: 500,
  bars: [
    { contender: "now", speedAtLeast: 0.95, ofThatOf: "before" },
    { contender: "now, 240 operations", speedAtLeast: 0.95, ofThatOf: "before" },
  ],
};
