import { createClient, userToken } from "@wisekit/client";
import { redisRateLimits, redisTokens } from "@wisekit/client/redis";
import { createClient as createRedis } from "redis";

const redis = createRedis({ url: process.env.REDIS_URL ?? "redis://127.0.0.1:6379" });
redis.on("error", (error) => console.error("Redis:", error.message));
await redis.connect();

const partner = {
  clientId: process.env.WISE_CLIENT_ID ?? "wise_api_docs",
  clientSecret: process.env.WISE_CLIENT_SECRET ?? "secret",
  // 32 bytes, as `openssl rand -base64 32` makes them. Keep them with your secrets, and not in Redis.
  store: redisTokens(redis, { encryptionKey: process.env.TOKEN_KEY }),
};

const wise = createClient({
  baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010",
  rateLimits: redisRateLimits(redis),
});

// Later processes find the tokens in the store, and need no refresh token: userToken(partner).
const refreshToken = process.env.WISE_REFRESH_TOKEN ?? "refresh-token";
const ann = wise.as(userToken({ ...partner, refreshToken }), { key: "ann" });
const page = await ann.cards.list({ profileId: 123456 });
console.log(page.totalCount, "cards");
await redis.close();
