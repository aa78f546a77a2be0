import type { HiddenBy } from "./reveal-state.ts";

/** Calls `hide` when the time is up, the window loses the focus or the page is hidden. Returns the function to stop. */
export function startHideTriggers(hideAfterMs: number, hide: (by: HiddenBy) => void): () => void {
  const timer = setTimeout(() => hide("timer"), hideAfterMs);
  const onBlur = () => hide("blur");
  const onPageHide = () => hide("page-hidden");
  const onVisibilityChange = () => {
    if (document.visibilityState === "hidden") hide("page-hidden");
  };
  window.addEventListener("blur", onBlur);
  window.addEventListener("pagehide", onPageHide);
  document.addEventListener("visibilitychange", onVisibilityChange);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("blur", onBlur);
    window.removeEventListener("pagehide", onPageHide);
    document.removeEventListener("visibilitychange", onVisibilityChange);
  };
}

/** Why nothing may be shown now; `undefined` if it may be. */
export function reasonToHide(): HiddenBy | undefined {
  if (document.visibilityState === "hidden") return "page-hidden";
  return document.hasFocus() ? undefined : "blur";
}
