import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { createClient } from "@wisekit/client";
import ky from "ky";
import Lithic from "lithic";
import { faults, startFaultServer } from "./client-peers/fault-server.ts";
import type { Bench, Report } from "./harness/report.ts";

/** A write without an idempotency key, and a read, as each client makes them. */
interface Client {
  read(url: string): Promise<unknown>;
  write(url: string): Promise<unknown>;
}

const timeoutMs = 500;
const patienceMs = 4000;

const clients: Readonly<Record<string, Client>> = {
  wisekit: {
    read: (baseUrl) => createClient({ baseUrl, timeoutMs }).cards.list({ profileId: 1 }),
    write: (baseUrl) => createClient({ baseUrl, timeoutMs }).sca.triggerSms({ oneTimeToken: "ott" }),
  },
  ky: {
    read: (url) => ky.get(`${url}/cards`, { timeout: timeoutMs }).json(),
    write: (url) => ky.post(`${url}/cards`, { timeout: timeoutMs, json: {} }).json(),
  },
  lithic: {
    read: (baseURL) => new Lithic({ apiKey: "k", baseURL, timeout: timeoutMs, logLevel: "off" }).cards.list(),
    write: (baseURL) =>
      new Lithic({ apiKey: "k", baseURL, timeout: timeoutMs, logLevel: "off" }).cards.create({ type: "VIRTUAL" }),
  },
};

/** What each client makes of each fault, and how many requests the server saw of it. */
export const bench: Bench = {
  title: "faults: what a read and an unkeyed write become, and how often they are sent",
  run: () =>
    new Promise((resolve, reject) => {
      // Some clients sleep for as long as a server tells them to: their thread is ended when the tables are there.
      const worker = new Worker(new URL(import.meta.url));
      worker.on("error", reject);
      worker.on("message", (reports: Report[]) => {
        worker.terminate().then(() => resolve(reports), reject);
      });
    }),
};

if (!isMainThread) parentPort?.postMessage([await comparison("read"), await comparison("write")]);

async function comparison(kind: keyof Client): Promise<Report> {
  const rows: string[][] = [];
  for (const name of Object.keys(faults)) {
    const outcomes = await Promise.all(Object.values(clients).map((client) => outcome(client[kind], name)));
    rows.push([name, ...outcomes]);
  }
  return {
    title: kind === "read" ? "A read" : "A write that must not be sent twice",
    method: `Outcome, requests that the server saw, seconds. Default retries, a timeout of ${timeoutMs} ms; "still waiting" is given up on after ${patienceMs / 1000} s.`,
    columns: ["fault", ...Object.keys(clients)],
    rows,
  };
}

async function outcome(call: (url: string) => Promise<unknown>, name: string): Promise<string> {
  const fault = faults[name];
  if (!fault) throw new Error(`there is no fault ${name}`);
  const server = await startFaultServer(fault);
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("still waiting"), patienceMs);
  });
  const settled = call(server.url).then(
    (value) => (value === undefined || value === "" ? "nothing" : "a value"),
    (error: Error) => error.name,
  );
  const result = await Promise.race([settled, patience]);
  clearTimeout(timer);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const requests = server.requests();
  server.close();
  return `${result}, ${requests} × in ${seconds} s`;
}
