/**
 * What hid a secret: the time was up, the window lost the focus, the page went out of sight, the page was left or
 * moved on to another address, or the caller.
 */
export type HiddenBy = "timer" | "blur" | "page-hidden" | "navigation" | "caller";

interface Trigger {
  readonly target: EventTarget;
  readonly event: string;
  readonly by: HiddenBy;
}

/**
 * Calls `hide` at the first thing after which a secret should no longer be seen.
 *
 * @returns the way to stop.
 */
export function startHideTriggers(hideAfterMs: number, hide: (by: HiddenBy) => void): () => void {
  const timer = setTimeout(() => hide("timer"), hideAfterMs);
  const listening = new AbortController();
  for (const { target, event, by } of triggers()) {
    target.addEventListener(event, () => (by !== "page-hidden" || document.hidden) && hide(by), {
      signal: listening.signal,
    });
  }
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

function triggers(): Trigger[] {
  // Only the Navigation API tells of `history.pushState`; where it is missing, the app hides what it showed.
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
