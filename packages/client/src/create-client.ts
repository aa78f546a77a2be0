import { tokenSource } from "./access-token.ts";
import { type ClientCore, plainHeaders, startCall } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { assertOptions, type ClientOptions, defaultLimits, limitsOf } from "./client-options.ts";
import { systemClock } from "./clock.ts";
import { rateLimits as documentedLimits } from "./generated/client-facts.gen.ts";
import { type OperationName, operations } from "./generated/operations.gen.ts";
import type { Resources } from "./generated/resources.gen.ts";
import { assertPrivate, readHosts } from "./hosts.ts";
import { createHttpClient, type HttpClient } from "./http-client.ts";
import { type Operation, readOperation } from "./operation.ts";
import { type PageOptions, walkPages } from "./pages.ts";
import { createRateGate } from "./rate-gate.ts";

/** Every operation of the contract as a method: `wise.cards.list(…)`. */
export interface WiseClient extends Resources {
  /** The contract by path: the bare typed openapi-fetch client. */
  readonly http: HttpClient;
}

const optionNames: readonly string[] = [
  "environment",
  "baseUrl",
  "auth",
  "onSca",
  "rateLimits",
  "onRequest",
  "onResponse",
  "onRetry",
  "listeners",
  "fetch",
  "clock",
  "random",
  "headers",
  ...Object.keys(defaultLimits),
];

/**
 * A client for one environment and one user, or one partner. Throws a `TypeError` for an unknown option, and for a
 * token that would travel over plain http to another machine.
 */
export function createClient(options: ClientOptions): WiseClient {
  assertOptions("createClient", options, optionNames);
  const client: Record<string, unknown> = {};
  const core = createCore(options, client as unknown as Resources);
  const all: Operation[] = [];
  for (const [resource, methods] of Object.entries(operations)) {
    const group: Record<string, unknown> = {};
    for (const [method, line] of Object.entries(methods)) {
      const operation = readOperation(`${resource}.${method}` as OperationName, line);
      all.push(operation);
      group[method] = methodOf(core, operation);
    }
    client[resource] = group;
  }
  client.http = createHttpClient(core, all);
  return client as unknown as WiseClient;
}

function methodOf(core: ClientCore, operation: Operation): unknown {
  const call = (args: unknown, options?: CallOptions) => startCall(core, operation, args, options);
  if (!operation.traits.has("page")) return call;
  const all = (args?: Record<string, unknown>, options?: PageOptions) => walkPages(core, operation, args, options);
  return Object.assign(call, { all });
}

function createCore(options: ClientOptions, resources: Resources): ClientCore {
  const { clock = systemClock, rateLimits = documentedLimits } = options;
  const hosts = readHosts(options);
  if (options.auth !== undefined) Object.values(hosts).forEach(assertPrivate);
  return {
    hosts,
    clock,
    // Looked up for each call, so that whoever replaces the platform's fetch later is obeyed.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    random: options.random ?? Math.random,
    gate: rateLimits ? createRateGate(rateLimits, clock) : undefined,
    token: tokenSource(options.auth, (args) => resources.oauth.token(args), clock),
    listeners: [options, ...(options.listeners ?? [])].filter(
      (listener) => listener.onRequest || listener.onResponse || listener.onRetry,
    ),
    onSca: options.onSca,
    headers: { ...clientHeaders(), ...plainHeaders(options.headers ?? {}) },
    limits: limitsOf(defaultLimits, options),
  };
}

/** Outside browsers, which set their own, the package names itself. */
function clientHeaders(): Record<string, string> {
  const { userAgent } = (globalThis as { navigator?: { userAgent?: string } }).navigator ?? {};
  return userAgent?.startsWith("Mozilla/") ? {} : { "user-agent": `wisekit/${__VERSION__}` };
}
