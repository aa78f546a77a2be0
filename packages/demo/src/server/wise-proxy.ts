import { createClient, type OperationName } from "@wisekit/client";
import { createProxy, type ProxyOperationName } from "@wisekit/client/proxy";

/** Where Wise is, the user's token, and what the page may call. */
export interface WiseProxyOptions {
  /** Address of Wise, or of a mock of it. */
  readonly wiseUrl: string;
  /** The user's access token. It is added here and never sent to the page. */
  readonly accessToken: string;
  /** The user's profiles. Calls for cards of other profiles get a 403. */
  readonly profileIds: readonly number[];
  /** The path that the page calls it by. */
  readonly basePath: string;
  /** Gets a line for each call: operation, status, duration. No argument and no value of a response. */
  readonly log: (line: string) => void;
}

/** What the page needs, and nothing else. */
const operations: readonly ProxyOperationName[] = [
  "cards.list",
  "cards.get",
  "cards.updateStatus",
  "cards.resetPinCount",
  "permissions.list",
  "permissions.updateMany",
  "spendingLimits.list",
  "spendingLimits.set",
  "spendingLimits.remove",
  "spendingLimits.listForProfile",
  "cardData.encryptionKey",
  "cardData.details",
  "cardData.pin",
  "sca.status",
  "sca.triggerSms",
  "sca.verifySms",
  "sca.triggerWhatsapp",
  "sca.verifyWhatsapp",
  "sca.triggerVoice",
  "sca.verifyVoice",
];

/**
 * Forwards the calls of the page to Wise. Sealed card data goes through as it is: keys are made in the holder's browser,
 * and nothing here could open it.
 */
export function createWiseProxy(options: WiseProxyOptions): (request: Request) => Promise<Response> {
  const { wiseUrl, accessToken, profileIds, basePath, log } = options;
  const called = new WeakMap<Request, OperationName>();
  const client = createClient({ baseUrl: wiseUrl, auth: accessToken });
  const profiles = profileIds.map((id) => ({ id, cards: "all" as const }));
  const proxy = createProxy({
    authorize: (request, { operation }) => {
      called.set(request, operation);
      return { client, allow: { operations, profiles } };
    },
    basePath,
  });
  return async (request) => {
    const startedAt = performance.now();
    const response = await proxy(request);
    log(`${called.get(request) ?? "unknown"} ${response.status} ${Math.round(performance.now() - startedAt)} ms`);
    return response;
  };
}
