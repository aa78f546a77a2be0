import { parseArgs } from "node:util";
import type { FaultRule } from "../faults/fault.ts";
import { parseFaultRule } from "../faults/parse-fault.ts";
import { type OnUnhandledOperation, unhandledChoices } from "../pipeline/unhandled-operation.ts";

/** What the command line asks for. */
export interface CliArguments {
  readonly port: number;
  readonly host: string;
  /** Undefined if not given, as are the next three: what is given wins over a state file. */
  readonly scenario: string | undefined;
  readonly seed: number | undefined;
  readonly sca: boolean | undefined;
  readonly cardData: "jwe" | "json" | undefined;
  readonly rateLimits: boolean;
  readonly onUnhandled: OnUnhandledOperation;
  readonly strict: boolean;
  readonly acceptedAssumptions: readonly string[];
  readonly faults: readonly FaultRule[];
  readonly state: string | undefined;
  readonly spec: string | undefined;
  readonly coverage: string | undefined;
  readonly log: "pretty" | "json" | "quiet";
  readonly help: boolean;
  readonly version: boolean;
}

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads the command line. @throws UsageError */
export function readArguments(args: readonly string[]): CliArguments {
  const { values } = parse(args);
  const isQuiet = values.quiet || values.log === "quiet";
  return {
    port: readInteger("--port", values.port, 0, 65_535),
    host: values.host,
    scenario: values.scenario,
    seed: values.seed === undefined ? undefined : readInteger("--seed", values.seed, 0, Number.MAX_SAFE_INTEGER),
    sca: values.sca,
    rateLimits: values["rate-limits"],
    cardData: values["card-data"] === undefined ? undefined : readCardData(values["card-data"]),
    onUnhandled: readChoice(
      "--on-unhandled",
      values["on-unhandled"] ?? (isQuiet ? "example" : "warn"),
      unhandledChoices,
    ),
    strict: values.strict,
    acceptedAssumptions: values["accept-assumption"],
    faults: values.fault.map(readFault),
    state: values.state,
    spec: values.spec,
    coverage: values.coverage,
    log: isQuiet ? "quiet" : readChoice("--log", values.log, ["pretty", "json", "quiet"]),
    help: values.help,
    version: values.version,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      // A state file may have switched on what `--no-sca` switches off.
      allowNegative: true,
      options: {
        port: { type: "string", short: "p", default: "4010" },
        host: { type: "string", default: "127.0.0.1" },
        scenario: { type: "string" },
        seed: { type: "string" },
        sca: { type: "boolean" },
        "rate-limits": { type: "boolean", default: false },
        "card-data": { type: "string" },
        "on-unhandled": { type: "string" },
        strict: { type: "boolean", default: false },
        "accept-assumption": { type: "string", multiple: true, default: [] },
        fault: { type: "string", multiple: true, default: [] },
        state: { type: "string" },
        spec: { type: "string" },
        coverage: { type: "string" },
        log: { type: "string", default: "pretty" },
        quiet: { type: "boolean", short: "q", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", short: "v", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

function readCardData(text: string): "jwe" | "json" {
  return readChoice("--card-data", text, ["jwe", "json"]);
}

function readInteger(name: string, text: string, least: number, most: number): number {
  const value = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} must be an integer from ${least} to ${most}, not "${text}"`);
}

function readChoice<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((entry) => entry === text);
  if (choice) return choice;
  throw new UsageError(`${name} must be one of ${choices.join(", ")}, not "${text}"`);
}

function readFault(text: string): FaultRule {
  try {
    return parseFaultRule(text);
  } catch (error) {
    throw new UsageError(`--fault ${JSON.stringify(text)}: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
