import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { bundleSize } from "../checks/bundle-size.ts";
import { type Bench, judge, type Report } from "./harness/report.ts";
import { median } from "./measure.ts";

const ours = 'export { createClient } from "@wisekit/client";';

/** What each client weighs in a browser, as an app would import it. */
const imports: Readonly<Record<string, string>> = {
  "wisekit: createClient with all resources": ours,
  "wisekit: createClient and userToken": 'export { createClient, userToken } from "@wisekit/client";',
  "wisekit: an error guard": 'export { isApiError } from "@wisekit/client";',
  "openapi-fetch": 'export { default } from "openapi-fetch";',
  ky: 'export { default } from "ky";',
  axios: 'export { default } from "axios";',
  lithic: 'export { default } from "lithic";',
  stripe: 'export { default } from "stripe";',
};

const coldImports = ["openapi-fetch", "@wisekit/client", "ky", "axios", "lithic", "stripe"];

/** Sizes and start-up of the client and its peers. */
export const bench: Bench = {
  title: "bundle: bytes in a browser, and the time of a cold import",
  run: async () => [await sizes(), coldImportTimes(), installedSizes()],
};

async function sizes(): Promise<Report> {
  const setting = { resolveDir: import.meta.dirname, external: ["node:*", ...builtinModules] };
  const rows: [string, number, number, number][] = [];
  for (const [name, code] of Object.entries(imports)) {
    const { bytes, gzipAtOnce, gzipAll } = await bundleSize(code, setting);
    rows.push([name, bytes, gzipAtOnce, gzipAll]);
  }
  return {
    title: "Size",
    method:
      "esbuild, minified, for browsers, node built-ins external, gzip -9. First load is what an app fetches that calls createClient; " +
      "with what is loaded on demand (openapi-fetch, behind wise.http) it is the last column.",
    columns: ["import", "bytes", "gzip, first load", "gzip, everything"],
    rows,
    verdicts: [
      judge("createClient with all resources weighs at most 7 000 bytes", rows[0]?.[2] ?? Number.NaN, { atMost: 7000 }),
    ],
  };
}

function coldImportTimes(): Report {
  const times = new Map<string, number[]>([
    ["(nothing)", []],
    ...coldImports.map((name): [string, number[]] => [name, []]),
  ]);
  for (let round = 0; round < 15; round += 1) for (const [name, list] of times) list.push(coldImport(name));
  const empty = median(times.get("(nothing)") ?? [0]);
  const rows = [...times].map(([name, list]): [string, number, number] => [name, median(list), median(list) - empty]);
  const own = rows.find(([name]) => name === "@wisekit/client")?.[2] ?? Number.NaN;
  return {
    title: "Cold import",
    method: "One process for each import, 15 interleaved rounds, medians.",
    columns: ["module", "process ms", "over an empty process ms"],
    rows,
    verdicts: [judge("importing the client takes at most 10 ms over an empty process", own, { atMost: 10 })],
  };
}

function coldImport(name: string): number {
  const code = name === "(nothing)" ? "" : `await import(${JSON.stringify(name)})`;
  const started = performance.now();
  execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: import.meta.dirname });
  return performance.now() - started;
}

function installedSizes(): Report {
  const names = ["@wisekit/client", "openapi-fetch", "ky", "axios", "lithic", "stripe"];
  const rows = names.map((name): [string, number] => [name, installedMb(name)]);
  return {
    title: "Installed size",
    method: "Files of the package, as published, and of everything that it depends on; optional peers are not counted.",
    columns: ["package", "MB"],
    rows,
    verdicts: [judge("the client and what it depends on take at most 1 MB", rows[0]?.[1] ?? Number.NaN, { atMost: 1 })],
  };
}

function installedMb(name: string): number {
  const folders = new Set<string>();
  const visit = (dependency: string, from: string): void => {
    const folder = folderOf(dependency, from);
    if (folders.has(folder)) return;
    folders.add(folder);
    for (const next of Object.keys(manifestOf(folder).dependencies ?? {})) visit(next, folder);
  };
  visit(name, import.meta.dirname);
  return [...folders].reduce((sum, folder) => sum + publishedBytes(folder), 0) / 2 ** 20;
}

/** Where a package is, seen from a folder: the nearest `node_modules` that has it. */
function folderOf(name: string, from: string): string {
  const candidate = join(from, "node_modules", name);
  if (existsSync(candidate)) return realpathSync(candidate);
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return folderOf(name, dirname(from));
}

function manifestOf(folder: string): { dependencies?: Record<string, string>; files?: string[] } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** The bytes of what is published. A package of this workspace holds more than that. */
function publishedBytes(folder: string): number {
  if (folder.includes("node_modules")) return bytesOf(folder);
  return (manifestOf(folder).files ?? []).reduce((sum, file) => sum + bytesOf(join(folder, file)), 0);
}

function bytesOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  const inside = readdirSync(path).filter((name) => name !== "node_modules");
  return inside.reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
