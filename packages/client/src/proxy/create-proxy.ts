import type { ClientCore } from "../call/client-core.ts";
import { clientParts, type ResourceSet } from "../client-methods.ts";
import { resources as allResources } from "../generated/operations.gen.ts";
import { guard, reportError } from "../observe/report-error.ts";
import { operationsOf } from "../operation.ts";
import { assertOptions } from "../options/assert-options.ts";
import { foreignReason } from "./check-origin.ts";
import { forwardCall } from "./forward-call.ts";
import { asGateway } from "./gateway-response.ts";
import { type ProxyGrant, readGrant } from "./grant.ts";
import { isGranted } from "./is-granted.ts";
import { createMatchCall, type MatchedCall, type ProxyCall } from "./match-call.ts";
import { readProxyBody } from "./read-body.ts";
import { emptyResponse, rejection } from "./rejection.ts";
import { servedOperations } from "./served-operations.ts";

/** What `createProxy` takes. */
export interface ProxyOptions {
  /**
   * Called for every request: who is behind it, as a client, and what this user may do. `undefined` rejects the request with
   * 403, and a `Response` is sent as it is, such as a 401. It must not read the body of the request. If it throws, the
   * response is 500, with nothing in it.
   */
  readonly authorize: (
    request: Request,
    call: ProxyCall,
  ) => ProxyGrant | Response | undefined | Promise<ProxyGrant | Response | undefined>;
  /**
   * The resources that the proxy serves, of `@wisekit/client/resources` or of a dated version of the API.
   * @default all of `@wisekit/client/resources`
   */
  readonly resources?: ResourceSet | undefined;
  /**
   * Where the proxy is mounted, such as `/api/wise`.
   * @default the root
   */
  readonly basePath?: string | undefined;
  /**
   * The largest body that is forwarded, in bytes: an integer >= 0. A larger one is rejected with 413.
   * @default 16_384
   */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Called with what `authorize` throws, and with what else makes a response 500.
   * @default it is written to the console
   */
  readonly onError?: ((error: unknown, request: Request) => void) | undefined;
}

/**
 * The back end of a browser's client: takes the contract's requests, attaches the user's token and passes responses on as
 * they are, sealed card data as the text it is. It rejects what the contract does not have, what the grant does not name,
 * requests of other sites and bodies that are too large, and lets nothing be cached. The function that it returns never
 * rejects: what fails is a response with the status 500 and nothing in it.
 *
 * @throws {TypeError} for an unknown or invalid option, or without `authorize`.
 */
export function createProxy(options: ProxyOptions): (request: Request) => Promise<Response> {
  const { authorize, resources, basePath, maxBodyBytes, onError } = readOptions(options);
  const served = servedOperations(resources);
  const matchCall = createMatchCall([...operationsOf(allResources), ...operationsOf(resources)], served);

  return async (request) => {
    try {
      return await respond(request);
    } catch (error) {
      const { aborted, reason } = request.signal;
      if (aborted && error === reason) return emptyResponse(499);
      guard(() => onError(error, request), reportError);
      return emptyResponse(500);
    }
  };

  async function respond(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const matched = pathname.startsWith(`${basePath}/`)
      ? matchCall(request, pathname.slice(basePath.length))
      : undefined;
    if (!matched)
      return rejection(404, "there is no such operation, or the contract does not say whose data it is about");
    const foreign = foreignReason(request, matched);
    if (foreign) return rejection(403, foreign);
    const given = await authorize(request, matched.call);
    if (given instanceof Response) return given;
    if (given === undefined) return rejection(403, "this user may not do that");
    return serve(request, matched, readGrant(given, served));
  }

  async function serve(request: Request, matched: MatchedCall, { client, allow }: ProxyGrant): Promise<Response> {
    const { core: own } = clientParts("createProxy(): authorize()", client);
    // Challenges are for the browser's client to clear.
    const core = Object.create(own, { onSca: { value: undefined } }) as ClientCore;
    const { signal } = request;
    return asGateway(async () => {
      if (!(await isGranted(core, matched, allow, signal))) return rejection(403, "this user may not do that");
      const { body } = matched.operation;
      const limits = { fields: bodyFields(matched), maxBytes: maxBodyBytes };
      const read = body ? await readProxyBody(request, body, limits) : {};
      if ("error" in read) return rejection(read.status, read.error);
      return forwardCall(core, matched, read, signal);
    });
  }
}

function readOptions(options: ProxyOptions) {
  const where = "createProxy()";
  assertOptions(where, options, ["authorize", "resources", "basePath", "maxBodyBytes", "onError"]);
  const { authorize, resources = allResources, basePath = "", maxBodyBytes = 16_384, onError = reportError } = options;
  if (typeof authorize !== "function") throw new TypeError(`${where}: authorize must be a function`);
  if (typeof onError !== "function") throw new TypeError(`${where}: onError must be a function`);
  if (!/^(\/[\w.~-]+)*\/?$/.test(basePath))
    throw new TypeError(`${where}: basePath must be a path such as "/api/wise"`);
  if (!Number.isSafeInteger(maxBodyBytes) || maxBodyBytes < 0) {
    throw new TypeError(`${where}: maxBodyBytes must be an integer >= 0`);
  }
  return { authorize, resources, basePath: basePath.replace(/\/$/, ""), maxBodyBytes, onError };
}

function bodyFields({ operation }: MatchedCall): ReadonlySet<string> {
  return new Set([...operation.places.values()].flatMap((place) => (place.in === "body" ? [place.wireName] : [])));
}
