"use client";

import type { WiseClient } from "@wisekit/client";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { WithResource } from "../registered-client.ts";
import { useOperation } from "../use-operation.ts";
import { useWise } from "../wise-provider.tsx";
import { createCardReveal } from "./card-reveal.ts";
import type { RevealKind, RevealSessionOptions, RevealState } from "./reveal-state.ts";

/** Options of `useCardReveal`. */
export interface CardRevealOptions<Kind extends RevealKind = "details"> {
  /** The card. When it changes, what is shown of the previous one is hidden. */
  readonly cardToken: string;
  /**
   * What to reveal: `details` (PAN, CVV2, expiry date, name) or `pin`.
   *
   * @default "details"
   */
  readonly kind?: Kind;
  /**
   * How long it is shown, in milliseconds: above 0, at most 2,147,483,647.
   *
   * @default 30_000
   */
  readonly hideAfterMs?: number;
  /**
   * How the request is sealed and which responses are opened.
   *
   * @default that of `createCardDataSession`
   */
  readonly session?: RevealSessionOptions;
}

/** The state of a reveal, with the functions that change it. */
export type CardRevealHandle<Kind extends RevealKind> = RevealState<Kind> & {
  /** Fetches and shows the card. Does nothing while it is being fetched or shown. */
  readonly reveal: () => void;
  /** Hides the card, or cancels fetching it. */
  readonly hide: () => void;
};

const optionNames = ["cardToken", "kind", "hideAfterMs", "session"];
const defaultSession: RevealSessionOptions = {};
const longestTimerMs = 2 ** 31 - 1;

/**
 * Reveals PAN, CVV2 and expiry date, or the PIN, of a card. Keys are made in this browser. What is shown is in no cache,
 * property or state, but in `Secret` values that `SecretText` shows.
 *
 * It hides and wipes the secrets by itself when the time is up, the window loses the focus, the page is hidden, the
 * component unmounts or the card changes. If strong customer authentication is required, `status` becomes
 * `challenged`: send a one-time password and verify it; the card is shown then.
 *
 * Contract operations: `cardData.encryptionKey`, `cardData.details`, `cardData.pin`, `sca.*`.
 *
 * @throws TypeError for an unknown or invalid option, and if there is no Wise client above or it lacks
 * `cardData` or `sca`.
 */
export function useCardReveal<Kind extends RevealKind = "details">(
  ...given: WithResource<"cardData" | "sca", [options: CardRevealOptions<Kind>]>
): CardRevealHandle<Kind> {
  const [options] = given;
  const { cardToken, kind, hideAfterMs, session } = readOptions(options);
  useOperation(["wisekit", "cardData", kind]);
  useOperation(["wisekit", "sca", "status"]);
  const client = useWise() as WiseClient;
  const card = useMemo(() => createCardReveal(client, cardToken, kind), [client, cardToken, kind]);
  useEffect(() => () => card.hide("unmount"), [card]);
  const state = useSyncExternalStore(card.subscribe, card.getState, card.getState);
  const reveal = useCallback(() => card.reveal({ hideAfterMs, session }), [card, hideAfterMs, session]);
  const hide = useCallback(() => card.hide("user"), [card]);
  return useMemo(() => ({ ...state, reveal, hide }), [state, reveal, hide]);
}

function readOptions<Kind extends RevealKind>(options: CardRevealOptions<Kind>): Required<CardRevealOptions<Kind>> {
  const unknown = Object.keys(options).find((name) => !optionNames.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`useCardReveal(): unknown option "${unknown}"; options are ${optionNames.join(", ")}`);
  }
  const { cardToken, kind = "details" as Kind, hideAfterMs = 30_000, session = defaultSession } = options;
  if (kind !== "details" && kind !== "pin") throw new TypeError('useCardReveal(): kind must be "details" or "pin"');
  if (!(hideAfterMs > 0 && hideAfterMs <= longestTimerMs)) {
    throw new TypeError(`useCardReveal(): hideAfterMs must be a number > 0 and <= ${longestTimerMs}`);
  }
  return { cardToken, kind, hideAfterMs, session };
}
