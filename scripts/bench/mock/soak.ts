import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { startServer } from "../harness/server-process.ts";
import { loadRequests } from "./load.ts";
import { mockCli, quiet } from "./mock-command.ts";

/** What a soak saw. */
export interface SoakResult {
  /** Resident megabytes, after each turn. */
  readonly samples: readonly number[];
  readonly responses: number;
  readonly filesBefore: number;
  readonly filesAfter: number;
}

const faults = [
  "* status=429 retry-after=1 probability=0.01",
  "* status=500 probability=0.01",
  "* latency=1-20 probability=0.02",
  "* connection=reset-after-commit probability=0.002",
  "* connection=truncate probability=0.002",
  "* break-contract probability=0.01",
];
const turnSeconds = 3;

/** Loads the mock for a while, with faults on. */
export async function soak(seconds: number): Promise<SoakResult> {
  const flags = faults.flatMap((fault) => ["--fault", fault]);
  // The server is up once a path that no fault touches responds.
  const server = await startServer(mockCli, [...quiet, ...flags], "/__mock/info");
  try {
    const filesBefore = await server.openFiles();
    const samples: number[] = [];
    let responses = 0;
    for (let turn = 0; turn * turnSeconds < seconds; turn++) {
      const request = loadRequests[turn % loadRequests.length];
      if (!request) break;
      const result = await autocannon({
        url: server.url + request.path,
        method: request.method,
        connections: 16,
        duration: turnSeconds,
        headers: { authorization: "Bearer bench", "content-type": "application/json" },
        ...(request.body !== undefined && { body: request.body }),
      });
      responses += result["2xx"] + result.non2xx;
      samples.push(await server.residentMb());
    }
    // Sockets that were reset need a moment to go.
    await sleep(2000);
    return { samples, responses, filesBefore, filesAfter: await server.openFiles() };
  } finally {
    await server.stop();
  }
}
