import type { Challenge } from "@wisekit/spec";
import type { ScaRequiredError } from "../errors/api-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import { notifyListeners } from "../observe/events.ts";
import type { ScaChallengeHandler } from "../options/client-options.ts";
import { abortable } from "../time/abortable.ts";
import { callsSoFar } from "./call-id.ts";
import type { ClientCore } from "./client-core.ts";
import type { PendingCall } from "./pending-call.ts";
import { type CallOutcome, send } from "./send.ts";

/** What the clearing of a challenge needs from whoever makes calls. */
export interface ChallengeParts {
  /** The challenge that stopped a call, with what it asks for; nothing if none did. */
  readonly challengeOf: (outcome: CallOutcome) => Promise<ScaRequiredError | undefined>;
  /** What a one-time token still asks for; nothing if that cannot be found out. */
  readonly challengesOf: (oneTimeToken: string) => Promise<readonly Challenge[] | undefined>;
}

/** A challenge that is being cleared. */
interface Clearing {
  /** The token that is cleared then. */
  readonly done: Promise<string>;
  /** How many calls had been started when it began: one that began later may be part of it. */
  readonly calls: number;
}

// By the tokens of a user, so that no user waits for another's dialogue.
const clearings = new WeakMap<object, Clearing>();

/**
 * Sends a call. If strong customer authentication stops it, it is sent again when its challenge has been cleared, in the time
 * and with the retries that it has left. Calls that are stopped at the same time share one challenge: they wait until it is
 * cleared, and have one of their own only if they are stopped again. A call that was started while a challenge is being
 * cleared, and may therefore be part of that, is not stopped a second time: it ends with its challenge.
 */
export async function sendUntilCleared(
  core: ClientCore,
  call: PendingCall,
  { challengeOf, challengesOf }: ChallengeParts,
): Promise<CallOutcome> {
  const { onSca, clock } = core;
  const owner = core.tokens ?? core;
  for (let isCleared = false; ; ) {
    const startedAt = clock.now();
    const outcome = await send(core, call);
    call.timeLeftMs -= clock.now() - startedAt;
    const challenge = onSca && !isCleared ? await challengeOf(outcome) : undefined;
    if (!onSca || !challenge) return outcome;
    const current = clearings.get(owner);
    if (current && call.number > current.calls) return outcome;
    isCleared = current === undefined;
    const { done } = current ?? begin(owner, () => clearAll(challenge, { call, onSca, challengesOf }));
    const oneTimeToken = await abortable(done, call.signal);
    notifyListeners(core, "onRetry", outcome.event, { delayMs: 0, reason: "sca" });
    // A token is good for the call that it was given to.
    if (oneTimeToken === challenge.oneTimeToken) call.headers[responseFacts.oneTimeToken as string] = oneTimeToken;
  }
}

function begin(owner: object, start: () => Promise<string>): Clearing {
  const calls = callsSoFar();
  const clearing = { calls, done: start() };
  clearings.set(owner, clearing);
  const end = (): void => void clearings.delete(owner);
  clearing.done.then(end, end);
  return clearing;
}

interface ClearingOptions {
  readonly call: PendingCall;
  readonly onSca: ScaChallengeHandler;
  readonly challengesOf: ChallengeParts["challengesOf"];
}

/** Has the challenges passed one after the other, as long as each time there are fewer of them. */
async function clearAll(challenge: ScaRequiredError, options: ClearingOptions): Promise<string> {
  const { call, onSca, challengesOf } = options;
  const { oneTimeToken, challenges } = challenge;
  await onSca(challenge, { signal: call.signal });
  const left = requiredOf(challenges).length > 1 ? await challengesOf(oneTimeToken) : undefined;
  const count = requiredOf(left).length;
  if (count === 0 || count >= requiredOf(challenges).length) return oneTimeToken;
  return clearAll(challenge.withChallenges(left), options);
}

function requiredOf(challenges: readonly Challenge[] = []): readonly Challenge[] {
  return challenges.filter(({ required, passed }) => required !== false && passed !== true);
}
