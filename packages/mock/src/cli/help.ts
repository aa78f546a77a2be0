import { scenarioNames } from "../scenario/scenario.ts";

/** What `--help` prints. */
export const helpText: string = `Stateful mock server for the Wise card API.

Usage
  wisekit-mock [options]

Options
  -p, --port <number>      Where to listen; 0 takes any free port. Default 4010.
      --host <address>     Default 127.0.0.1. Another address lets other machines in.
      --scenario <name>    What to start with: ${scenarioNames.join(", ")}, or a JSON file of your
                           own. Default uk-business.
      --state <file>       Keep the state in this file over restarts. Flags that are given win over its settings; a
                           scenario or seed is used only where there is no such file yet.
      --seed <number>      The same seed gives the same identifiers and keys. Default 1.
      --sca                Challenge calls for card data of UK and EEA profiles. --no-sca does not.
      --rate-limits        Enforce the documented rate limits, with 429 and Retry-After.
      --card-data <form>   Form of responses with card data: jwe or json. Default jwe.
      --strict             Find fault with unknown query parameters and body fields, and with responses that rest on
                           an assumption. JSON under another media type gets 415.
      --accept-assumption <name>
                           An assumption that --strict lets pass; may be given several times. The name stands before
                           the colon in x-wisekit-assumed.
      --fault <rule>       Make calls fail; may be given several times. A rule is an operation, or *, and words:
                           status=429 retry-after=2 latency=100-500 connection=reset-after-commit
                           expired-token content-type=text/html break-contract times=1 probability=0.1 card=<token>
                           user=<id> nth=3 sequence=503,503,ok
      --spec <file>        Serve another contract (OpenAPI, JSON or YAML). Operations without a handler get
                           their response from examples and schemas, by Prism.
      --on-unhandled <what>
                           For operations without a handler: example, warn (once for each operation) or error.
                           Default warn, with --quiet example.
      --coverage <file>    Write which parts of the contract were touched into this file (JSON) at the end.
      --log <form>         pretty, json or quiet. Default pretty.
  -q, --quiet              Print nothing but errors.
  -h, --help               Print this.
  -v, --version            Print the version.

Examples
  wisekit-mock
  wisekit-mock --port 4011 --scenario us-personal --state ./wise.json
  wisekit-mock --sca --fault 'cards.list status=429 retry-after=2 times=1'

  curl -H 'Authorization: Bearer any' http://127.0.0.1:4010/v3/spend/profiles/123456/cards

The mock's own page is at /__mock.`;
