import { createClient } from "@wisekit/client";

// A mock on this machine. In production: createClient({ environment: "production", auth: accessToken }).
const wise = createClient({ baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010", auth: "any-token" });

for await (const card of wise.cards.list.all({ profileId: 123456 })) {
  console.log(card.lastFourDigits, card.status.value);
}

const cardToken = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
const frozen = await wise.cards.updateStatus({ profileId: 123456, cardToken, status: "FROZEN" });
console.log(frozen.lastFourDigits, "is now", frozen.status.value);
