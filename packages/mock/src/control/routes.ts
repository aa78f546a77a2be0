import type { Purchase } from "../engine/authorisation.ts";
import type { FaultRule } from "../faults/fault.ts";
import { parseFaultRule } from "../faults/parse-fault.ts";
import type { LocalMock, MockChanges } from "../mock.ts";
import type { MockCore } from "../mock-core.ts";
import type { Duration } from "../simulate.ts";
import type { MockSnapshot } from "../state/snapshot.ts";

/** A call to one of the mock's own routes. */
export interface ControlCall {
  readonly query: URLSearchParams;
  /** The parsed JSON body; an empty object if there was none. */
  readonly body: Record<string, unknown>;
  /** What stood in the place of `:id`. */
  readonly id: string;
}

/** Does what a route is for and returns the response's JSON; undefined gives 204. */
export type ControlRoute = (call: ControlCall) => unknown;

/** The mock's own routes, by method and path below `/__mock`. */
export function createRoutes(mock: LocalMock, core: MockCore): Readonly<Record<string, ControlRoute>> {
  return {
    "GET /info": () => describe(core),
    "GET /cards": ({ query }) => listCards(core, query),
    "GET /snapshot": () => mock.snapshot(),
    "PUT /snapshot": ({ body }) => mock.restore(body as unknown as MockSnapshot),
    "POST /reset": () => mock.reset(),
    "PUT /settings": ({ body }) => mock.configure(body as MockChanges),

    "POST /simulate/purchase": ({ body }) => mock.simulate.purchase(cardOf(body), body as unknown as Purchase),
    "POST /simulate/wrong-pin": ({ body }) => mock.simulate.wrongPin(cardOf(body), (body.times as number) ?? 1),
    "POST /simulate/suspend": ({ body }) => mock.simulate.suspend(cardOf(body)),
    "POST /simulate/lift-suspension": ({ body }) => mock.simulate.liftSuspension(cardOf(body)),
    "POST /simulate/pass-challenge": ({ body }) =>
      mock.simulate.passChallenge(String(body.oneTimeToken), body.challenge as "ONE_TIME_PASSWORD" | "PIN"),
    "POST /simulate/advance-time": ({ body }) => mock.simulate.advanceTime(body as Duration),

    "GET /faults": () => mock.faults.list(),
    "POST /faults": ({ body }) => mock.faults.add(readFault(body)),
    "DELETE /faults": () => mock.faults.clear(),
    "DELETE /faults/:id": ({ id }) => void mock.faults.remove(Number(id)),

    "GET /requests": ({ query }) => {
      const after = Number(query.get("after") ?? 0);
      return mock.requests.list(query.get("operation") ?? undefined).filter((call) => call.id > after);
    },
    "GET /deviations": () => ({ count: mock.deviations.count, list: mock.deviations.list() }),
    "DELETE /requests": () => mock.requests.clear(),
    "GET /coverage": () => mock.coverage(),

    "POST /keys/rotate": async ({ body }) => ({ version: await mock.keys.rotate(body) }),
    "POST /keys/explain": ({ body }) =>
      mock.keys.explain(String(body.encryptedPayload), body.keyVersion as number | undefined),
  };
}

function describe({ context, operations }: MockCore) {
  return {
    now: context.clock.nowIso(),
    settings: context.settings,
    operations: operations.map(({ name, method, path }) => ({ name, method: method.toUpperCase(), path })),
    profiles: [...context.state.profiles.values()].map(({ id, country, currency, sca }) => ({
      id,
      country,
      currency,
      sca,
      cards: context.state.cardsOfProfile.get(id)?.length ?? 0,
    })),
  };
}

/** A page of cards with what the API does not show: permissions and wrong PIN entries. */
function listCards({ context }: MockCore, query: URLSearchParams) {
  const profileId = Number(query.get("profileId"));
  const size = Math.min(Number(query.get("size") ?? 50), 500);
  const cards = (context.state.cardsOfProfile.get(profileId) ?? []).slice(0, size);
  return cards.map((card) => ({
    ...context.viewCard(card),
    permissions: card.permissions,
    wrongPinEntries: card.wrongPinEntries,
  }));
}

function cardOf(body: Record<string, unknown>): string {
  const { cardToken } = body;
  if (typeof cardToken !== "string") throw new TypeError("cardToken must be a string");
  return cardToken;
}

/** A rule as an object, or in words as on the command line. */
function readFault(body: Record<string, unknown>): FaultRule {
  return typeof body.rule === "string" ? parseFaultRule(body.rule) : (body as FaultRule);
}
