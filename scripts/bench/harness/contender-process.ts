import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Sample } from "./contender.ts";
import type { WorkerOrder, WorkerReply } from "./worker.ts";

const WORKER = join(import.meta.dirname, "worker.ts");

/** A contender that sits in a process of its own and waits for its rounds. */
export interface ContenderProcess {
  /** Runs for about this long and gives what was measured. Rejects when the contender threw. */
  round(roundMs: number): Promise<Sample>;
  /** Lets the contender release what it holds and waits until its process has ended. */
  stop(): Promise<void>;
}

/** Starts a contender; resolves when it is prepared, rejects when preparing it threw. */
export async function startContender(order: WorkerOrder): Promise<ContenderProcess> {
  const child = fork(WORKER, [JSON.stringify(order)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  await nextAnswer(child, order.name);
  return {
    round: async (roundMs) => {
      child.send(roundMs);
      return (await nextAnswer(child, order.name)) as Sample;
    },
    stop: async () => {
      if (!child.connected) return;
      const closed = once(child, "close");
      child.send(0);
      await closed;
    },
  };
}

function nextAnswer(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`contender "${name}" ended with code ${code}`));
    child.once("exit", onExit);
    child.once("message", (reply: WorkerReply) => {
      child.off("exit", onExit);
      if ("error" in reply) reject(new Error(`contender "${name}" failed: ${reply.error}`));
      else resolve(reply.value);
    });
  });
}
