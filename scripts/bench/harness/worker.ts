// The process of one contender: prepares it once, then runs one round for each message and replies with a sample.
import type { Contenders, Sample, Task } from "./contender.ts";

/** What the parent passes on the command line, as JSON. */
export interface WorkerOrder {
  module: string;
  name: string;
  input: unknown;
  concurrency: number;
}

/** What the worker sends back, once when it is prepared and once for each round. */
export type WorkerReply = { value: unknown } | { error: string };

const BATCH_US = 200;

async function main(order: WorkerOrder): Promise<void> {
  const { contenders } = (await import(order.module)) as { contenders: Contenders };
  const contender = contenders[order.name];
  if (!contender) throw new Error(`${order.module} has no contender "${order.name}"`);
  const task = await contender(order.input as never);
  process.on("message", (roundMs: number) => {
    (roundMs > 0 ? reply(() => round(task, roundMs, order.concurrency)) : leave(task)).catch(fail);
  });
  await reply(() => null);
}

async function reply(value: () => unknown): Promise<void> {
  process.send?.({ value: await value() } satisfies WorkerReply);
}

async function leave(task: Task): Promise<void> {
  await task.stop?.();
  process.disconnect();
}

function fail(error: unknown): void {
  process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

async function round(task: Task, roundMs: number, concurrency: number): Promise<Sample> {
  const batch = await batchSize(task);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const lanes = Array.from({ length: concurrency }, () => lane(task, started + roundMs, batch));
  const operations = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
  const wallUs = (performance.now() - started) * 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    wallUs: wallUs / operations,
    cpuUs: (user + system) / operations,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
  };
}

async function lane(task: Task, deadline: number, batch: number): Promise<number> {
  let operations = 0;
  do {
    await repeat(task, batch);
    operations += batch;
  } while (performance.now() < deadline);
  return operations;
}

/** Operations between two looks at the clock, so that the look does not count for very short ones. */
async function batchSize(task: Task): Promise<number> {
  const started = performance.now();
  await repeat(task, 5);
  const operationUs = ((performance.now() - started) * 1000) / 5;
  return Math.max(1, Math.floor(BATCH_US / operationUs));
}

async function repeat(task: Task, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const result = task.once();
    if (result instanceof Promise) await result;
  }
}

await main(JSON.parse(process.argv[2] ?? "")).catch((error) => {
  fail(error);
  process.disconnect();
});
