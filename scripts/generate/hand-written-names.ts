import { readFileSync } from "node:fs";
import { join } from "node:path";

const packages = join(import.meta.dirname, "../../packages");

/** What a package exports from its hand-written `src/index.ts`. */
export function handWrittenExports(name: "client" | "react"): string[] {
  const text = readFileSync(join(packages, name, "src/index.ts"), "utf8");
  return [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = ""]) =>
    list
      .split(",")
      .map((entry) => entry.trim().replace(/^type /, ""))
      .filter((exported) => exported !== ""),
  );
}

/** The options of a call that the client has by itself. */
export function handWrittenOptions(): string[] {
  const files = ["shared-options.ts", "call-options.ts"];
  const texts = files.map((file) => readFileSync(join(packages, "client/src/options", file), "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name = ""]) => name));
}

/** The entries of the client that are not made from the contract: `proxy` for `@wisekit/client/proxy`. */
export function handWrittenEntries(): string[] {
  const manifest: { exports: object } = JSON.parse(readFileSync(join(packages, "client/package.json"), "utf8"));
  return Object.keys(manifest.exports).map((entry) => entry.replace(/^\.\/?/, ""));
}
