import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** Root folder of the repository. */
export const ROOT: string = join(import.meta.dirname, "../..");

/** What a finished command left behind. */
export interface CommandResult {
  /** Exit code; 1 when a signal ended the command. */
  code: number;
  /** Standard output and standard error in the order they came; empty when they were shown instead. */
  output: string;
}

/** How to run a command. */
export interface CommandOptions {
  /** Working directory. Default: the root of the repository. */
  cwd?: string;
  /** Added to this process's environment. */
  env?: Record<string, string>;
  /** Write to this terminal as it comes instead of keeping the output. Default: `false`. */
  show?: boolean;
}

/**
 * Runs a command without a shell; what the workspace root has installed goes before what the machine has.
 *
 * @throws the system's error when the command cannot be started. A failing command is a result, not an error.
 */
export function runCommand(
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { cwd = ROOT, env = {}, show = false } = options;
  const path = [join(ROOT, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      cwd,
      env: { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1", ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
