import { createClient } from "@wisekit/client";
import { createProxy } from "@wisekit/client/proxy";

// It tries once: the browser's client repeats, all the way through.
const baseUrl = process.env.WISE_URL ?? "http://127.0.0.1:4010";
const client = createClient({ baseUrl, auth: "any-token", maxRetries: 0 });

/** Request in, response out: mount it where the browser's client finds it. It never sees a card number. */
export const handler = createProxy({
  client,
  basePath: "/api",
  authorize: () => ({
    operations: ["cardData.encryptionKey", "cardData.details", "cardData.pin"],
    profileIds: [123456],
  }),
});
