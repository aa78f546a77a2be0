import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Answer } from "./answer.ts";

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
export function readPageFiles(folder: string): ReadonlyMap<string, Answer> {
  const names = listFiles(folder);
  if (!names.includes("index.html")) throw new Error("The page is not built. Run: pnpm build");
  const files = new Map(names.map((name) => [`/${name}`, fileAnswer(folder, name)]));
  return files.set("/", fileAnswer(folder, "index.html"));
}

function listFiles(folder: string): string[] {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (!isThere) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}

function fileAnswer(folder: string, name: string): Answer {
  const isHashed = name.startsWith("assets/");
  return {
    status: 200,
    headers: {
      "content-type": mediaTypes[extname(name)] ?? "application/octet-stream",
      "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
    body: readFileSync(join(folder, name)),
  };
}
