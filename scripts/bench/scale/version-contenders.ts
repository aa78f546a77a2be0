import { pathToFileURL } from "node:url";
import type { createClient } from "@wisekit/client";
import { cardPage } from "../client-peers/card-page.ts";
import type { Contender, Contenders } from "../harness/contender.ts";
import { warm } from "../harness/warm.ts";

/** The entries of the clients, and a server's address, or nothing for a `fetch` that answers from memory. */
export interface VersionInput {
  readonly before: string;
  readonly now: string;
  readonly large: string;
  readonly url?: string;
}

const path = "/v3/spend/profiles/123456/cards?pageSize=10";
const page = cardPage("/v3/spend");

async function stubFetch(): Promise<Response> {
  return new Response(page, { headers: { "content-type": "application/json" } });
}

function target({ url }: VersionInput): { baseUrl: string; fetch: typeof fetch } {
  if (url !== undefined) return { baseUrl: url, fetch: globalThis.fetch };
  return { baseUrl: "http://127.0.0.1:9", fetch: stubFetch as typeof fetch };
}

const client =
  (entry: (input: VersionInput) => string): Contender<VersionInput> =>
  async (input: VersionInput) => {
    const loaded = (await import(pathToFileURL(entry(input)).href)) as { createClient: typeof createClient };
    const wise = loaded.createClient({ ...target(input), auth: "access", rateLimits: false });
    return { once: () => wise.cards.list({ profileId: 123456, pageSize: 10 }) };
  };

const bare: Contender<VersionInput> = (input: VersionInput) => {
  const { baseUrl, fetch } = target(input);
  return { once: async () => (await fetch(baseUrl + path, { headers: { authorization: "Bearer access" } })).json() };
};

export const contenders: Contenders = {
  "fetch + json()": warm(bare),
  before: warm(client(({ before }) => before)),
  now: warm(client(({ now }) => now)),
  "now, 240 operations": warm(client(({ large }) => large)),
};
