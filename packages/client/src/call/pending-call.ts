import { type TokenSource, tokenSourceFor } from "../auth/access-token.ts";
import type { ErrorContext } from "../errors/wise-error.ts";
import { defaultHost } from "../generated/hosts.gen.ts";
import { optionHeaders } from "../generated/options.gen.ts";
import type { Operation } from "../operation.ts";
import { assertOptions } from "../options/assert-options.ts";
import type { CallOptions } from "../options/call-options.ts";
import { assertSecureOrigin } from "../options/hosts.ts";
import { defaultOptions, type ResolvedOptions, resolveOptions } from "../options/shared-options.ts";
import { headerValue, normalizeHeaders } from "../request/header-value.ts";
import type { WireRequest } from "../request/wire-request.ts";
import { callsSoFar, createCallId } from "./call-id.ts";
import type { Reading } from "./call-promise.ts";
import type { ClientCore } from "./client-core.ts";

/** One call under way: what is sent, and how far it has come. */
export interface PendingCall {
  readonly operation: Operation;
  readonly origin: string;
  readonly url: string;
  readonly options: ResolvedOptions;
  readonly signal: AbortSignal | undefined;
  readonly tokenSource: TokenSource | undefined;
  readonly idempotencyKey: string | undefined;
  /** Tokens are put in as they come: before each attempt, and when a challenge has been cleared. */
  readonly headers: Record<string, string>;
  /** What `fetch` takes, with these headers. */
  readonly init: RequestInit;
  /** The same for all attempts of the call, and for no other call. */
  readonly callId: string;
  /** How many calls had been started when this one was, itself included. */
  readonly number: number;
  readonly reading: Reading | undefined;
  /** How many attempts were made so far. */
  attempts: number;
  /** How many of them were retries that `maxRetries` counts. */
  retries: number;
  /** What is left of `totalTimeoutMs` when the call is sent, or sent again after a challenge. */
  timeLeftMs: number;
}

/** What any call takes. */
export const optionNames: readonly string[] = [
  ...Object.keys(defaultOptions),
  "headers",
  "signal",
  ...Object.keys(optionHeaders),
];

/** Puts client, request and options of a call together. Anything wrong with an option is a `TypeError`. */
export function prepareCall(
  core: ClientCore,
  operation: Operation,
  request: WireRequest,
  options: CallOptions | undefined,
  reading?: Reading,
): PendingCall {
  const where = `${operation.name}()`;
  const takesKey = operation.key && "header" in operation.key;
  assertOptions(where, options, takesKey ? [...optionNames, "idempotencyKey"] : optionNames);
  const origin = originOf(core, operation);
  const headers = headersOf(core, operation, request, options);
  const tokenSource = tokenSourceFor(operation, core.tokens);
  if (tokenSource || headers.authorization) assertSecureOrigin(origin);
  const resolved = resolveOptions(where, options, core.options);
  return {
    operation,
    origin,
    url: origin + request.target,
    headers,
    // Another origin must see neither token nor body, so no redirect is followed.
    init: { method: operation.method, headers, body: request.body ?? null, redirect: "manual" },
    options: resolved,
    signal: options?.signal,
    tokenSource,
    idempotencyKey: request.idempotencyKey,
    callId: createCallId(),
    number: callsSoFar(),
    reading,
    attempts: 0,
    retries: 0,
    timeLeftMs: resolved.totalTimeoutMs,
  };
}

/** What every error of a call says of it. */
export function errorContext(
  { operation, attempts, callId, idempotencyKey }: PendingCall,
  facts: Pick<ErrorContext, "retryable" | "traceId" | "cause">,
): ErrorContext {
  return { operation: operation.name, attempts, callId, idempotencyKey, ...facts };
}

function originOf({ addressOf, environment }: ClientCore, operation: Operation): string {
  const { name, environments, host = defaultHost } = operation;
  if (environment && environments && !environments.includes(environment)) {
    throw new TypeError(`${name}() exists in ${environments.join(" and ")} only; this client is for ${environment}`);
  }
  const origin = addressOf(host);
  if (origin === undefined) throw new TypeError(`${name}() needs an address for the host "${host}" in createClient()`);
  return origin;
}

// No source documents the media type of card data, so any other will do, too.
const acceptCardData = "application/jose, application/json, */*;q=0.1";

/** In order of rank, the last one wins: headers of the client, of the call, of the operation and its arguments, of options. */
function headersOf(
  core: ClientCore,
  { name, auth, response }: Operation,
  request: WireRequest,
  options: CallOptions | undefined,
): Record<string, string> {
  const where = `${name}()`;
  const headers = { ...core.headers, ...(options?.headers && normalizeHeaders(where, options.headers)) };
  if (auth === "none") delete headers.authorization;
  headers.accept = response === "sealed" ? acceptCardData : "application/json";
  Object.assign(headers, request.headers);
  for (const [option, header] of options ? Object.entries(optionHeaders) : []) {
    const value = options?.[option as keyof typeof optionHeaders];
    if (value !== undefined) headers[header] = headerValue(where, option, value);
  }
  return headers;
}
