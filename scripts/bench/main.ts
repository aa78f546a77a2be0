// `pnpm bench` lists the benchmarks; `pnpm bench client crypto` runs those, `pnpm bench all` every one.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Bench, renderReport } from "./harness/report.ts";

const HARNESS = ["main.ts", "measure.ts"];

const files = await readdir(import.meta.dirname);
const names = files.filter((file) => file.endsWith(".ts") && !HARNESS.includes(file)).map((file) => file.slice(0, -3));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== "all" && !names.includes(name));

if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(", ")}. There are: ${names.join(", ")}`);
  process.exitCode = 1;
} else if (asked.length === 0) {
  console.log("Benchmarks (pnpm bench <name>..., or all):");
  for (const name of names) console.log(`  ${name.padEnd(8)} ${(await load(name)).title}`);
} else {
  for (const name of asked.includes("all") ? names : asked) await run(name);
}

async function run(name: string): Promise<void> {
  const bench = await load(name);
  console.log(`# ${bench.title}\n`);
  for await (const report of await bench.run()) console.log(`${renderReport(report)}\n`);
}

async function load(name: string): Promise<Bench> {
  const { bench } = (await import(join(import.meta.dirname, `${name}.ts`))) as { bench?: Bench };
  if (!bench) throw new Error(`scripts/bench/${name}.ts exports no \`bench\``);
  return bench;
}
