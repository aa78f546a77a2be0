import { createClientWith } from "@wisekit/client";
import { cardData, cards, permissions, sca, spendingLimits } from "@wisekit/client/resources";

/** Calls our own back end, which holds the token. The page ships the resources that it uses, and no others. */
export const wise = createClientWith(
  { baseUrl: `${location.origin}/api` },
  { cardData, cards, permissions, sca, spendingLimits },
);

declare module "@wisekit/client" {
  interface Register {
    client: typeof wise;
  }
}
