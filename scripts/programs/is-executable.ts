import { access, constants, stat } from "node:fs/promises";

/** Whether a path names a file that can be run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    // Not there, or not for us: in either case not to be run.
    return false;
  }
}
