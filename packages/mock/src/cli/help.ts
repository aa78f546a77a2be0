import { scenarioNames } from "../scenario/scenario.ts";

/** What `--help` prints. */
export const helpText: string = `A Wise on your desk: the card API, with a memory.

Usage
  wisekit-mock [options]

Options
  -p, --port <number>      Where to listen; 0 takes any free port. Default 4010.
      --host <address>     Default 127.0.0.1. Another address lets other machines in.
      --scenario <name>    What to start with: ${scenarioNames.join(", ")}. Default uk-business.
      --seed <number>      The same seed gives the same identifiers and keys. Default 1.
      --sca                Challenge calls for card data of UK and EEA profiles.
  -q, --quiet              Print nothing but errors.
  -h, --help               Print this.

Examples
  wisekit-mock
  wisekit-mock --port 4011 --scenario us-personal
  wisekit-mock --sca --seed 7

  curl -H 'Authorization: Bearer any' http://127.0.0.1:4010/v3/spend/profiles/123456/cards`;
