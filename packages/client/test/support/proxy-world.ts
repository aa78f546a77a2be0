import { createClient, type WiseClient } from "@wisekit/client";
import { createProxy, type ProxyAllowance, type ProxyCall, type ProxyOptions } from "@wisekit/client/proxy";
import { cardArgs, type StubResponse, stubFetch } from "./stub-fetch.ts";

/** Where the page and its proxy are. */
export const site = "https://app.example";

/** A path of a write, below `/api/wise`. */
export const statusPath = `/v3/spend/profiles/${cardArgs.profileId}/cards/${cardArgs.cardToken}/status`;

/** Everything that the tests call, with every card of one profile. */
export const allowance: ProxyAllowance = {
  operations: [
    "cards.list",
    "cards.get",
    "cards.updateStatus",
    "cards.resetPinCount",
    "spendingLimits.listForProfile",
    "cardData.details",
    "cardData.encryptionKey",
    "sca.status",
  ],
  profiles: [{ id: cardArgs.profileId, cards: "all" }],
};

export interface WorldOptions extends Partial<ProxyOptions> {
  /** What the user may do. */
  readonly allow?: ProxyAllowance;
}

export interface ProxyWorld {
  /** A browser's client without a token, which calls the proxy. */
  readonly browser: WiseClient;
  readonly proxy: (request: Request) => Promise<Response>;
  /** What gets the calls of the client that holds the token. */
  readonly upstream: ReturnType<typeof stubFetch>;
  /** The calls that `authorize` was asked about. */
  readonly asked: ProxyCall[];
  /** What `onError` was called with. */
  readonly errors: unknown[];
}

/** A browser, a proxy at `/api/wise`, and Wise. */
export function proxyWorld(
  responses: readonly StubResponse[],
  { allow = allowance, ...options }: WorldOptions = {},
): ProxyWorld {
  const upstream = stubFetch(...responses);
  const asked: ProxyCall[] = [];
  const errors: unknown[] = [];
  const client = createClient({ environment: "sandbox", auth: "server-token", fetch: upstream });
  const proxy = createProxy({
    authorize: (_, call) => {
      asked.push(call);
      return { client, allow };
    },
    basePath: "/api/wise",
    onError: (error) => errors.push(error),
    ...options,
  });
  const browser = createClient({
    baseUrl: `${site}/api/wise`,
    fetch: (input, init) => proxy(asBrowser(new Request(input, init))),
    maxRetries: 0,
  });
  return { browser, proxy, upstream, asked, errors };
}

/** A write of the page. */
export function put(path: string, body: BodyInit | null, headers: Record<string, string> = {}): Request {
  return new Request(`${site}/api/wise${path}`, {
    method: "PUT",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

/** What a browser adds to the request of a page of the same origin, and no script can. */
function asBrowser(request: Request): Request {
  request.headers.set("sec-fetch-site", "same-origin");
  if (request.method !== "GET") request.headers.set("origin", site);
  return request;
}
