import { warn } from "../observe/warning.ts";
import { isWorker } from "../time/worker.ts";
import type { TokenProviderContext, TokenSource } from "./access-token.ts";
import type { Renewal, RenewedTokens } from "./token-renewal.ts";

// A renewal ahead of time that fails is not tried again by the very next call.
const pauseMs = 60_000;

// A token that is not accepted so soon was most likely ended by a renewal that this process does not know of.
const takenWithinMs = 60_000;

/**
 * The access token that a renewal gave, until it has to be renewed: in the background after `refreshAt` of its lifetime, by
 * the call itself once it has expired or was not accepted. There is one renewal at a time, however many calls ask for it.
 *
 * In workers, where nothing may outlive the request that made it, each request renews by itself, and the store's lock sees
 * to it that one does; ahead of time, too, it waits for that.
 */
export function createTokenSource(
  renew: Renewal,
  { refreshAt, clock, listeners }: Pick<TokenProviderContext, "clock" | "listeners"> & { readonly refreshAt: number },
): TokenSource {
  let current: RenewedTokens | undefined;
  let renewing: Promise<string> | undefined;
  let lastRejected: string | undefined;
  let nextTryAt = 0;

  const replace = async (unwanted: string | undefined): Promise<string> => {
    current = await renew(unwanted);
    return current.tokens.accessToken;
  };

  const replaceOnce = (unwanted: string | undefined): Promise<string> => {
    if (isWorker()) return replace(unwanted);
    renewing ??= replace(unwanted).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  function reject({ tokens, isNew }: RenewedTokens): void {
    lastRejected = tokens.accessToken;
    current = undefined;
    if (!isNew || clock.now() - tokens.obtainedAt >= takenWithinMs) return;
    const seen = "Wise did not accept a token that was obtained less than a minute ago";
    const advice = "if another process renews the same user's tokens, let both share a store";
    warn(listeners, { code: "WARN_TOKEN_TAKEN", message: `${seen}; ${advice}` });
  }

  return (rejected) => {
    if (current && rejected === current.tokens.accessToken) reject(current);
    if (!current) return replaceOnce(lastRejected);
    const { accessToken, obtainedAt, expiresAt } = current.tokens;
    const now = clock.now();
    if (now >= expiresAt) return replaceOnce(accessToken);
    if (now >= obtainedAt + refreshAt * (expiresAt - obtainedAt) && now >= nextTryAt) {
      nextTryAt = now + pauseMs;
      // A failure is not lost: the token still works, and the call that has to renew it then throws.
      const renewed = replaceOnce(accessToken).catch(() => accessToken);
      if (isWorker()) return renewed;
    }
    return accessToken;
  };
}
