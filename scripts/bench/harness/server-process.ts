import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A server under test, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** From spawning it to its first 200. */
  readonly startMs: number;
  residentMb(): Promise<number>;
  /** Processor time since it was spawned. */
  cpuMs(): Promise<number>;
  /** How many file descriptors are open, sockets among them. */
  openFiles(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a Node program and waits until `path` gives 200. `{port}` in the arguments becomes a free port. */
export async function startServer(program: string, args: readonly string[], path: string): Promise<ServerProcess> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [program, ...args.map((arg) => arg.replace("{port}", String(port)))], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await firstSuccess(url + path, child);
  return {
    url,
    startMs: performance.now() - startedAt,
    residentMb: async () =>
      Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    cpuMs: () => cpuMsOf(child.pid),
    openFiles: async () => (await readdir(`/proc/${child.pid}/fd`)).length,
    async stop() {
      const closed = once(child, "close");
      child.kill();
      await closed;
    },
  };
}

async function firstSuccess(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    const response = await fetch(url, { headers: { authorization: "Bearer bench" } }).catch(() => undefined);
    if (response?.status === 200) return;
    if (response) throw new Error(`${url} gave ${response.status}: ${await response.text()}`);
    await sleep(5);
  }
}

/** User and system time, which the kernel counts in hundredths of a second (proc(5)). */
async function cpuMsOf(pid: number | undefined): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
