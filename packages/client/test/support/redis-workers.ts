import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RateLimit } from "@wisekit/client";

/** What a process of `redis-worker.ts` is to use. */
export interface WorkerOptions {
  readonly socketPath: string;
  readonly url: string;
  readonly limits?: readonly RateLimit[];
  readonly onRedisDown?: "fail" | "local";
  /** Renews a user's token, which it shares by Redis. Else it has a token that never ends, and shares limits. */
  readonly tokens?: {
    readonly grant: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
    readonly options: { readonly encryptionKey: string; readonly lockMs?: number };
  };
  readonly clockShiftMs?: number;
}

/** What it reports: that it is ready, and how each call ended. */
export interface WorkerReport {
  readonly ready?: true;
  readonly ok?: boolean;
  readonly code?: string;
  readonly cause?: string;
}

/** A process of its own. */
export interface RedisWorker {
  readonly process: ChildProcess;
  readonly reports: WorkerReport[];
  /** Makes one call. */
  call(): void;
  /** Makes calls as fast as it may, 30 at a time, until it is told to rest. */
  saturate(): void;
  rest(): void;
  /** Waits until a report fits. */
  reported(fits: (report: WorkerReport) => boolean): Promise<void>;
}

const file = fileURLToPath(new URL("./redis-worker.ts", import.meta.url));

/** Starts a process and waits until it is ready. */
export async function startWorker(options: WorkerOptions): Promise<RedisWorker> {
  const child = fork(file, [JSON.stringify(options)], { execArgv: [] });
  const reports: WorkerReport[] = [];
  const listeners = new Set<() => void>();
  child.on("message", (report: WorkerReport) => {
    reports.push(report);
    for (const listener of listeners) listener();
  });
  const worker: RedisWorker = {
    process: child,
    reports,
    call: () => child.send("call"),
    saturate: () => child.send("saturate"),
    rest: () => child.send("rest"),
    reported: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!reports.some(fits)) return;
          listeners.delete(look);
          child.off("exit", fail);
          resolve();
        };
        const fail = (): void => reject(new Error("the process ended before it reported what it should"));
        listeners.add(look);
        child.once("exit", fail);
        look();
      }),
  };
  await worker.reported(({ ready }) => ready === true);
  return worker;
}
