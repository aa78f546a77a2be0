import type { HttpClient } from "./adapters/http-client.ts";
import { type KeptUsers, readAuth, type TokenProvider, type UserAuth } from "./auth/access-token.ts";
import { startCall } from "./call/call.ts";
import type { ClientCore } from "./call/client-core.ts";
import { createRateLimiter, type RateLimiter } from "./call/rate-limiter.ts";
import { assertRateLimits } from "./call/rate-limits.ts";
import type { AsOptions } from "./call/user-core.ts";
import { assembleClient, type ResourceSet } from "./client-methods.ts";
import { rateLimits as documentedLimits } from "./generated/client-facts.gen.ts";
import { resources as allResources } from "./generated/operations.gen.ts";
import type { Resources } from "./generated/resources.gen.ts";
import type { CallListener, Listeners } from "./observe/events.ts";
import { reportError } from "./observe/report-error.ts";
import { operationOf, type Resource } from "./operation.ts";
import { assertOptions } from "./options/assert-options.ts";
import type { ClientHosts } from "./options/client-hosts.ts";
import type { ClientOptions } from "./options/client-options.ts";
import { assertSecureOrigin, readHosts } from "./options/hosts.ts";
import { defaultOptions, resolveOptions } from "./options/shared-options.ts";
import { normalizeHeaders } from "./request/header-value.ts";
import { systemClock } from "./time/clock.ts";

/** What every client has beside its resources. */
interface ClientOwn<Client> {
  /** The contract by path: the typed openapi-fetch client. */
  readonly http: HttpClient;
  /**
   * A client for one user. It shares everything else with this one: operations, rate limits, listeners, `fetch`. It costs
   * next to nothing, so make one for each request. The tokens of a provider are kept between them, by `key`, client id and
   * grant: two requests of a user share one renewal, and another grant never runs as somebody else.
   *
   * @throws {TypeError} without a `key`, unless the user's token is given as a string; for an unknown option.
   */
  as(auth: UserAuth, options?: AsOptions): Client;
}

/** Every operation of the contract as a method: `wise.cards.list(…)`. */
export interface WiseClient extends Resources, ClientOwn<WiseClient> {}

/** A client with these resources only. */
export type ClientOf<Set extends ResourceSet> = {
  readonly [Name in keyof Set]: Set[Name] extends Resource<infer Methods> ? Methods : never;
} & ClientOwn<ClientOf<Set>>;

/**
 * The application's client type, for the hooks of `@wisekit/react`. It is `WiseClient`, unless the application says what it
 * makes by `createClientWith`: `declare module "@wisekit/client" { interface Register { client: typeof wise } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: applications add to it
export interface Register {}

/** The client type that the application has registered, else `WiseClient`. */
export type RegisteredClient = Register extends { readonly client: infer Client } ? Client : WiseClient;

const optionNames: readonly string[] = [
  "environment",
  "baseUrl",
  "mutualTls",
  "auth",
  "maxUsers",
  "idleMs",
  "onSca",
  "rateLimits",
  "onAttemptStart",
  "onAttemptEnd",
  "onRetry",
  "onWarning",
  "listeners",
  "onListenerError",
  "largeIntegers",
  "fetch",
  "clock",
  "random",
  "headers",
  ...Object.keys(defaultOptions),
];

/**
 * A client for one environment, with every operation of the contract: for one user, or for many by `wise.as()`.
 *
 * @throws {TypeError} for an unknown or invalid option, and for a token that would be sent over plain http to another
 * machine.
 */
export function createClient(options: ClientOptions): WiseClient {
  return assembleClient({
    core: createCore("createClient()", options, allResources),
    resources: allResources,
  }) as WiseClient;
}

/**
 * The same client with these resources only, of `@wisekit/client/resources`: an app that bundles ships no others.
 * `createClientWith({ … }, { cards, permissions })`.
 *
 * @throws {TypeError} as `createClient` does.
 */
export function createClientWith<const Set extends ResourceSet>(options: ClientOptions, resources: Set): ClientOf<Set> {
  return assembleClient({ core: createCore("createClientWith()", options, resources), resources }) as ClientOf<Set>;
}

