import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { recordGrants } from "../../programs/record-grants.ts";

/** Processes that call as fast as the limits let them, and when Redis gave them slots, in microseconds. */
export async function saturate(
  socketPath: string,
  { processes, seconds }: { processes: number; seconds: number },
): Promise<number[]> {
  const grants = await recordGrants(socketPath);
  const program = join(import.meta.dirname, "caller.ts");
  const callers: ChildProcess[] = Array.from({ length: processes }, () =>
    fork(program, [socketPath], { execArgv: [] }),
  );
  try {
    await Promise.all(callers.map((caller) => once(caller, "message")));
    for (const caller of callers) caller.send("begin");
    await sleep(seconds * 1000);
    return grants.times;
  } finally {
    for (const caller of callers) caller.kill("SIGKILL");
    grants.close();
  }
}
