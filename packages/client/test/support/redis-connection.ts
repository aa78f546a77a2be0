import { createClient, type RedisClientType } from "redis";

/** A client of the package `redis` on this socket, which is closed with its scope. */
export async function connectRedis(socketPath: string): Promise<RedisClientType & AsyncDisposable> {
  const client = createClient({ socket: { path: socketPath, reconnectStrategy: 50 } }) as RedisClientType;
  // What goes wrong is told of by the commands, too.
  client.on("error", () => {});
  await client.connect();
  return Object.assign(client, {
    async [Symbol.asyncDispose]() {
      client.destroy();
    },
  });
}
