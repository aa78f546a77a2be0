import { AuthenticationError } from "../errors/api-error.ts";
import { type ErrorContext, TimeoutError } from "../errors/wise-error.ts";
import { oauth } from "../generated/operations.gen.ts";
import type { OauthResource, OauthTokenArgs } from "../generated/resources.gen.ts";
import { operationOf } from "../operation.ts";
import { abortable } from "../time/abortable.ts";
import type { Clock } from "../time/clock.ts";
import { withDeadline } from "../time/deadline.ts";
import type { TokenProviderContext } from "./access-token.ts";
import { type Grant, type GrantSource, isSingleUse, originOf, originPrefix } from "./grant.ts";
import { type StoredTokens, type TokenStore, TokenStoreError } from "./token-store.ts";

/** Tokens, and whether this process has just got them from Wise. Else another one put them into the store. */
export interface RenewedTokens {
  readonly tokens: StoredTokens;
  readonly isNew: boolean;
}

/** Gets tokens other than the unwanted one: from the store, else from Wise, which nobody else does meanwhile. */
export type Renewal = (unwanted: string | undefined) => Promise<RenewedTokens>;

type TokenResponse = Awaited<ReturnType<OauthResource["token"]>>;

/**
 * A renewal throws `AuthenticationError` if the user must sign in again, `TokenStoreError`, `TimeoutError`, or what the
 * call of `oauth.token` throws. It is over after the client's `timeoutMs`, whatever store and call do.
 */
export function createRenewal(source: GrantSource, store: TokenStore, context: TokenProviderContext): Renewal {
  const { clock, timeoutMs } = context;
  let origin: string | undefined;
  // What the store failed to keep, and the token that it should have replaced. Its refresh token may be the only one that
  // still works.
  let unsaved: { readonly tokens: StoredTokens; readonly replaced: string | undefined } | undefined;

  async function renew(
    unwanted: string | undefined,
    deadline: AbortSignal,
    progress: Progress,
  ): Promise<RenewedTokens> {
    origin ??= await originOf(source);
    const key = context.key ?? origin;
    const read = async (signal: AbortSignal): Promise<StoredTokens | undefined> => {
      const kept = await orStoreError(() => store.get(key), signal);
      return kept && isOurs(source, kept, origin) ? kept : undefined;
    };

    // Somebody else may have renewed it already, which needs no lock to see.
    const shared = unsaved ? undefined : await read(deadline);
    if (isUsable(shared, unwanted, clock)) return { tokens: shared, isNew: false };

    return locked(store, key, deadline, async (signal) => {
      const kept = await read(signal);
      const known = unsaved && unsaved.replaced === kept?.accessToken ? unsaved.tokens : kept;
      let tokens = known;
      if (!isUsable(tokens, unwanted, clock)) {
        progress.isCalling = true;
        tokens = await exchange(source, context, { known, origin: origin as string, signal, progress });
        progress.isCalling = false;
      }
      if (tokens === kept) return { tokens, isNew: false };
      unsaved = { tokens, replaced: kept?.accessToken };
      await orStoreError(() => store.set(key, tokens), signal);
      unsaved = undefined;
      return { tokens, isNew: true };
    });
  }

  return (unwanted) => {
    const progress: Progress = { isCalling: false, attempts: 0 };
    const lateError = (): Error => {
      const { isCalling, attempts } = progress;
      if (!isCalling) return new TokenStoreError(`waited ${timeoutMs} ms for the token store`, facts(0));
      const where = attempts === 0 ? ", in the queue of the rate limits" : "";
      return new TimeoutError(`exceeded timeoutMs, ${timeoutMs} ms${where}`, facts(attempts));
    };
    return withDeadline(clock, { limitMs: timeoutMs, lateError, signal: undefined }, (deadline) =>
      renew(unwanted, deadline, progress),
    );
  };
}

/** Tokens of another grant may be somebody else's. */
function isOurs(source: GrantSource, tokens: StoredTokens, origin: string | undefined): boolean {
  return source.firstGrant ? tokens.origin === origin : tokens.origin.startsWith(originPrefix(source));
}

