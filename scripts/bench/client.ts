import { fileURLToPath } from "node:url";
import type { Bench, Report, Verdict } from "./harness/report.ts";
import { judge } from "./harness/report.ts";
import { startServer } from "./harness/server-process.ts";
import { type Measurement, measure, measureResults } from "./measure.ts";

const module = new URL("./client-peers/client-contenders.ts", import.meta.url);
const cardServer = fileURLToPath(new URL("./client-peers/card-server.ts", import.meta.url));
const baseline = "fetch + json()";
const peers = ["openapi-fetch", "ky", "axios", "lithic", "stripe"];

/** What a call costs, with everything on that the client does, against `fetch` and against other clients. */
export const bench: Bench = {
  title: "client: a list of ten cards, over loopback and in process",
  async run() {
    const server = await startServer(cardServer, ["{port}"], "/");
    try {
      const reports: Report[] = [];
      for (const concurrency of [1, 32]) reports.push(await overLoopback(server.url, concurrency));
      return [...reports, await inProcess()];
    } finally {
      await server.stop();
    }
  },
};

async function overLoopback(url: string, concurrency: number): Promise<Report> {
  return measure({
    title: `Over loopback, ${concurrency} at a time`,
    module,
    baseline,
    others: ["wisekit", "wisekit on undici", ...peers],
    input: { url },
    concurrency,
    // A process is fast or slow for as long as it lives: more of them say more than longer ones.
    blocks: 6,
    rounds: 3,
    roundMs: 400,
    bars: [
      { contender: "wisekit", speedAtLeast: 0.88 },
      { contender: "wisekit", speedAtLeast: 1.3, ofThatOf: "lithic" },
      { contender: "wisekit", cpuAtMost: 1.2 },
      { contender: "wisekit on undici", speedAtLeast: 1.3 },
    ],
  });
}

/** The client's own cost: what a call takes longer than `fetch` itself, when the response is there at once. */
async function inProcess(): Promise<Report> {
  const measurement: Measurement = {
    title: "",
    module,
    baseline,
    others: ["wisekit", ...peers],
    input: {},
    // A few microseconds are the difference of two numbers that change by as much from one process to the next.
    blocks: 10,
    rounds: 3,
    roundMs: 300,
  };
  const results = await measureResults(measurement);
  const [baselineUs = Number.NaN, controlUs = Number.NaN] = results.map(({ wallUs }) => wallUs);
  const fetchUs = (baselineUs + controlUs) / 2;
  const costOf = (name: string): number =>
    (results.find((result) => result.name === name)?.wallUs ?? Number.NaN) - fetchUs;
  const ratio = (peer: string): number => costOf("wisekit") / costOf(peer);
  const verdicts: Verdict[] = [
    judge("wisekit's own cost is at most 1.5 times that of bare openapi-fetch", ratio("openapi-fetch"), {
      atMost: 1.5,
    }),
    judge("wisekit's own cost is at most half of lithic's", ratio("lithic"), { atMost: 0.5 }),
  ];
  return {
    title: "In process",
    method: `A fetch that responds from memory; own cost is the time over the mean of ${baseline} and its control.`,
    columns: ["contender", "us/op", "own cost us", "CPU us/op"],
    rows: results.map(({ name, wallUs, cpuUs }) => [name, wallUs, wallUs - fetchUs, cpuUs]),
    verdicts,
  };
}
