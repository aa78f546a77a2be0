import { judge, type Report } from "../harness/report.ts";
import { type ServerProcess, startServer } from "../harness/server-process.ts";
import type { BenchInputs } from "./inputs.ts";
import { type LoadRequest, load, loadRequests } from "./load.ts";
import { mockCli, quiet } from "./mock-command.ts";

interface Size {
  readonly name: string;
  readonly args: readonly string[];
}

const rounds = 9;

/** Measures what a request costs the mock's processor with few and many cards, and few and many operations. */
export async function againstSize({ smallScenario, contract, largeContract }: BenchInputs): Promise<Report> {
  const cards = await compare(
    { name: "100 cards", args: ["--scenario", smallScenario] },
    { name: "100,000 cards", args: ["--scenario", "large"] },
    loadRequests.filter(({ name }) => name !== "put"),
  );
  const operations = await compare(
    { name: "23 operations", args: ["--spec", contract] },
    { name: "230 operations", args: ["--spec", largeContract] },
    loadRequests,
  );
  const rows = [...cards, ...operations];
  return {
    title: "The mock by size",
    method:
      `Both sizes run side by side and are loaded in turns of a second, ${rounds} of them each after a first that is not ` +
      "counted (autocannon, 16 connections). Processor time per request; the ratio is the median of the ratios of the turns.",
    columns: ["request", "smaller", "us", "larger", "us", "ratio"],
    rows: rows.map(({ request, smaller, smallerUs, larger, largerUs, ratio }) => {
      return [request, smaller, smallerUs, larger, largerUs, ratio];
    }),
    verdicts: rows.map(({ request, smaller, larger, ratio }) =>
      judge(`${request}: processor time with ${larger}, times that with ${smaller}`, ratio, { atMost: 1.1 }),
    ),
  };
}

interface Comparison {
  readonly request: string;
  readonly smaller: string;
  readonly smallerUs: number;
  readonly larger: string;
  readonly largerUs: number;
  readonly ratio: number;
}

async function compare(smaller: Size, larger: Size, requests: readonly LoadRequest[]): Promise<Comparison[]> {
  const start = ({ args }: Size) => startServer(mockCli, [...quiet, ...args], loadRequests[1]?.path ?? "/");
  const servers = [await start(smaller), await start(larger)] as const;
  try {
    const comparisons: Comparison[] = [];
    for (const request of requests) {
      const turns: { small: number; large: number }[] = [];
      for (let round = 0; round <= rounds; round++) {
        const small = await costUs(servers[0], request);
        turns.push({ small, large: await costUs(servers[1], request) });
      }
      const counted = turns.slice(1);
      comparisons.push({
        request: request.name,
        smaller: smaller.name,
        smallerUs: median(counted.map(({ small }) => small)),
        larger: larger.name,
        largerUs: median(counted.map(({ large }) => large)),
        ratio: median(counted.map(({ small, large }) => large / small)),
      });
    }
    return comparisons;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function costUs(server: ServerProcess, request: LoadRequest): Promise<number> {
  const before = await server.cpuMs();
  const { responses } = await load(server.url, request, 1);
  return (((await server.cpuMs()) - before) * 1000) / responses;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
