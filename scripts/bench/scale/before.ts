import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../checks/command.ts";

/** The last version before operations were objects and pages had styles: what calls are compared with. */
const COMMIT = "cfc78be";

/** That version's client, built. */
export interface Before {
  /** Its `dist/index.js`. */
  readonly client: string;
  remove(): void;
}

/** Takes the version out of git and builds its client with what is installed. @throws Error if git does not have it */
export function buildBefore(): Before {
  const root = mkdtempSync(join(tmpdir(), "scale-before-"));
  const archive = execFileSync("git", ["archive", COMMIT, "packages/client", "tsconfig.base.json"], {
    cwd: ROOT,
    maxBuffer: 2 ** 28,
  });
  execFileSync("tar", ["-x", "-C", root], { input: archive });
  const folder = join(root, "packages/client");
  mkdirSync(folder, { recursive: true });
  const modules = join(ROOT, "packages/client/node_modules");
  symlinkSync(modules, join(folder, "node_modules"));
  execFileSync(join(modules, ".bin/tsdown"), [], { cwd: folder, stdio: "pipe" });
  return { client: join(folder, "dist/index.js"), remove: () => rmSync(root, { recursive: true }) };
}
