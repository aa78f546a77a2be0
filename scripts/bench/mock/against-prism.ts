import { createRequire } from "node:module";
import { judge, type Report, type Verdict } from "../harness/report.ts";
import { startServer } from "../harness/server-process.ts";
import type { BenchInputs } from "./inputs.ts";
import { type LoadResult, load, loadRequests } from "./load.ts";
import { mockCli, quiet } from "./mock-command.ts";

interface Contender {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

interface Measured {
  readonly startMs: number;
  readonly residentMb: number;
  readonly loads: Readonly<Record<string, LoadResult>>;
}

const rounds = 3;
const seconds = 3;
const prism = createRequire(import.meta.url).resolve("@stoplight/prism-cli");

/** Measures the mock, Prism's CLI and Prism's CLI without its log on the same contract and requests. */
export async function againstPrism({ contract }: BenchInputs): Promise<Report> {
  const contenders: Contender[] = [
    { name: "prism CLI", program: prism, args: ["mock", "-p", "{port}", contract] },
    { name: "prism CLI -v silent", program: prism, args: ["mock", "-v", "silent", "-p", "{port}", contract] },
    { name: "wisekit-mock", program: mockCli, args: quiet },
  ];
  const measured = await measureAll(contenders);
  const [cli, silent, mock] = contenders.map(({ name }) => medianOf(measured, name)) as [Measured, Measured, Measured];
  return {
    title: "The mock against Prism",
    method: method(),
    columns: [
      "server",
      "start ms",
      "RSS MB after load",
      ...loadRequests.flatMap(({ name }) => [`${name}/s`, "p99 ms"]),
    ],
    rows: contenders.map(({ name }) => rowOf(name, medianOf(measured, name))),
    verdicts: [
      ...loadRequests.flatMap(({ name }) => speedVerdicts(name, cli, silent, mock)),
      judge("MB after the load", mock.residentMb, { atMost: 130 }),
      judge("start, as a share of Prism CLI's", mock.startMs / cli.startMs, { atMost: 0.75 }),
    ],
  };
}

function speedVerdicts(name: string, cli: Measured, silent: Measured, mock: Measured): Verdict[] {
  const of = (measured: Measured) => measured.loads[name] as LoadResult;
  return [
    judge(`${name}: times Prism CLI's requests a second`, of(mock).perSecond / of(cli).perSecond, { atLeast: 10 }),
    judge(`${name}: times those of prism -v silent`, of(mock).perSecond / of(silent).perSecond, { atLeast: 5 }),
    judge(`${name}: share of Prism CLI's p99`, of(mock).p99Ms / of(cli).p99Ms, { atMost: 0.25 }),
  ];
}

function method(): string {
  return (
    `autocannon, 16 connections, 1 s warm-up and ${seconds} s each for list, one and put, ${rounds} rounds with fresh ` +
    `processes, medians; Node ${process.versions.node}. Start is from spawn to the first 200.`
  );
}

async function measureAll(contenders: readonly Contender[]): Promise<Map<string, Measured>[]> {
  const measured: Map<string, Measured>[] = [];
  for (let round = 0; round < rounds; round++) {
    const results = new Map<string, Measured>();
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) results.set(contender.name, await measureOne(contender));
    measured.push(results);
  }
  return measured;
}

async function measureOne({ program, args }: Contender): Promise<Measured> {
  const server = await startServer(program, args, loadRequests[1]?.path ?? "/");
  try {
    const loads: Record<string, LoadResult> = {};
    for (const request of loadRequests) {
      await load(server.url, request, 1);
      loads[request.name] = await load(server.url, request, seconds);
    }
    return { startMs: server.startMs, residentMb: await server.residentMb(), loads };
  } finally {
    await server.stop();
  }
}

function medianOf(measured: readonly Map<string, Measured>[], name: string): Measured {
  const own = measured.flatMap((round) => round.get(name) ?? []);
  const loads = loadRequests.map((request) => {
    const results = own.flatMap(({ loads }) => loads[request.name] ?? []);
    const value = (pick: (result: LoadResult) => number) => median(results.map(pick));
    return [request.name, { perSecond: value((result) => result.perSecond), p99Ms: value((result) => result.p99Ms) }];
  });
  return {
    startMs: median(own.map(({ startMs }) => startMs)),
    residentMb: median(own.map(({ residentMb }) => residentMb)),
    loads: Object.fromEntries(loads),
  };
}

function rowOf(name: string, { startMs, residentMb, loads }: Measured): (string | number)[] {
  const numbers = loadRequests.flatMap((request) => [
    loads[request.name]?.perSecond ?? 0,
    loads[request.name]?.p99Ms ?? 0,
  ]);
  return [name, Math.round(startMs), Math.round(residentMb), ...numbers.map(Math.round)];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
