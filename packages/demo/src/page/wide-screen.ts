import { useSyncExternalStore } from "react";

const query = window.matchMedia("(min-width: 60rem)");

/** Whether list and card stand side by side. The width is that of `layout.css`. */
export function useIsWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(onChange: () => void): () => void {
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
