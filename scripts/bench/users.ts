import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createClient, userToken, type WiseClient } from "@wisekit/client";
import { type Bench, judge } from "./harness/report.ts";

const users = 10_000;
const rounds = 50;

/** What a user costs: making their client, and the memory of ten thousand who are signed in. */
export const bench: Bench = {
  title: "users: wise.as() for ten thousand users",
  async run() {
    const memory = await measureMemory();
    const { tokenUs, knownUs } = measureTime();
    return [
      {
        title: "Ten thousand users",
        method: `Heap in use after a full collection: each user has made a call with a token of their own, from a fetch that responds from memory. Then the processor time of wise.as(): the median of ${rounds} rounds of ${users} calls.`,
        columns: ["what", "value"],
        rows: [
          ["users in memory, MB", memory.keptMb],
          ["with a client held for each, MB", memory.heldMb],
          ["wise.as(token), µs", tokenUs],
          ["wise.as(userToken(…), { key }) of a user in memory, µs", knownUs],
        ],
        verdicts: [
          judge("10,000 users who made a call and hold a token, MB", memory.heldMb, { atMost: 40 }),
          judge("wise.as(token), µs", tokenUs, { atMost: 5 }),
          judge("wise.as(userToken(…), { key }), µs", knownUs, { atMost: 5 }),
        ],
      },
    ];
  },
};

const provider = (user: number) =>
  userToken({ clientId: "partner", clientSecret: "secret", refreshToken: `5e7a9ab2-2b4b-4b8e-9a51-${user}` });

const as = (wise: WiseClient, user: number): WiseClient => wise.as(provider(user), { key: `user-${user}` });

async function measureMemory(): Promise<{ keptMb: number; heldMb: number }> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const usedMb = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const wise = makeClient();
  await as(wise, users).cards.get({ profileId: 1, cardToken: "a" }); // What all users share.
  const before = usedMb();
  for (let user = 0; user < users; user += 1) await as(wise, user).cards.get({ profileId: 1, cardToken: "a" });
  const keptMb = usedMb() - before;
  const clients = Array.from({ length: users }, (_, user) => as(wise, user));
  for (const client of clients) await client.cards.get({ profileId: 1, cardToken: "a" });
  const heldMb = usedMb() - before;
  if (clients.length !== users) throw new Error("the clients must be held until here");
  return { keptMb, heldMb };
}

function measureTime(): { tokenUs: number; knownUs: number } {
  const wise = makeClient();
  const known = Array.from({ length: users }, (_, user) => provider(user));
  return {
    tokenUs: medianUs((user) => wise.as(`token-${user}`)),
    knownUs: medianUs((user) => wise.as(known[user] ?? provider(user), { key: `user-${user}` })),
  };
}

/** Microseconds of the processor for one call, which others on the machine do not change. The first round is not counted. */
function medianUs(run: (user: number) => unknown): number {
  const times = Array.from({ length: rounds + 1 }, () => {
    const before = process.cpuUsage();
    for (let user = 0; user < users; user += 1) run(user);
    const spent = process.cpuUsage(before);
    return (spent.user + spent.system) / users;
  });
  return times.slice(1).sort((a, b) => a - b)[rounds / 2] ?? Number.NaN;
}

function makeClient(): WiseClient {
  let given = 0;
  const fetch = async (url: string): Promise<Response> => {
    if (!url.endsWith("/oauth/token")) return Response.json({ token: "a", profileId: 1, status: { value: "ACTIVE" } });
    given += 1;
    const id = `ba8dce89-08eb-4d3c-8a6f-${given}`;
    return Response.json({ access_token: id, refresh_token: `r-${id}`, token_type: "bearer", expires_in: 43_199 });
  };
  return createClient({ baseUrl: "http://127.0.0.1:9", rateLimits: false, fetch: fetch as typeof globalThis.fetch });
}
