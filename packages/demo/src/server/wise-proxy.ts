import { createProxy, type ProxyOperationName } from "@wisekit/client/proxy";
import type { Sessions } from "./sessions.ts";
import type { Users } from "./users.ts";

/** Who asks, and with whose token. */
export interface WiseProxyOptions {
  readonly users: Users;
  readonly sessions: Sessions;
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
 * Forwards the calls of the page to Wise: whose session it is decides whose token is sent, and what may be called. Sealed
 * card data goes through as it is: keys are made in the holder's browser, and nothing here could open it.
 */
export function createWiseProxy({
  users,
  sessions,
  basePath,
  log,
}: WiseProxyOptions): (request: Request) => Promise<Response> {
  const called = new WeakMap<Request, string>();
  const proxy = createProxy({
    basePath,
    authorize(request, { operation }) {
      called.set(request, operation);
      const session = sessions.of(request);
      if (!session) return Response.json({ message: "Sign in first" }, { status: 401 });
      const profiles = session.user.profiles.map(({ id }) => ({ id, cards: "all" as const }));
      return { client: users.clientOf(session.user), allow: { operations, profiles } };
    },
    onError: (error) => log(`failed: ${error instanceof Error ? error.name : "unknown"}`),
  });
  return async (request) => {
    const startedAt = performance.now();
    const response = await proxy(request);
    log(`${called.get(request) ?? "unknown"} ${response.status} ${Math.round(performance.now() - startedAt)} ms`);
    return response;
  };
}
