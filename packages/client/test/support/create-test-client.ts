import {
  type CallPromise,
  type ClientOptions,
  createClient,
  createClientWith,
  type KeyedCallOptions,
  type OperationData,
  type PageOptions,
  type Resource,
} from "@wisekit/client";
import { walkPages } from "@wisekit/client/internal";
import { createManualClock } from "./manual-clock.ts";
import { card, jsonResponse, type StubResponse, stubFetch } from "./stub-fetch.ts";

/**
 * A client for the sandbox whose `fetch` gives these responses one after the other, the last one for ever; a card, if there
 * are none. Time stands still until the clock is moved, and every wait between attempts is as long as it can be. Options
 * win over all of this; `clock: undefined` is the machine's.
 */
export function createTestClient(responses: readonly StubResponse[] = [], options: Partial<ClientOptions> = {}) {
  const { clock, fetch, shared } = surroundings(responses);
  return { wise: createClient({ ...shared, ...options }), fetch, clock };
}

/** The method of an operation that the contract does not have. */
export interface TestMethod {
  (args?: object, options?: KeyedCallOptions): CallPromise<unknown>;
  all(args?: object, options?: PageOptions): AsyncGenerator<unknown, void, undefined>;
}

/** The same for one operation, which the contract need not have: `things.run`. */
export function createTestCall(
  operation: Partial<OperationData>,
  responses: readonly StubResponse[] = [],
  options: Partial<ClientOptions> = {},
) {
  const { clock, fetch, shared } = surroundings(responses);
  const data = { method: "GET", path: "/things", ...(operation.page && { all: walkPages }), ...operation };
  const things: Resource<{ readonly run: TestMethod }> = { name: "things", operations: { run: data } };
  const wise = createClientWith({ ...shared, ...options }, { things });
  return { wise, run: wise.things.run, fetch, clock };
}

function surroundings(responses: readonly StubResponse[]) {
  const clock = createManualClock();
  const fetch = stubFetch(...(responses.length > 0 ? responses : [() => jsonResponse(card)]));
  return { clock, fetch, shared: { environment: "sandbox", fetch, clock, random: () => 1 } as const };
}
