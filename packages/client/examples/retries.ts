import { createClient, logTo } from "@wisekit/client";

const wise = createClient({
  baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010",
  auth: "any-token",
  timeoutMs: 10_000, // one attempt, response included, and the wait for its token
  totalTimeoutMs: 30_000, // all attempts and the waits between them
  maxRetries: 3,
  listeners: [logTo(console, "debug")],
});

// A read, or a write that may be repeated, survives a bad moment; a write that may not is sent once.
const card = await wise.cards.get(
  { profileId: 123456, cardToken: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52" },
  { signal: AbortSignal.timeout(20_000), correlationId: "order-4711" },
);
console.log(card.lastFourDigits);
