export type { RedisClient } from "./redis-client.ts";
export { type RedisRateLimitsOptions, redisRateLimits } from "./redis-rate-limits.ts";
export { type RedisTokensOptions, redisTokens } from "./redis-tokens.ts";
export type { EncryptionKey } from "./token-encryption.ts";
