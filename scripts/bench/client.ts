import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cardPage } from "./client-peers/card-page.ts";
import type { Bench, Report, Verdict } from "./harness/report.ts";
import { judge } from "./harness/report.ts";
import { type Measurement, measure, measureResults } from "./measure.ts";

const module = new URL("./client-peers/client-contenders.ts", import.meta.url);
const baseline = "fetch + json()";
const peers = ["openapi-fetch", "ky", "axios", "lithic", "stripe"];

/** What a call costs, with everything on that the client does, against `fetch` and against other clients. */
export const bench: Bench = {
  title: "client: a list of ten cards, over loopback and in process",
  async run() {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "", "http://localhost");
      response.setHeader("content-type", "application/json");
      response.end(cardPage(pathname));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const reports: Report[] = [];
      for (const concurrency of [1, 32]) reports.push(await overLoopback(`http://127.0.0.1:${port}`, concurrency));
      return [...reports, await inProcess()];
    } finally {
      server.close();
      server.closeAllConnections();
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

/** The client's own cost: what a call takes longer than `fetch` itself, when the answer is there at once. */
async function inProcess(): Promise<Report> {
  const measurement: Measurement = {
    title: "",
    module,
    baseline,
    others: ["wisekit", ...peers],
    input: {},
    blocks: 4,
    roundMs: 300,
  };
  const results = await measureResults(measurement);
  const fetchUs = results[0]?.wallUs ?? 0;
  const costOf = (name: string): number =>
    (results.find((result) => result.name === name)?.wallUs ?? Number.NaN) - fetchUs;
  const ratio = (peer: string): number => costOf("wisekit") / costOf(peer);
  const control = Math.abs(results[1]?.wallUs ?? fetchUs) - fetchUs;
  const verdicts: Verdict[] = [
    judge("wisekit's own cost is at most 1.5 times that of bare openapi-fetch", ratio("openapi-fetch"), {
      atMost: 1.5,
    }),
    judge("wisekit's own cost is at most half of lithic's", ratio("lithic"), { atMost: 0.5 }),
  ];
  return {
    title: "In process",
    method: `A fetch that answers from memory; own cost is the time over ${baseline} (its control row differs by ${control.toFixed(1)} us).`,
    columns: ["contender", "us/op", "own cost us", "CPU us/op"],
    rows: results.map(({ name, wallUs, cpuUs }) => [name, wallUs, wallUs - fetchUs, cpuUs]),
    verdicts,
  };
}
