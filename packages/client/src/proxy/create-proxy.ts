import { runCall, sendRequest } from "../call/call.ts";
import type { ClientCore } from "../call/client-core.ts";
import type { CallOutcome } from "../call/send.ts";
import { clientParts } from "../client-methods.ts";
import type { WiseClient } from "../create-client.ts";
import { isApiError, isRateLimitedError, isTimeoutError } from "../errors/error-guards.ts";
import { isWiseError } from "../errors/wise-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import type { OperationName } from "../generated/operation-names.gen.ts";
import { cards } from "../generated/operations.gen.ts";
import { optionHeaders } from "../generated/options.gen.ts";
import { operationOf, operationsOf } from "../operation.ts";
import { assertOptions } from "../options/assert-options.ts";
import { foreignReason } from "./check-origin.ts";
import { createMatchCall, type MatchedCall, type ProxyCall } from "./match-call.ts";
import { type ForwardedBody, readProxyBody } from "./read-body.ts";

export type { ProxyCall };

/** What one user may do through the proxy. Whatever it does not name is not allowed. */
export interface ProxyGrant {
  /** The operations that this user may call. */
  readonly operations: readonly OperationName[];
  /** The profiles that belong to this user. */
  readonly profileIds: readonly (number | string)[];
  /**
   * The cards that belong to this user. Without it every card of the profiles does, and a call that names a card and no
   * profile is preceded by a look-up whether one of the profiles has it.
   * @default every card of the profiles
   */
  readonly cardTokens?: readonly string[] | undefined;
}

/** What `createProxy` takes. */
export interface ProxyOptions {
  /**
   * The client that holds the token, made by `createClient` or `createClientWith`; the proxy serves the operations of its
   * resources. Give it no `onSca`: challenges are passed on to the user. Give it `maxRetries: 0`: the browser's client
   * retries already, and retries on both sides multiply (3 × 3).
   */
  readonly client: Pick<WiseClient, "http">;
  /**
   * Called for every request: what the user behind it may do. `undefined` answers the request with 403, and a `Response`
   * is sent as it is, such as a 401. It must not read the body of the request.
   */
  readonly authorize: (
    call: ProxyCall,
    request: Request,
  ) => ProxyGrant | Response | undefined | Promise<ProxyGrant | Response | undefined>;
  /**
   * Where the proxy is mounted, such as `/api/wise`.
   * @default the root
   */
  readonly basePath?: string | undefined;
  /**
   * The largest body that is forwarded, in bytes. A larger one is answered with 413.
   * @default 16_384
   */
  readonly maxBodyBytes?: number | undefined;
}

const forwardedResponseHeaders = [
  "content-type",
  "content-disposition",
  "retry-after",
  responseFacts.traceId,
  responseFacts.challenge.header,
  ...Object.values(optionHeaders),
];

/**
 * The back end of a browser's client: takes the contract's requests, attaches the token and passes responses on as they
 * are, sealed card data as the text it is. It rejects what the contract does not have, what the grant does not name,
 * requests of other sites and bodies that are too large, and lets nothing be cached.
 *
 * @throws {TypeError} for an unknown option, or without a client or `authorize`.
 */
export function createProxy(options: ProxyOptions): (request: Request) => Promise<Response> {
  assertOptions("createProxy()", options, ["client", "authorize", "basePath", "maxBodyBytes"]);
  const { client, authorize, maxBodyBytes = 16_384 } = options;
  const basePath = options.basePath?.replace(/\/$/, "") ?? "";
  if (typeof authorize !== "function") throw new TypeError("createProxy(): authorize must be a function");
  const { core, resources } = clientParts("createProxy()", client);
  const matchCall = createMatchCall(operationsOf(resources));

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${basePath}/`)) return rejection(404, "there is no such operation");
    const matched = matchCall(request, pathname.slice(basePath.length));
    if (!matched) return rejection(404, "there is no such operation");
    const foreign = foreignReason(request, matched);
    if (foreign) return rejection(403, foreign);
    return toGatewayResponse(() => serve(request, matched));
  };

  async function serve(request: Request, matched: MatchedCall): Promise<Response> {
    const { call, operation } = matched;
    const grant = await authorize(call, request);
    if (grant instanceof Response) return grant;
    if (!grant || !(await isGranted(core, call, grant, request.signal))) {
      return rejection(403, "this user may not do that");
    }
    const limits = { fields: bodyFields(matched), maxBytes: maxBodyBytes };
    const body = operation.body ? await readProxyBody(request, operation.body, limits) : {};
    if ("error" in body) return rejection(body.status, body.error);
    return forward(core, matched, body, request.signal);
  }
}

function bodyFields({ operation }: MatchedCall): ReadonlySet<string> {
  return new Set([...operation.places.values()].flatMap((place) => (place.in === "body" ? [place.wireName] : [])));
}

/** Maps errors of the client to 429, 502 or 504. Whatever else is thrown is the application's own. */
async function toGatewayResponse(serve: () => Promise<Response>): Promise<Response> {
  try {
    return await serve();
  } catch (error) {
    if (!isWiseError(error)) throw error;
    const response = rejection(isRateLimitedError(error) ? 429 : isTimeoutError(error) ? 504 : 502, error.code);
    const waitMs = isApiError(error) ? error.retryAfterMs : undefined;
    if (waitMs !== undefined) response.headers.set("retry-after", String(Math.ceil(waitMs / 1000)));
    return response;
  }
}

async function isGranted(core: ClientCore, call: ProxyCall, grant: ProxyGrant, signal: AbortSignal): Promise<boolean> {
  const { operation, profileId, cardToken } = call;
  const profiles = grant.profileIds.map(String);
  if (!grant.operations.includes(operation)) return false;
  if (profileId !== undefined && !profiles.includes(profileId)) return false;
  if (cardToken === undefined) return true;
  if (grant.cardTokens) return grant.cardTokens.includes(cardToken);
  return profileId !== undefined || isCardOf(core, profiles, cardToken, signal);
}

async function isCardOf(
  core: ClientCore,
  profiles: readonly string[],
  cardToken: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (const profile of profiles) {
    try {
      const args = { profileId: Number(profile), cardToken };
      const { data } = await runCall(core, operationOf(cards, "get"), args, { signal });
      if ((data as { readonly token: string }).token.toLowerCase() === cardToken.toLowerCase()) return true;
    } catch (error) {
      if (!isApiError(error) || ![400, 403, 404, 422].includes(error.status)) throw error;
    }
  }
  return false;
}

async function forward(
  core: ClientCore,
  { operation, target, headers }: MatchedCall,
  { content, mediaType }: ForwardedBody,
  signal: AbortSignal,
): Promise<Response> {
  const request = {
    target,
    headers: mediaType === undefined ? headers : { ...headers, "content-type": mediaType },
    body: content,
    idempotencyKey: operation.key && "header" in operation.key ? headers[operation.key.header] : undefined,
  };
  return toResponse(await sendRequest(core, operation, request, { signal }));
}

function toResponse({ response, text, file }: CallOutcome): Response {
  const headers = noStore();
  for (const name of forwardedResponseHeaders) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(file ?? (text || null), { status: response.status, headers });
}

function rejection(status: number, message: string): Response {
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
