import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface CliArguments {
  readonly port: number;
  readonly host: string;
  readonly scenario: string;
  readonly seed: number;
  readonly sca: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
}

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads the command line. @throws UsageError */
export function readArguments(args: readonly string[]): CliArguments {
  const { values } = parse(args);
  return {
    port: readInteger("--port", values.port, 0, 65_535),
    host: values.host,
    scenario: values.scenario,
    seed: readInteger("--seed", values.seed, 0, Number.MAX_SAFE_INTEGER),
    sca: values.sca,
    quiet: values.quiet,
    help: values.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string", short: "p", default: "4010" },
        host: { type: "string", default: "127.0.0.1" },
        scenario: { type: "string", default: "uk-business" },
        seed: { type: "string", default: "1" },
        sca: { type: "boolean", default: false },
        quiet: { type: "boolean", short: "q", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readInteger(name: string, text: string, least: number, most: number): number {
  const value = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}
