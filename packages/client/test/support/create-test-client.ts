import { type ClientOptions, createClient } from "@wisekit/client";
import { createManualClock } from "./manual-clock.ts";
import { card, jsonResponse, type StubResponse, stubFetch } from "./stub-fetch.ts";

/**
 * A client for the sandbox whose `fetch` gives these responses one after the other, the last one for ever; a card, if there
 * are none. Time stands still until the clock is moved, and every wait between attempts is as long as it can be. Options
 * win over all of this; `clock: undefined` is the machine's.
 */
export function createTestClient(responses: readonly StubResponse[] = [], options: Partial<ClientOptions> = {}) {
  const clock = createManualClock();
  const fetch = stubFetch(...(responses.length > 0 ? responses : [() => jsonResponse(card)]));
  const wise = createClient({ environment: "sandbox", fetch, clock, random: () => 1, ...options });
  return { wise, fetch, clock };
}
