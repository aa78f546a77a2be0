import { runCall } from "../call/call.ts";
import type { ClientCore } from "../call/client-core.ts";
import { isApiError } from "../errors/error-guards.ts";
import { cards } from "../generated/operations.gen.ts";
import { operationOf } from "../operation.ts";
import type { AllowedProfile, ProxyAllowance } from "./grant.ts";
import type { ProxyCall } from "./match-call.ts";

/**
 * Whether a user may make a call. Without a card in it, the call is about the whole profile. With a card and without a
 * profile, the card is looked up in the profiles of which the user has every card.
 */
export async function isGranted(
  core: ClientCore,
  { operation, profileId, cardToken }: ProxyCall,
  { operations, profiles }: ProxyAllowance,
  signal: AbortSignal,
): Promise<boolean> {
  if (!operations.includes(operation)) return false;
  if (profileId !== undefined) {
    const profile = profiles.find(({ id }) => String(id) === profileId);
    return profile !== undefined && (profile.cards === "all" || names(profile, cardToken));
  }
  if (cardToken === undefined || profiles.some((profile) => names(profile, cardToken))) return true;
  const whole = profiles.filter((profile) => profile.cards === "all");
  return isCardOf(core, whole, cardToken, signal);
}

function names({ cards }: AllowedProfile, cardToken: string | undefined): boolean {
  return cards !== "all" && cardToken !== undefined && cards.includes(cardToken);
}

async function isCardOf(
  core: ClientCore,
  profiles: readonly AllowedProfile[],
  cardToken: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (const { id } of profiles) {
    try {
      const args = { profileId: id, cardToken };
      const { data } = await runCall(core, operationOf(cards, "get"), args, { signal, maxRetries: 0 });
      if ((data as { readonly token: string }).token.toLowerCase() === cardToken.toLowerCase()) return true;
    } catch (error) {
      if (!isApiError(error) || ![400, 403, 404, 422].includes(error.status)) throw error;
    }
  }
  return false;
}
