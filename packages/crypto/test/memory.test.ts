import { type ChildProcess, fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SealedRequest } from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { Issuer } from "./support/issuer.ts";

interface Found {
  readonly inStrings: number;
  readonly inMemory?: number;
}

describe("the memory of a process that opened a response", () => {
  it("holds the card number as bytes while it is open, never as a string, and not at all after dispose()", async () => {
    const issuer = new Issuer();
    const pan = `4${Array.from({ length: 15 }, () => randomInt(10)).join("")}`;
    const child = fork(fileURLToPath(new URL("support/runtime/memory.js", import.meta.url)), {
      execArgv: ["--expose-gc"],
    });
    child.send({ encryptionKey: issuer.encryptionKey });
    const { request } = await messageOf<{ request: SealedRequest }>(child);
    const masked = [...Buffer.from(pan)].map((byte) => byte ^ 0xa5);
    child.send({ response: issuer.respond(request, { pan }), masked });
    const { open, disposed } = await messageOf<{ open: Found; disposed: Found }>(child);

    expect(open.inStrings).toBe(0);
    expect(disposed.inStrings).toBe(0);
    if (open.inMemory === undefined) {
      process.stderr.write("This system does not show a process its own memory: only strings were looked at.\n");
    } else {
      expect(open.inMemory).toBeGreaterThan(0);
      expect(disposed.inMemory).toBe(0);
    }
  });
});

async function messageOf<Message>(child: ChildProcess): Promise<Message> {
  const failed = once(child, "exit").then(([code]) => Promise.reject(new Error(`the process ended with ${code}`)));
  const [message] = (await Promise.race([once(child, "message"), failed])) as [Message];
  return message;
}
