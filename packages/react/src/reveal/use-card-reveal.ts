"use client";

import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { useWise } from "../wise-provider.tsx";
import { createCardReveal } from "./card-reveal.ts";
import type { RevealKind, RevealSessionOptions, RevealState } from "./reveal-state.ts";

/** Options of `useCardReveal`. */
export interface CardRevealOptions<Kind extends RevealKind = "details"> {
  /** The card. Another one hides what is shown of the first. */
  readonly cardToken: string;
  /** What to reveal. Default: `details`. */
  readonly what?: Kind;
  /** How long it is shown, in milliseconds. Default: 30,000. */
  readonly hideAfterMs?: number;
  /** How the request is sealed and which answers are opened. Default: that of `createCardDataSession`. */
  readonly session?: RevealSessionOptions;
}

/** A reveal and what moves it. */
export type CardRevealHandle<Kind extends RevealKind> = RevealState<Kind> & {
  /** Fetches and shows the card. Does nothing while that is under way or done. */
  readonly reveal: () => void;
  /** Hides the card, or gives up what is under way. */
  readonly hide: () => void;
};

const optionNames = ["cardToken", "what", "hideAfterMs", "session"];
const defaultSession: RevealSessionOptions = {};
const longestTimerMs = 2 ** 31 - 1;

/**
 * Reveals PAN, CVV2 and expiry date, or the PIN, of a card: keys are made in this browser, and what is shown is in no
 * cache, no property and no state, but in `Secret` values that `SecretText` shows.
 *
 * It hides by itself when the time is up, the window loses the focus, the page is no longer seen, the component goes
 * or the card changes, and wipes the secrets. If strong customer authentication is asked for, `status` becomes
 * `challenged`: send a one-time password, check it, and the card is shown.
 *
 * Contract operations: `cardData.encryptionKey`, `cardData.details`, `cardData.pin`, `sca.*`.
 *
 * @throws TypeError for an unknown option or a value that it cannot have.
 */
export function useCardReveal<Kind extends RevealKind = "details">(
  options: CardRevealOptions<Kind>,
): CardRevealHandle<Kind> {
  const { cardToken, what, hideAfterMs, session } = readOptions(options);
  const client = useWise();
  const card = useMemo(() => createCardReveal(client, cardToken, what), [client, cardToken, what]);
  useEffect(() => () => card.hide("unmount"), [card]);
  const state = useSyncExternalStore(card.subscribe, card.getState, card.getState);
  const reveal = useCallback(() => card.reveal({ hideAfterMs, session }), [card, hideAfterMs, session]);
  const hide = useCallback(() => card.hide("user"), [card]);
  return useMemo(() => ({ ...state, reveal, hide }), [state, reveal, hide]);
}

function readOptions<Kind extends RevealKind>(options: CardRevealOptions<Kind>): Required<CardRevealOptions<Kind>> {
  const unknown = Object.keys(options).find((name) => !optionNames.includes(name));
  if (unknown !== undefined) throw new TypeError(`useCardReveal(): unknown option ${unknown}`);
  const { cardToken, what = "details" as Kind, hideAfterMs = 30_000, session = defaultSession } = options;
  if (what !== "details" && what !== "pin") throw new TypeError("useCardReveal(): what must be details or pin");
  if (!(hideAfterMs > 0 && hideAfterMs <= longestTimerMs)) {
    throw new TypeError("useCardReveal(): hideAfterMs must be above 0 and at most 2,147,483,647");
  }
  return { cardToken, what, hideAfterMs, session };
}
