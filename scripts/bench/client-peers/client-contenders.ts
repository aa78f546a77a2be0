import { createClient, logTo } from "@wisekit/client";
import { undiciFetch } from "@wisekit/client/node";
import axios from "axios";
import ky from "ky";
import Lithic from "lithic";
import createFetchClient from "openapi-fetch";
import Stripe from "stripe";
import type { Contender, Contenders } from "../harness/contender.ts";
import { warm } from "../harness/warm.ts";
import { cardPage } from "./card-page.ts";

/** Where to ask: a server's address, or nothing for a `fetch` that responds at once from memory. */
interface Input {
  readonly url?: string;
}

const path = "/v3/spend/profiles/123456/cards?pageSize=10";
const headers = { authorization: "Bearer access" };
const pages = new Map<string, string>();

/** Responds to each request with a fresh response, without a network. */
async function stubFetch(input: string | URL | Request): Promise<Response> {
  const url = typeof input === "string" ? input : input instanceof URL ? input.href : input.url;
  const { pathname } = new URL(url);
  const page = pages.get(pathname) ?? cardPage(pathname);
  pages.set(pathname, page);
  return new Response(page, { headers: { "content-type": "application/json" } });
}

function target({ url }: Input): { baseUrl: string; fetch: typeof fetch } {
  return url === undefined
    ? { baseUrl: "http://127.0.0.1:9", fetch: stubFetch as typeof fetch }
    : { baseUrl: url, fetch: globalThis.fetch };
}

const bare: Contender<Input> = (input: Input) => {
  const { baseUrl, fetch } = target(input);
  return { once: async () => (await fetch(baseUrl + path, { headers })).json() };
};

const wisekitOver = (transport: (input: Input) => { baseUrl: string; fetch: typeof fetch }) => (input: Input) => {
  const wise = createClient({
    ...transport(input),
    auth: "access",
    totalTimeoutMs: 120_000,
    listeners: [logTo(console)],
    // The gate is on and counts as much as the documented one, over spans that hold nobody back.
    rateLimits: [
      { requests: 100, windowMs: 1 },
      { requests: 1000, windowMs: 10 },
    ],
    onSca: async () => {},
  });
  return { once: () => wise.cards.list({ profileId: 123456, pageSize: 10 }) };
};

const cold: Readonly<Record<string, Contender<Input>>> = {
  "fetch + json()": bare,
  wisekit: wisekitOver(target),
  "wisekit on undici": wisekitOver(({ url = "" }) => ({ baseUrl: url, fetch: undiciFetch() })),
  "openapi-fetch": (input: Input) => {
    const client = createFetchClient<Record<string, never>>({ ...target(input), headers });
    const get = client.GET as (path: string, init: object) => Promise<{ data?: unknown }>;
    const params = { path: { profileId: 123456 }, query: { pageSize: 10 } };
    return { once: async () => (await get("/v3/spend/profiles/{profileId}/cards", { params })).data };
  },
  ky: (input: Input) => {
    const { baseUrl, fetch } = target(input);
    const client = ky.create({ fetch, headers });
    return { once: () => client.get(baseUrl + path).json() };
  },
  axios: (input: Input) => {
    const { baseUrl, fetch } = target(input);
    const client = axios.create({ baseURL: baseUrl, headers, adapter: "fetch", env: { fetch } });
    return { once: async () => (await client.get(path)).data };
  },
  lithic: (input: Input) => {
    const { baseUrl, fetch } = target(input);
    const client = new Lithic({ apiKey: "access", baseURL: baseUrl, fetch });
    return { once: async () => (await client.cards.list({ page_size: 10 })).data };
  },
  stripe: (input: Input) => {
    const { baseUrl, fetch } = target(input);
    const { hostname, port } = new URL(baseUrl);
    const httpClient = Stripe.createFetchHttpClient(fetch);
    const client = new Stripe("sk_test_access", {
      host: hostname,
      port,
      protocol: "http",
      httpClient,
      telemetry: false,
    });
    return { once: async () => (await client.issuing.cards.list({ limit: 10 })).data };
  },
};

export const contenders: Contenders = Object.fromEntries(
  Object.entries(cold).map(([name, contender]) => [name, warm(contender)]),
);
