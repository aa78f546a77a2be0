import { createClientWith } from "@wisekit/client";
import { cards, permissions } from "@wisekit/client/resources";

/** The client of the app, with the resources that its pages use. */
export const wise = createClientWith({ baseUrl: "/api" }, { cards, permissions });

declare module "@wisekit/client" {
  interface Register {
    client: typeof wise;
  }
}