function isUsable(
  tokens: StoredTokens | undefined,
  unwanted: string | undefined,
  clock: Clock,
): tokens is StoredTokens {
  return tokens !== undefined && tokens.accessToken !== unwanted && tokens.expiresAt > clock.now();
}

/** Gets tokens from Wise, by what is known or else by the first grant. */
async function exchange(
  source: GrantSource,
  { call, clock }: TokenProviderContext,
  { known, origin, signal, progress }: ExchangeOptions,
): Promise<StoredTokens> {
  let refusal: unknown;
  const onAttemptStart = (): void => {
    progress.attempts += 1;
  };
  for (const grant of grantsFor(source, known)) {
    try {
      const args = { ...grant, clientId: source.clientId, clientSecret: source.clientSecret } as OauthTokenArgs;
      const response = (await call(operationOf(oauth, "token"), args, { signal, onAttemptStart })) as TokenResponse;
      const obtainedAt = clock.now();
      return {
        accessToken: response.access_token,
        expiresAt: obtainedAt + response.expires_in * 1000,
        obtainedAt,
        refreshToken: response.refresh_token ?? ("refresh_token" in grant ? grant.refresh_token : undefined),
        origin: known?.origin ?? origin,
      };
    } catch (error) {
      if (!(error instanceof AuthenticationError && error.mustSignIn)) throw error;
      refusal = error;
    }
  }
  throw refusal ?? noTokensError();
}

interface ExchangeOptions {
  readonly known: StoredTokens | undefined;
  readonly origin: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

interface Progress {
  /** Whether Wise is asked now; else the store is. */
  isCalling: boolean;
  /** How many requests were sent to Wise. Until there is one, the call waits for a slot of the rate limits. */
  attempts: number;
}

/** What can be exchanged for new tokens, in the order in which it is tried. */
function grantsFor({ firstGrant }: GrantSource, known: StoredTokens | undefined): Grant[] {
  const grants: Grant[] = [];
  if (known?.refreshToken) grants.push({ grant_type: "refresh_token", refresh_token: known.refreshToken });
  const isUsed = known && firstGrant && isSingleUse(firstGrant);
  const isSame = firstGrant && "refresh_token" in firstGrant && firstGrant.refresh_token === known?.refreshToken;
  if (firstGrant && !isUsed && !isSame) grants.push(firstGrant);
  return grants;
}

/** Runs the task under the store's lock. What the store itself does wrong is a `TokenStoreError`. */
async function locked<Value>(
  store: TokenStore,
  key: string,
  deadline: AbortSignal,
  task: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  let failure: { readonly error: unknown } | undefined;
  try {
    return await store.lock(key, async (lock) => {
      const signal = AbortSignal.any([deadline, lock]);
      try {
        if (signal.aborted) throw signal.reason; // The lock came too late, or is lost already.
        return await task(signal);
      } catch (error) {
        failure = { error: lock.aborted && error === lock.reason ? storeError("lost the lock of", error) : error };
        throw failure.error;
      }
    });
  } catch (error) {
    throw failure ? failure.error : storeError("could not lock", error);
  }
}

/** What the store does, no longer than until the signal is aborted, which throws its reason. */
async function orStoreError<Value>(action: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
  try {
    return await abortable(action(), signal);
  } catch (error) {
    throw signal.aborted && error === signal.reason ? error : storeError("could not use", error);
  }
}

function storeError(what: string, cause: unknown): TokenStoreError {
  return new TokenStoreError(`${what} the token store`, { ...facts(0), cause });
}

/** There is nothing to exchange, which is to the caller what a refused grant is. */
function noTokensError(): AuthenticationError {
  const text = JSON.stringify({ error: "invalid_grant", error_description: "the store has no tokens for this key" });
  return new AuthenticationError({ ...facts(0), retryable: false, status: 401, text });
}

function facts(attempts: number): ErrorContext {
  return { operation: "oauth.token", attempts, retryable: attempts === 0 };
}
