import { createConnection } from "node:net";

/** Which slots Redis gave, by its own clock. */
export interface GrantLog {
  /** The time of each grant in microseconds, in order. */
  readonly times: number[];
  close(): void;
}

/** Writes down every slot of the rate limits that a Redis gives from now on: what its MONITOR says of the script. */
export async function recordGrants(socketPath: string): Promise<GrantLog> {
  const times: number[] = [];
  const socket = createConnection(socketPath);
  let rest = "";
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "+OK") resolve();
        const time = / lua\] "LPUSH" "\S*rate-limits" "(\d+)"$/.exec(line)?.[1];
        if (time) times.push(Number(time));
      }
    });
    socket.write("MONITOR\r\n");
  });
  // It breaks when Redis is stopped, which tests do.
  socket.on("error", () => {});
  return { times, close: () => socket.destroy() };
}

/** The most grants in any window of this length, its edges included. */
export function fullestWindow(times: readonly number[], windowMs: number): number {
  let most = 0;
  let first = 0;
  for (const [last, time] of times.entries()) {
    while (time - (times[first] ?? 0) > windowMs * 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
