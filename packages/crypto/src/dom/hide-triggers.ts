import { startTimer } from "../timer.ts";

/**
 * Why a secret was hidden: `timer`, its time is over; `blur`, the window lost the focus; `page-hidden`, the page is no
 * longer visible; `navigation`, the page was left or its address changed; `caller`, by a call.
 */
export type HiddenBy = "timer" | "blur" | "page-hidden" | "navigation" | "caller";

interface Trigger {
  readonly target: EventTarget;
  readonly event: string;
  readonly by: HiddenBy;
}

/**
 * Calls `hide` when a secret should no longer be visible.
 *
 * @returns a function that stops it.
 */
export function startHideTriggers(hideAfterMs: number, hide: (by: HiddenBy) => void): () => void {
  const stopTimer = startTimer(hideAfterMs, () => hide("timer"));
  const listening = new AbortController();
  for (const { target, event, by } of triggers()) {
    target.addEventListener(event, () => (by !== "page-hidden" || document.hidden) && hide(by), {
      signal: listening.signal,
    });
  }
  return () => {
    stopTimer();
    listening.abort();
  };
}

function triggers(): Trigger[] {
  // Only the Navigation API reports `history.pushState`. Where it is missing, the app has to hide the secret.
  const { navigation } = window as { navigation?: EventTarget };
  return [
    { target: window, event: "blur", by: "blur" },
    { target: document, event: "visibilitychange", by: "page-hidden" },
    { target: window, event: "pagehide", by: "navigation" },
    { target: window, event: "popstate", by: "navigation" },
    { target: window, event: "hashchange", by: "navigation" },
    ...(navigation ? [{ target: navigation, event: "navigate", by: "navigation" } as const] : []),
  ];
}
