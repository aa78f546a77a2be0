import { createClientWith } from "@wisekit/client";
import { cards, permissions } from "@wisekit/client/resources";

// A front end that ships two resources and no others. Types and calls are the same.
const wise = createClientWith(
  { baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010", auth: "any-token" },
  { cards, permissions },
);

const card = { profileId: 123456, cardToken: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52" };
const { status } = await wise.cards.get(card);
const list = await wise.permissions.list(card);
console.log("The card is", status.value, "and has", list.permissions.length, "permissions");
