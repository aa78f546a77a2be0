import { createClient } from "@wisekit/client";
import { createProxy } from "@wisekit/client/proxy";

const client = createClient({ baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010", auth: "any-token" });

/** Request in, response out: mount it where the browser's client finds it. It never sees a card number. */
export const handler = createProxy({
  basePath: "/api",
  authorize: () => ({
    client,
    allow: {
      operations: ["cardData.encryptionKey", "cardData.details", "cardData.pin"],
      profiles: [{ id: 123456, cards: "all" }],
    },
  }),
});
