import { runCommand } from "./command.ts";
import type { WorkspacePackage } from "./workspace-packages.ts";

/** Packs a package as it would be published. It must have been built. */
export async function packPackage({ path, name }: WorkspacePackage, tarball: string): Promise<void> {
  const { code, output } = await runCommand("pnpm", ["pack", "--out", tarball], { cwd: path });
  if (code !== 0) throw new Error(`pnpm pack failed for ${name}: ${output}`);
}
