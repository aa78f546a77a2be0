// One of several processes that share rate limits by Redis. From the first message on, it calls as fast as they let it.
import { createClient } from "@wisekit/client";
import { redisRateLimits } from "@wisekit/client/redis";
import { createClient as createRedis } from "redis";

const redis = createRedis({ url: `unix://${process.argv[2]}` });
await redis.connect();
const wise = createClient({
  baseUrl: "http://127.0.0.1:9",
  fetch: async () => new Response('{"token":"a"}'),
  rateLimits: redisRateLimits(redis),
});

process.once("message", () => {
  for (let caller = 0; caller < 100; caller += 1) callOnAndOn();
});
process.send?.("ready");

async function callOnAndOn(): Promise<void> {
  for (;;) await wise.cards.get({ profileId: 1, cardToken: "a" });
}
