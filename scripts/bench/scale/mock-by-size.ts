import { join } from "node:path";
import { judge, type Report } from "../harness/report.ts";
import { type ServerProcess, startServer } from "../harness/server-process.ts";
import { median } from "../measure.ts";
import { load, loadRequests } from "../mock/load.ts";
import { quiet } from "../mock/mock-command.ts";
import type { Sizes } from "./sizes.ts";

const ROUNDS = 5;
const path = loadRequests[1]?.path ?? "/";

/** Start, speed and memory of the mock with few and with many operations. */
export async function mockBySize({ small, large }: Sizes): Promise<Report> {
  const start = (root: string): Promise<ServerProcess> =>
    startServer(join(root, "packages/mock/dist/cli.js"), quiet, path);
  const startMs = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    startMs.small.push(await startTime(start(small)));
    startMs.large.push(await startTime(start(large)));
  }
  const servers = { small: await start(small), large: await start(large) };
  try {
    const speeds = await speedsOf(servers);
    const memory = { small: await servers.small.residentMb(), large: await servers.large.residentMb() };
    const more = median(startMs.large) - median(startMs.small);
    return {
      title: "The mock",
      method: `${ROUNDS} interleaved starts; both under load in turns of a second, ${ROUNDS} of them (autocannon, 16 connections); memory at the end.`,
      columns: ["what", "23 operations", "240 operations"],
      rows: [
        ["start, ms", median(startMs.small), median(startMs.large)],
        ...speeds.map(({ request, ...rates }): [string, number, number] => [
          `${request}, requests/s`,
          rates.small,
          rates.large,
        ]),
        ["memory, MB", memory.small, memory.large],
      ],
      verdicts: [
        judge("the mock starts at most 25 ms later", more, { atMost: 25 }),
        ...speeds.map(({ request, ratio }) =>
          judge(`${request}: at least 0.9 of the requests`, ratio, { atLeast: 0.9 }),
        ),
        judge("the mock takes at most 140 MB", memory.large, { atMost: 140 }),
      ],
    };
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function startTime(starting: Promise<ServerProcess>): Promise<number> {
  const server = await starting;
  await server.stop();
  return server.startMs;
}

interface Speed {
  readonly request: string;
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
}

async function speedsOf(servers: { small: ServerProcess; large: ServerProcess }): Promise<Speed[]> {
  const speeds: Speed[] = [];
  for (const request of loadRequests) {
    const rounds: { small: number; large: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const small = (await load(servers.small.url, request, 1)).perSecond;
      rounds.push({ small, large: (await load(servers.large.url, request, 1)).perSecond });
    }
    const counted = rounds.slice(1);
    speeds.push({
      request: request.name,
      small: median(counted.map(({ small }) => small)),
      large: median(counted.map(({ large }) => large)),
      ratio: median(counted.map(({ small, large }) => large / small)),
    });
  }
  return speeds;
}