function createCore(where: string, options: ClientOptions, { sca }: ResourceSet): ClientCore {
  assertOptions(where, options, optionNames);
  const { clock = systemClock, rateLimits = documentedLimits, largeIntegers } = options;
  const hosts = readHosts(where, options);
  const { environment, addresses } = hosts;
  if (options.auth !== undefined && environment === undefined) addresses.forEach(assertSecureOrigin);
  if (largeIntegers !== undefined && largeIntegers !== "string")
    throw new TypeError(`${where}: largeIntegers must be "string"`);
  assertRateLimits(where, rateLimits);
  const resolved = resolveOptions(where, options, defaultOptions);
  let rateLimiter: RateLimiter | undefined;
  const listeners = readListeners(options);
  const users = readKeptUsers(where, options);
  const connect = (provider: TokenProvider, key?: string, keptUsers?: KeptUsers) =>
    provider.connect({
      key,
      keptUsers,
      call(operation, args, { signal, onAttemptStart }) {
        const watched = { ...core, userKey: key, listeners: [...core.listeners, { onAttemptStart }] };
        return startCall(watched, operation, args, { signal });
      },
      clock,
      timeoutMs: resolved.timeoutMs,
      listeners,
    });
  const core: ClientCore = {
    ...readTransport(where, options, hosts),
    environment,
    clock,
    random: options.random ?? Math.random,
    // Made by the first call, so that making a client takes no time for it.
    get rateLimiter() {
      if (rateLimits) rateLimiter ??= createRateLimiter(rateLimits, clock);
      return rateLimiter;
    },
    tokens: readAuth(where, options.auth, (provider) => connect(provider)),
    connectUser: (provider, key) => connect(provider, key, users),
    userKey: undefined,
    ...listeners,
    largeIntegers,
    scaStatus: sca?.operations.status && operationOf(sca, "status"),
    onSca: options.onSca,
    headers: { ...clientHeaders(), ...(options.headers && normalizeHeaders(where, options.headers)) },
    options: resolved,
  };
  return core;
}

function readListeners(options: ClientOptions): Listeners {
  const isListener = ({ onAttemptStart, onAttemptEnd, onRetry, onWarning }: CallListener) =>
    onAttemptStart || onAttemptEnd || onRetry || onWarning;
  return {
    listeners: [options, ...(options.listeners ?? [])].filter(isListener),
    onListenerError: options.onListenerError ?? reportError,
  };
}

/** Where calls go, and what sends them there. */
function readTransport(where: string, { fetch: own, mutualTls }: ClientOptions, hosts: ClientHosts) {
  // Looked up for each call, so that a fetch that replaces the platform's later is used.
  const fetch = own ?? ((input: RequestInfo | URL, init?: RequestInit) => globalThis.fetch(input, init));
  if (!mutualTls) return { addressOf: hosts.addressOf, fetch };
  if (typeof mutualTls.apply === "function") return mutualTls.apply(hosts, fetch);
  throw new TypeError(`${where}: mutualTls must be made by mutualTls() of @wisekit/client/node`);
}

function readKeptUsers(where: string, { maxUsers = 10_000, idleMs = 43_200_000 }: ClientOptions): KeptUsers {
  if (!Number.isInteger(maxUsers) || maxUsers < 1) throw new TypeError(`${where}: maxUsers must be an integer >= 1`);
  if (!(idleMs > 0)) throw new TypeError(`${where}: idleMs must be a number > 0`);
  return { entries: new Map(), maxUsers, idleMs, oldest: undefined, newest: undefined };
}

interface Platform {
  readonly document?: unknown;
  readonly process?: { readonly versions?: { readonly node?: string } };
  readonly navigator?: { readonly userAgent?: string };
}

/** Outside browsers, which set their own, the package names itself. */
function clientHeaders(): Record<string, string> {
  const platform = globalThis as Platform;
  // Node loads its `navigator` when it is looked at, which takes longer than the rest of making a client.
  const isNode = !platform.document && platform.process?.versions?.node;
  const isBrowser = !isNode && platform.navigator?.userAgent?.startsWith("Mozilla/");
  return isBrowser ? {} : { "user-agent": `wisekit/${__VERSION__}` };
}
