import { startLimit, systemClock } from "../time/clock.ts";

/** What is needed of a Redis client: to send one command, given as its words. A client of the package `redis` is one. */
export interface RedisClient {
  sendCommand(command: string[]): Promise<unknown>;
}

/** A Lua script that Redis runs as one step. */
export interface RedisScript {
  readonly text: string;
}

/** Runs scripts and commands, each within a time limit. */
export interface RedisConnection {
  send(...command: string[]): Promise<unknown>;
  run(script: RedisScript, keys: readonly string[], values: readonly (string | number)[]): Promise<unknown>;
}

const hashes = new WeakMap<RedisScript, Promise<string>>();

/** `redis` with an end to each command: a client that has lost its connection may hold commands back for ever. */
export function connectionOf(redis: RedisClient, commandTimeoutMs: number): RedisConnection {
  const send = (...command: string[]): Promise<unknown> => inTime(redis.sendCommand(command), commandTimeoutMs);
  return {
    send,
    async run(script, keys, values) {
      const rest = [String(keys.length), ...keys, ...values.map(String)];
      try {
        return await send("EVALSHA", await hashOf(script), ...rest);
      } catch (error) {
        // Redis keeps scripts until it is restarted. One that it does not know is sent whole.
        if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
        return send("EVAL", script.text, ...rest);
      }
    },
  };
}

/** Throws a `TypeError` for what is no client, and for a time limit that is none. */
export function assertRedis(where: string, redis: RedisClient, commandTimeoutMs: number): void {
  if (typeof redis?.sendCommand !== "function") {
    throw new TypeError(`${where}: redis must be a client with sendCommand(), such as one of the package redis`);
  }
  if (typeof commandTimeoutMs !== "number" || !(commandTimeoutMs > 0)) {
    throw new TypeError(`${where}: commandTimeoutMs must be a number > 0`);
  }
}

function hashOf(script: RedisScript): Promise<string> {
  const known = hashes.get(script);
  if (known) return known;
  const hash = crypto.subtle
    .digest("SHA-1", new TextEncoder().encode(script.text))
    .then((digest) => Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  hashes.set(script, hash);
  return hash;
}

async function inTime(reply: Promise<unknown>, limitMs: number): Promise<unknown> {
  let timer: unknown;
  const late = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new Error(`Redis did not respond within ${limitMs} ms`));
    // In two steps, so that a process that was held up itself reads what has come meanwhile.
    timer = startLimit(systemClock, limitMs / 2, () => {
      timer = startLimit(systemClock, limitMs / 2, giveUp);
    });
  });
  try {
    return await Promise.race([reply, late]);
  } finally {
    systemClock.clearTimeout(timer);
  }
}
