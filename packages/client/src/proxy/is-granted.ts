import { runCall } from "../call/call.ts";
import type { ClientCore } from "../call/client-core.ts";
import { isApiError } from "../errors/error-guards.ts";
import { resources } from "../generated/operations.gen.ts";
import { cardLookUp } from "../generated/proxy-facts.gen.ts";
import { operationOf, type Resource } from "../operation.ts";
import type { AllowedProfile, ProxyAllowance } from "./grant.ts";
import type { MatchedCall } from "./match-call.ts";

/**
 * Whether a user may make a call. A call that names no card is about the whole profile. Of one that names a card and no
 * profile, the card is looked up in the profiles of which the user has every card.
 */
export async function isGranted(
  core: ClientCore,
  { scope, call: { operation, profileId, cardToken } }: MatchedCall,
  { operations, profiles }: ProxyAllowance,
  signal: AbortSignal,
): Promise<boolean> {
  if (!operations.includes(operation)) return false;
  if (scope.profile !== undefined) {
    const profile = profiles.find(({ id }) => String(id) === profileId);
    return profile !== undefined && (profile.cards === "all" || hasCard(profile, cardToken));
  }
  if (scope.card === undefined) return true;
  if (cardToken === undefined) return false;
  if (profiles.some((profile) => hasCard(profile, cardToken))) return true;
  const whole = profiles.filter(({ cards }) => cards === "all");
  return isCardOfOne(core, whole, cardToken, signal);
}

function hasCard({ cards }: AllowedProfile, cardToken: string | undefined): boolean {
  return cards !== "all" && cardToken !== undefined && cards.includes(cardToken);
}

async function isCardOfOne(
  core: ClientCore,
  profiles: readonly AllowedProfile[],
  cardToken: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!cardLookUp) return false;
  const { resource, method, profile, card } = cardLookUp;
  const operation = operationOf((resources as Readonly<Record<string, Resource<unknown>>>)[resource] as never, method);
  for (const { id } of profiles) {
    try {
      await runCall(core, operation, { [profile]: id, [card]: cardToken }, { signal, maxRetries: 0 });
      return true;
    } catch (error) {
      if (!isApiError(error) || ![400, 403, 404, 422].includes(error.status)) throw error;
    }
  }
  return false;
}
