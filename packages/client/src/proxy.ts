import type { WiseClient } from "./create-client.ts";
import { isApiError, isRateLimitedError, isTimeoutError } from "./error-guards.ts";
import { challengeHeader, optionHeaders, traceHeader } from "./generated/client-facts.gen.ts";
import type { OperationName } from "./generated/operations.gen.ts";
import { readProxyBody } from "./proxy-body.ts";
import { createCallFinder, type ForwardedCall, type ProxyCall } from "./proxy-call.ts";
import { foreignReason } from "./proxy-origin.ts";
import { isWiseError } from "./wise-error.ts";

export type { ProxyCall };

/** What one user may do through the proxy. Whatever it does not name is refused. */
export interface ProxyGrant {
  /** The operations that this user may call. */
  readonly operations: readonly OperationName[];
  /** The profiles that belong to this user. */
  readonly profileIds: readonly (number | string)[];
  /**
   * The cards that belong to this user. Without it every card of the profiles does, and a call that names a card and no
   * profile is preceded by a look whether one of the profiles has it.
   */
  readonly cardTokens?: readonly string[] | undefined;
}

/** What `createProxy` takes. */
export interface ProxyOptions {
  /**
   * The client that holds the token. Give it no `onSca`: challenges are passed on to the user. Give it `maxRetries: 0`:
   * the browser's client repeats calls all the way, and three attempts here would make nine of its three.
   */
  readonly client: WiseClient;
  /**
   * Called for every request: what the user behind it may do. Nothing refuses the request with 403, and a `Response` is
   * sent as it is, such as a 401.
   */
  readonly authorize: (
    call: ProxyCall,
    request: Request,
  ) => ProxyGrant | Response | undefined | Promise<ProxyGrant | Response | undefined>;
  /** Where the proxy is mounted, such as `/api/wise`. Default: at the root. */
  readonly basePath?: string | undefined;
  /** The largest body that is forwarded, in bytes. Default: 16 384. */
  readonly maxBodyBytes?: number | undefined;
}

const passedOn = ["content-type", "retry-after", traceHeader, challengeHeader, ...Object.values(optionHeaders)];

/**
 * The back end of a browser's client: takes the contract's requests, attaches the token and passes answers on as they
 * are, sealed card data as the text it is. It refuses what the contract does not have, what the grant does not name,
 * requests of other sites and bodies that are too large, and lets nothing be cached.
 */
export function createProxy(options: ProxyOptions): (request: Request) => Promise<Response> {
  const { client, authorize, maxBodyBytes = 16_384 } = options;
  const basePath = options.basePath?.replace(/\/$/, "") ?? "";
  if (typeof authorize !== "function" || !client) throw new TypeError("createProxy needs a client and authorize");
  const findCall = createCallFinder();

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${basePath}/`)) return refusal(404, "there is no such operation");
    const call = findCall(request, pathname.slice(basePath.length));
    if (!call) return refusal(404, "there is no such operation");
    const foreign = foreignReason(request, call);
    if (foreign) return refusal(403, foreign);

    return answered(() => serve(request, call));
  };

  async function serve(request: Request, call: ForwardedCall): Promise<Response> {
    const { operation, profileId, cardToken } = call;
    const grant = await authorize({ operation, profileId, cardToken }, request);
    if (grant instanceof Response) return grant;
    if (!grant || !(await isGranted(client, call, grant, request.signal)))
      return refusal(403, "this user may not do that");

    const read = call.bodyFields ? await readProxyBody(request, call.bodyFields, maxBodyBytes) : { body: undefined };
    if ("error" in read) return refusal(read.status, read.error);
    return forward(client, call, read.body, request.signal);
  }
}

/**
 * Turns a call that got no answer, or a look-up that got none that counts, into a gateway's answer; whatever else is
 * thrown is the application's own.
 */
async function answered(serve: () => Promise<Response>): Promise<Response> {
  try {
    return await serve();
  } catch (error) {
    if (!isWiseError(error)) throw error;
    const answer = refusal(isRateLimitedError(error) ? 429 : isTimeoutError(error) ? 504 : 502, error.code);
    const waitMs = isApiError(error) ? error.retryAfterMs : undefined;
    if (waitMs !== undefined) answer.headers.set("retry-after", String(Math.ceil(waitMs / 1000)));
    return answer;
  }
}

async function isGranted(
  client: WiseClient,
  call: ForwardedCall,
  grant: ProxyGrant,
  signal: AbortSignal,
): Promise<boolean> {
  const { operation, profileId, cardToken } = call;
  const profiles = grant.profileIds.map(String);
  if (!grant.operations.includes(operation)) return false;
  if (profileId !== undefined && !profiles.includes(profileId)) return false;
  if (cardToken === undefined) return true;
  if (grant.cardTokens) return grant.cardTokens.includes(cardToken);
  return profileId !== undefined || isCardOf(client, profiles, cardToken, signal);
}

async function isCardOf(
  client: WiseClient,
  profiles: readonly string[],
  cardToken: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (const profile of profiles) {
    try {
      const { token } = await client.cards.get({ profileId: Number(profile), cardToken }, { signal });
      if (token.toLowerCase() === cardToken.toLowerCase()) return true;
    } catch (error) {
      if (!isApiError(error) || ![400, 403, 404, 422].includes(error.status)) throw error;
    }
  }
  return false;
}

async function forward(
  client: WiseClient,
  call: ForwardedCall,
  body: Record<string, unknown> | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const { method, template, pathValues, query, headers } = call;
  const request = client.http.request as (method: string, path: string, init: object) => Promise<HttpAnswer>;
  const params = { path: pathValues, query };
  let received = Response.error();
  // A parsed answer is no longer what came: numbers beyond 2^53 would be others.
  const onResponse = ({ response }: HttpAnswer): void => {
    received = response.clone();
  };
  const { response } = await request(method, template, {
    params,
    headers,
    signal,
    parseAs: "text",
    middleware: [{ onResponse }],
    ...(body && { body }),
  });
  const answer = noStore();
  for (const name of passedOn) {
    const value = response.headers.get(name);
    if (value !== null) answer.set(name, value);
  }
  const text = await received.text();
  return new Response(text || null, { status: response.status, headers: answer });
}

interface HttpAnswer {
  readonly response: Response;
}

function refusal(status: number, message: string): Response {
  const headers = noStore();
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify({ status, error: "refused", message }), { status, headers });
}

function noStore(): Headers {
  return new Headers({
    "cache-control": "no-store",
    // An error page of a gateway, opened as a page, is not to run on the application's own origin.
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
}
