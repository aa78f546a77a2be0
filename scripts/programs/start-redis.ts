import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { programPath } from "./find-programs.ts";

/** A Redis of our own, which keeps what it is given in a temporary folder, over restarts if it persists. */
export interface RunningRedis {
  /** The Unix socket that it listens on; it has no port. */
  readonly socketPath: string;
  /** Ends the process as a crash does. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and deletes its folder. */
  close(): Promise<void>;
}

const startLimitMs = 20_000;

/** Starts a `redis-server`. With `persist`, every write is on the disk before it is acknowledged. */
export async function startRedis({ persist = false } = {}): Promise<RunningRedis> {
  const path = await programPath("redis");
  const folder = await mkdtemp(join(tmpdir(), "redis-"));
  const socketPath = join(folder, "redis.sock");
  const settings = {
    port: "0",
    unixsocket: socketPath,
    dir: folder,
    save: "",
    appendonly: persist ? "yes" : "no",
    appendfsync: "always",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  let running: ChildProcess | undefined;

  const redis: RunningRedis = {
    socketPath,
    async start() {
      let output = "";
      const child = spawn(path, options, { stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.on("data", (chunk) => {
        output += chunk;
      });
      running = child;
      const giveUpAt = performance.now() + startLimitMs;
      while (!(await responds(socketPath))) {
        if (child.exitCode !== null || performance.now() > giveUpAt) throw new Error(`no Redis started: ${output}`);
        await sleep(20);
      }
    },
    async stop() {
      const child = running;
      running = undefined;
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      await rm(socketPath, { force: true });
    },
    async close() {
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

function responds(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath);
    socket.once("connect", () => socket.write("PING\r\n"));
    socket.once("error", () => resolve(false));
    socket.once("data", (reply) => {
      socket.destroy();
      resolve(reply.toString().startsWith("+PONG"));
    });
  });
}
