import { isScaRequiredError, type WiseClient } from "@wisekit/client";
import type { CardDataSession } from "@wisekit/crypto";
import { reasonToHide, startHideTriggers } from "./hide-triggers.ts";
import {
  disposeSecrets,
  type HiddenBy,
  type RevealChallenge,
  type RevealedData,
  type RevealKind,
  type RevealSessionOptions,
  type RevealState,
} from "./reveal-state.ts";
import { openChannels, type ScaChannel, scaOperations } from "./sca-channel.ts";

/** The reveal of one card, without React: a state to subscribe to, and the functions that change it. */
export interface CardReveal<Kind extends RevealKind> {
  readonly getState: () => RevealState<Kind>;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Starts, unless it has started already. */
  readonly reveal: (how: RevealSettings) => void;
  /** Hides, or cancels what has started. */
  readonly hide: (by: HiddenBy) => void;
}

/** How long to show, and how to seal. */
export interface RevealSettings {
  readonly hideAfterMs: number;
  readonly session: RevealSessionOptions;
}

/** What one reveal needs from its start to its end; `signal` ends it. */
interface Attempt {
  readonly signal: AbortSignal;
  readonly hideAfterMs: number;
  readonly session: CardDataSession;
}

// A challenged call is sent again unchanged once the user has passed, so its session lives as long as a one-time token.
const sessionTtlMs = 3_600_000;

/** Makes the reveal of one card. */
export function createCardReveal<Kind extends RevealKind>(
  client: WiseClient,
  cardToken: string,
  kind: Kind,
): CardReveal<Kind> {
  const listeners = new Set<() => void>();
  let state: RevealState<Kind> = { status: "hidden", hiddenBy: undefined };
  let underWay: AbortController | undefined;

  function setState(next: RevealState<Kind>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function end(next: RevealState<Kind>): void {
    if (!underWay) return;
    underWay.abort();
    underWay = undefined;
    setState(next);
  }

  const hide = (hiddenBy: HiddenBy) => end({ status: "hidden", hiddenBy });

  function reveal({ hideAfterMs, session: profile }: RevealSettings): void {
    if (underWay) return;
    underWay = new AbortController();
    const { signal } = underWay;
    setState({ status: "pending" });
    guard(signal, async () => {
      const attempt = { signal, hideAfterMs, session: await openSession(client, profile, signal) };
      signal.addEventListener("abort", () => attempt.session.close());
      await ask(attempt, undefined);
    });
  }

  /** Runs a step. An error of it ends the attempt, unless the attempt has ended already. */
  function guard(signal: AbortSignal, step: () => Promise<void>): void {
    step().catch((error: unknown) => {
      if (!signal.aborted) end({ status: "failed", error });
    });
  }

  async function ask(attempt: Attempt, oneTimeToken: string | undefined): Promise<void> {
    const { signal, session } = attempt;
    try {
      const data = await fetchAndOpen<Kind>(client, cardToken, kind, session, { signal, oneTimeToken });
      show(attempt, data);
    } catch (error) {
      // Challenged again although the user has just passed: another round would never end.
      if (!isScaRequiredError(error) || oneTimeToken !== undefined) throw error;
      const status = await client.sca.status({ oneTimeToken: error.oneTimeToken }, { signal });
      challenge(attempt, error.oneTimeToken, openChannels(status));
    }
  }

  function show({ signal, hideAfterMs }: Attempt, data: RevealedData<Kind>): void {
    if (signal.aborted) {
      disposeSecrets(data);
      return;
    }
    signal.addEventListener("abort", () => disposeSecrets(data));
    const reason = reasonToHide();
    if (reason !== undefined) {
      hide(reason);
      return;
    }
    const stop = startHideTriggers(hideAfterMs, hide);
    signal.addEventListener("abort", stop);
    setState({ status: "shown", data, hidesAt: Date.now() + hideAfterMs });
  }

  function challenge(attempt: Attempt, oneTimeToken: string, channels: readonly ScaChannel[]): void {
    const { signal } = attempt;
    const update = (change: Partial<RevealChallenge>) => {
      if (signal.aborted) return;
      open = { ...open, ...change };
      setState({ status: "challenged", challenge: open });
    };
    const step = (run: () => Promise<void>) => {
      if (open.isBusy || signal.aborted) return;
      update({ isBusy: true, error: undefined });
      run().catch((error: unknown) => update({ isBusy: false, error }));
    };
    let open: RevealChallenge = {
      channels,
      sent: undefined,
      isBusy: false,
      error: undefined,
      send: (channel) =>
        step(async () => {
          const { obfuscatedPhoneNo } = await scaOperations[channel].trigger(client, oneTimeToken, signal);
          update({ isBusy: false, sent: { channel, to: obfuscatedPhoneNo } });
        }),
      verify: (otpCode) =>
        step(async () => {
          const channel = open.sent?.channel;
          if (!channel) throw new TypeError("verify(): a one-time password must be sent first; call send()");
          await scaOperations[channel].verify(client, oneTimeToken, otpCode, signal);
          if (!signal.aborted) setState({ status: "pending" });
          guard(signal, () => ask(attempt, oneTimeToken));
        }),
    };
    setState({ status: "challenged", challenge: open });
  }

  return {
    getState: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    reveal,
    hide,
  };
}

async function openSession(
  client: WiseClient,
  profile: RevealSessionOptions,
  signal: AbortSignal,
): Promise<CardDataSession> {
  // Loaded on first use: most visitors of a page never reveal a card.
  const { createCardDataSession } = await import("@wisekit/crypto");
  return createCardDataSession(await client.cardData.encryptionKey({}, { signal }), {
    ...profile,
    ttlMs: sessionTtlMs,
  });
}

async function fetchAndOpen<Kind extends RevealKind>(
  client: WiseClient,
  cardToken: string,
  kind: RevealKind,
  session: CardDataSession,
  options: { signal: AbortSignal; oneTimeToken: string | undefined },
): Promise<RevealedData<Kind>> {
  const args = { cardToken, ...session.request };
  const opened =
    kind === "pin"
      ? await session.open(await client.cardData.pin(args, options))
      : await session.open(await client.cardData.details(args, options));
  return opened as RevealedData<Kind>;
}
