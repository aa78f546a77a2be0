import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../checks/command.ts";
import { judge, type Report } from "../harness/report.ts";
import { median } from "../measure.ts";
import { compilerOptions, wiseCalls, wiseImports } from "../types.ts";
import type { Sizes } from "./sizes.ts";

const ROUNDS = 5;

/** What the types of ten calls cost, and how long the generator takes. */
export function typesAndGenerate({ small, large }: Sizes): Report {
  const rows = { small: compile(small), large: compile(large) };
  const seconds: Record<"small" | "large" | "generate" | "peer", number[]> = {
    small: [],
    large: [],
    generate: [],
    peer: [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    seconds.small.push(compile(small).seconds);
    seconds.large.push(compile(large).seconds);
    seconds.generate.push(generate(large));
    seconds.peer.push(openapiTypescript(large));
  }
  const ratio = median(seconds.large.map((value, round) => value / (seconds.small[round] ?? Number.NaN)));
  return {
    title: "Types and generator",
    method: `Ten calls against the built client, less what the import alone costs; times are medians of ${ROUNDS} interleaved rounds.`,
    columns: ["what", "23 operations", "240 operations"],
    rows: [
      ["instantiations of ten calls", rows.small.instantiations, rows.large.instantiations],
      ["tsc of that consumer, s", median(seconds.small), median(seconds.large)],
      ["generate, s", "", median(seconds.generate)],
      ["openapi-typescript alone, of the bundled contract, s", "", median(seconds.peer)],
    ],
    verdicts: [
      judge("ten calls cost at most 300 instantiations", rows.large.instantiations, { atMost: 300 }),
      judge("tsc takes at most 1.3 times as long with 240 operations", ratio, { atMost: 1.3 }),
      judge("the generator takes at most 2 s", median(seconds.generate), { atMost: 2 }),
    ],
  };
}

function compile(root: string): { instantiations: number; seconds: number } {
  const calls = check(root, wiseImports + wiseCalls);
  const bare = check(root, `${wiseImports}\nexport {};`);
  return { instantiations: calls.instantiations - bare.instantiations, seconds: calls.seconds };
}

function check(root: string, code: string): { instantiations: number; seconds: number } {
  const folder = mkdtempSync(join(root, "packages/react/types-"));
  try {
    writeFileSync(join(folder, "consumer.ts"), code);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    const tsc = join(ROOT, "scripts/node_modules/typescript/bin/tsc");
    const started = performance.now();
    const report = execFileSync(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], { encoding: "utf8" });
    const seconds = (performance.now() - started) / 1000;
    const found = /Instantiations:\s+(\d+)/.exec(report)?.[1];
    if (found === undefined) throw new Error("tsc reported no instantiations");
    return { instantiations: Number(found), seconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function generate(root: string): number {
  const started = performance.now();
  execFileSync(process.execPath, [join(ROOT, "scripts/generate/main.ts"), "--root", root], { stdio: "pipe" });
  return (performance.now() - started) / 1000;
}

function openapiTypescript(root: string): number {
  const started = performance.now();
  const command = join(ROOT, "scripts/node_modules/openapi-typescript/bin/cli.js");
  const contract = join(root, "packages/mock/src/generated/openapi.gen.json");
  execFileSync(process.execPath, [command, contract], { stdio: "pipe", maxBuffer: 2 ** 28 });
  return (performance.now() - started) / 1000;
}
