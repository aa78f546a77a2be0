import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** A file of the page and how it is served. */
export interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * The built page, read once: a path is a key of this map or it is nothing, so none can lead out of the folder.
 *
 * @throws Error if the page has not been built.
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const names = listFiles(folder);
  if (!names.includes("index.html")) throw new Error("The page is not built. Run: pnpm build");
  const files = new Map(names.map((name) => [`/${name}`, readFile(folder, name)]));
  return files.set("/", readFile(folder, "index.html"));
}

function listFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll("\\", "/"));
}

function readFile(folder: string, name: string): PageFile {
  const isHashed = name.startsWith("assets/");
  return {
    body: readFileSync(join(folder, name)),
    headers: {
      "content-type": mediaTypes[extname(name)] ?? "application/octet-stream",
      "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
  };
}
