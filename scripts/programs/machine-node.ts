import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { ROOT, runCommand } from "../checks/command.ts";
import { isExecutable } from "./is-executable.ts";

/** A Node that the packages are tried on. */
export interface TriedNode {
  path: string;
  /** Which one it is, and if it is not the machine's own, why. */
  about: string;
}

/**
 * The machine's own Node, the first on the path that is not the workspace's, because that is what users run our packages
 * on. Where there is none that the packages support it is the pinned one, and `about` says so.
 */
export async function nodeToTry(path: string = process.env.PATH ?? ""): Promise<TriedNode> {
  const own = await machineNode(path);
  const pinned = { path: process.execPath, about: `the pinned Node ${process.version}` };
  if (!own) return { ...pinned, about: `${pinned.about}, because this machine has no other` };
  const { code, output } = await runCommand(own, ["--version"]);
  const version = output.trim();
  const oldest = await oldestVersion();
  if (code === 0 && isAtLeast(version, oldest)) return { path: own, about: `this machine's Node ${version}` };
  const found = code === 0 ? `is ${version}, older than ${oldest}` : "does not run";
  return { ...pinned, about: `${pinned.about}, because this machine's Node ${found}` };
}

async function machineNode(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    const node = join(folder, "node");
    if (folder && !folder.includes("node_modules") && (await isExecutable(node))) return node;
  }
  return undefined;
}

async function oldestVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(ROOT, "packages/client/package.json"), "utf8"));
  return manifest.engines.node.replace(/^>=/, "");
}

function isAtLeast(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split(".").map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
