import type { TokenProviderContext, TokenSource } from "./access-token.ts";
import type { Renewal, RenewedTokens } from "./token-renewal.ts";

// A renewal in the background that fails is not tried again by the very next call.
const backgroundPauseMs = 60_000;

/**
 * The access token that a renewal gave, until it has to be renewed: in the background after `refreshAt` of its lifetime, by
 * the call itself once it has expired or was not accepted. There is one renewal at a time, however many calls ask for it.
 */
export function createTokenSource(
  renew: Renewal,
  { refreshAt, clock }: Pick<TokenProviderContext, "clock"> & { readonly refreshAt: number },
): TokenSource {
  let current: RenewedTokens["tokens"] | undefined;
  let renewing: Promise<string> | undefined;
  let lastRejected: string | undefined;
  let nextTryAt = 0;

  const renewOnce = (unwanted: string | undefined): Promise<string> => {
    renewing ??= renew(unwanted)
      .then(({ tokens }) => {
        current = tokens;
        return tokens.accessToken;
      })
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };

  return (rejected) => {
    if (rejected !== undefined && rejected === current?.accessToken) {
      lastRejected = rejected;
      current = undefined;
    }
    if (!current) return renewOnce(lastRejected);
    const { accessToken, obtainedAt, expiresAt } = current;
    const now = clock.now();
    if (now >= expiresAt) return renewOnce(accessToken);
    if (now >= obtainedAt + refreshAt * (expiresAt - obtainedAt) && now >= nextTryAt) {
      nextTryAt = now + backgroundPauseMs;
      // A failure is not lost: the token still works, and the call that has to renew it then throws.
      renewOnce(accessToken).catch(() => {});
    }
    return accessToken;
  };
}
