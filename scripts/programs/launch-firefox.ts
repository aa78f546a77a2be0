import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { programPath } from "./find-programs.ts";

/** A page of a Firefox. */
export interface FirefoxPage {
  /** Loads an address, and waits until its scripts have run. */
  goto(url: string): Promise<void>;
  /** The value of an expression in the page, or of its promise: JSON. */
  evaluate(expression: string): Promise<unknown>;
}

/** A headless Firefox. The caller closes it. */
export interface Firefox {
  readonly page: FirefoxPage;
  close(): Promise<void>;
}

/**
 * Starts a headless Firefox with a profile of its own, driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).
 *
 * @throws {Error} if it does not start, or does not take a command.
 */
export async function launchFirefox(): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), "wisekit-firefox-"));
  const child = spawn(
    await programPath("firefox"),
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile } },
  );
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const send = await connect(await addressOf(child.stderr));
    await send("session.new", { capabilities: {} });
    const { contexts } = (await send("browsingContext.getTree", {})) as { contexts: { context: string }[] };
    const context = contexts[0]?.context;
    return { page: createPage(send, context), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Send = (method: string, params: object) => Promise<unknown>;

function createPage(send: Send, context: string | undefined): FirefoxPage {
  return {
    async goto(url) {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async evaluate(expression) {
      const outcome = (await send("script.evaluate", {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context },
        awaitPromise: true,
      })) as { type: string; result?: { value?: string }; exceptionDetails?: { text: string } };
      if (outcome.type !== "success") throw new Error(`the page threw: ${outcome.exceptionDetails?.text}`);
      return outcome.result?.value === undefined ? undefined : JSON.parse(outcome.result.value);
    },
  };
}

/** The address that Firefox says it listens on. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  const seen: string[] = [];
  for await (const line of createInterface({ input: output })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return address;
    seen.push(line);
  }
  throw new Error(`Firefox ended without listening: ${seen.slice(-5).join("; ")}`);
}

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(String(data));
    const command = waiting.get(id);
    waiting.delete(id);
    if (type === "error") command?.reject(new Error(`Firefox: ${error}: ${message}`));
    else command?.resolve(result);
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("Firefox closed the connection"));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`no connection to Firefox at ${address}`)));
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
