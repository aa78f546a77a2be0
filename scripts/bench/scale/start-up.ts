import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { judge, type Report } from "../harness/report.ts";
import { median } from "../measure.ts";
import { buildBefore } from "./before.ts";
import type { Sizes } from "./sizes.ts";

const ROUNDS = 15;

/** What a process prints: microseconds of the first `createClient`, of a later one, and of one with a first call's method. */
interface Times {
  readonly first: number;
  readonly warm: number;
  readonly firstMethod: number;
}

/** How long it takes until there is a client. */
export function startUp({ small, large }: Sizes): Report {
  const before = buildBefore();
  try {
    return measureStart(small, large, before.client);
  } finally {
    before.remove();
  }
}

function measureStart(small: string, large: string, before: string): Report {
  const client = (root: string): string => pathToFileURL(join(root, "packages/client/dist/index.js")).href;
  const times: Record<"before" | "small" | "large", Times[]> = { before: [], small: [], large: [] };
  const imports: Record<string, number[]> = { nothing: [], before: [], small: [], large: [], lithic: [], ky: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.before.push(JSON.parse(run(timing(pathToFileURL(before).href))));
    imports.before?.push(importMs(pathToFileURL(before).href));
    times.small.push(JSON.parse(run(timing(client(small)))));
    times.large.push(JSON.parse(run(timing(client(large)))));
    imports.nothing?.push(importMs(""));
    imports.small?.push(importMs(client(small)));
    imports.large?.push(importMs(client(large)));
    imports.lithic?.push(importMs("lithic"));
    imports.ky?.push(importMs("ky"));
  }
  const middle = (size: keyof typeof times, key: keyof Times): number => median(times[size].map((entry) => entry[key]));
  const over = (name: string): number => median(imports[name] ?? []) - median(imports.nothing ?? []);
  return {
    title: "Start",
    method: `${ROUNDS} interleaved rounds, each in a fresh process, medians; an import over that of an empty process.`,
    columns: ["what", "before, 23 operations", "23 operations", "240 operations", "ky", "lithic"],
    rows: [
      [
        "createClient, the first in a process, us",
        middle("before", "first"),
        middle("small", "first"),
        middle("large", "first"),
        "",
        "",
      ],
      ["createClient, warm, us", middle("before", "warm"), middle("small", "warm"), middle("large", "warm"), "", ""],
      [
        "createClient and a first method, us",
        middle("before", "firstMethod"),
        middle("small", "firstMethod"),
        middle("large", "firstMethod"),
        "",
        "",
      ],
      ["import, ms", over("before"), over("small"), over("large"), over("ky"), over("lithic")],
    ],
    verdicts: [
      judge("the first createClient takes at most 500 us", middle("large", "first"), { atMost: 500 }),
      judge("a warm createClient takes at most 50 us", middle("large", "warm"), { atMost: 50 }),
      judge("importing the client takes at most 12 ms", over("large"), { atMost: 12 }),
    ],
  };
}

function timing(client: string): string {
  return `
    const { createClient } = await import(${JSON.stringify(client)});
    const options = { environment: "sandbox", auth: "a-token", fetch: async () => new Response("{}") };
    const us = (run) => { const started = performance.now(); run(); return (performance.now() - started) * 1000; };
    const first = us(() => createClient(options));
    const firstMethod = first + us(() => createClient(options).cards.list);
    for (let time = 0; time < 2000; time += 1) createClient(options);
    const warm = us(() => { for (let time = 0; time < 1000; time += 1) createClient(options); }) / 1000;
    console.log(JSON.stringify({ first, firstMethod, warm }));`;
}

function importMs(name: string): number {
  const started = performance.now();
  run(name === "" ? "" : `await import(${JSON.stringify(name)})`);
  return performance.now() - started;
}

function run(code: string): string {
  const args = ["--input-type=module", "-e", code];
  return execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: "utf8" });
}
