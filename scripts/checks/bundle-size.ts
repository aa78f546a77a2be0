import { relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { ROOT } from "./command.ts";

/** What a module weighs in a browser with all that it imports, minified. */
export interface BundleSize {
  /** Bytes before compression. */
  bytes: number;
  /** Gzipped bytes of what loads at once: the entry and what it imports by statement. */
  gzipAtOnce: number;
  /** Gzipped bytes with what is loaded on demand. */
  gzipAll: number;
}

/** Where a module is bundled, and what stays out. */
export interface BundleSetting {
  /** Folder whose dependencies the module may import. */
  resolveDir: string;
  /** Modules that are there already and do not count. */
  external: readonly string[];
}

/** Bundles the text of a module and weighs it. */
export async function bundleSize(code: string, { resolveDir, external }: BundleSetting): Promise<BundleSize> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir },
    absWorkingDir: ROOT,
    outdir: "bundle",
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: [...external],
    logLevel: "silent",
  });
  const atOnce = loadedAtOnce(metafile);
  const files = outputFiles.map(({ path, contents }) => ({
    bytes: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    isAtOnce: atOnce.has(relative(ROOT, path)),
  }));
  return {
    bytes: sum(files.map(({ bytes }) => bytes)),
    gzipAtOnce: sum(files.filter(({ isAtOnce }) => isAtOnce).map(({ gzip }) => gzip)),
    gzipAll: sum(files.map(({ gzip }) => gzip)),
  };
}

/** The files of a bundle that its entry imports by statement, directly or through others. */
function loadedAtOnce({ outputs }: Metafile): Set<string> {
  const loaded = new Set(Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === "<stdin>"));
  for (const file of loaded) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === "import-statement") loaded.add(path);
  }
  return loaded;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
