import { cpus } from "node:os";
import type { Sample } from "./harness/contender.ts";
import { type ContenderProcess, startContender } from "./harness/contender-process.ts";
import { judge, type Report, type Verdict } from "./harness/report.ts";

/** What a contender has to reach. Ratios are to the baseline in the same round; with `ofThatOf` the quotient of both contenders' ratios. */
export type Bar = { contender: string } & ({ speedAtLeast: number; ofThatOf?: string } | { cpuAtMost: number });

/** A comparison of contenders by time. */
export interface Measurement {
  title: string;
  /** Module that exports `contenders` (see `harness/contender.ts`). */
  module: URL;
  /** The contender that all others are compared with. It runs twice: the second is the control row. */
  baseline: string;
  /** The other contenders, in the order of the table. */
  others: readonly string[];
  /** Passed to every contender as JSON. */
  input?: unknown;
  /** Operations in flight at once. Default: 1. */
  concurrency?: number;
  /** Restarts: each block has fresh processes. Default: 3. */
  blocks?: number;
  /** Measured rounds in each block, after one that is not counted. Default: 6. */
  rounds?: number;
  /** Length of a round of one contender. Default: 250. */
  roundMs?: number;
  bars?: readonly Bar[];
}

/** Medians over all rounds of one contender; ratios are medians of the ratios within each round. */
export interface Result extends Sample {
  name: string;
  /** Operations per second as a share of the baseline's: 1 is as fast, 2 twice as fast. */
  speed: number;
  /** Processor time per operation as a multiple of the baseline's. */
  cpu: number;
}

const CONTROL = "(control)";

/**
 * Measures contenders side by side: each in its own process, restarted for each block, all of them in each round in
 * random order, so that whatever disturbs the machine disturbs them alike. The control row is the baseline again: its
 * distance from 1 is the noise of this run.
 */
export async function measure(measurement: Measurement): Promise<Report> {
  const results = await measureResults(measurement);
  const { concurrency = 1, blocks = 3, rounds = 6, roundMs = 250 } = measurement;
  return {
    title: measurement.title,
    method:
      `Concurrency ${concurrency}; ${blocks} restarts x ${rounds} rounds x ${roundMs} ms, random order, one process each; ` +
      `Node ${process.versions.node}, ${cpus().length} cores. Speed and CPU are medians of ratios to "${measurement.baseline}" in the same round.`,
    columns: ["contender", "speed", "CPU", "us/op", "CPU us/op", "RSS MB"],
    rows: results.map(({ name, speed, cpu, wallUs, cpuUs, rssMb }) => [name, speed, cpu, wallUs, cpuUs, rssMb]),
    verdicts: verdicts(measurement, results),
  };
}

/** The numbers behind {@link measure}: baseline first, its control second, then the others in their order. */
export async function measureResults(measurement: Measurement): Promise<Result[]> {
  const { baseline, others, blocks = 3 } = measurement;
  const names = [baseline, `${baseline} ${CONTROL}`, ...others];
  const rounds: Map<string, Sample>[] = [];
  for (let block = 0; block < blocks; block += 1) rounds.push(...(await measureBlock(measurement, names)));
  return names.map((name) => resultOf(name, baseline, rounds));
}

async function measureBlock(measurement: Measurement, names: readonly string[]): Promise<Map<string, Sample>[]> {
  const { rounds = 6, roundMs = 250 } = measurement;
  const processes = new Map<string, ContenderProcess>();
  try {
    for (const name of names) processes.set(name, await startProcess(measurement, name));
    const measured: Map<string, Sample>[] = [];
    for (let round = 0; round <= rounds; round += 1) measured.push(await measureRound(processes, roundMs));
    return measured.slice(1);
  } finally {
    await Promise.all([...processes.values()].map((contender) => contender.stop()));
  }
}

function startProcess(measurement: Measurement, name: string): Promise<ContenderProcess> {
  const { module, input = null, concurrency = 1 } = measurement;
  return startContender({ module: module.href, name: name.replace(` ${CONTROL}`, ""), input, concurrency });
}

async function measureRound(
  processes: ReadonlyMap<string, ContenderProcess>,
  roundMs: number,
): Promise<Map<string, Sample>> {
  const samples = new Map<string, Sample>();
  for (const [name, contender] of shuffled([...processes])) samples.set(name, await contender.round(roundMs));
  return samples;
}

function resultOf(name: string, baseline: string, rounds: readonly Map<string, Sample>[]): Result {
  const pairs = rounds.map((round) => ({ own: sampleOf(round, name), base: sampleOf(round, baseline) }));
  return {
    name,
    speed: median(pairs.map(({ own, base }) => base.wallUs / own.wallUs)),
    cpu: median(pairs.map(({ own, base }) => own.cpuUs / base.cpuUs)),
    wallUs: median(pairs.map(({ own }) => own.wallUs)),
    cpuUs: median(pairs.map(({ own }) => own.cpuUs)),
    rssMb: median(pairs.map(({ own }) => own.rssMb)),
  };
}

function sampleOf(round: ReadonlyMap<string, Sample>, name: string): Sample {
  const sample = round.get(name);
  if (!sample) throw new Error(`no sample of "${name}"`);
  return sample;
}

function verdicts({ bars = [], baseline }: Measurement, results: readonly Result[]): Verdict[] {
  const control = resultNamed(results, `${baseline} ${CONTROL}`);
  return bars.map((bar) => {
    const result = resultNamed(results, bar.contender);
    if ("speedAtLeast" in bar) {
      const { speedAtLeast, ofThatOf = baseline } = bar;
      const claim = `${bar.contender} runs at ${speedAtLeast} of the speed of ${ofThatOf} or more`;
      const speed = result.speed / resultNamed(results, ofThatOf).speed;
      return judge(claim, speed, { atLeast: speedAtLeast }, Math.abs(control.speed - 1));
    }
    const claim = `${bar.contender} takes at most ${bar.cpuAtMost} times the CPU of ${baseline}`;
    return judge(claim, result.cpu, { atMost: bar.cpuAtMost }, Math.abs(control.cpu - 1));
  });
}

function resultNamed(results: readonly Result[], name: string): Result {
  const result = results.find((candidate) => candidate.name === name);
  if (!result) throw new TypeError(`a bar names the unknown contender "${name}"`);
  return result;
}

/** Middle value, or the mean of the two middle values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError("the median of nothing is not defined");
  return (upper + lower) / 2;
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
