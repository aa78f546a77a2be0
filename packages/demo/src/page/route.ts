import { useSyncExternalStore } from "react";

/** What the page shows: a profile's cards, and one of them. */
export interface Route {
  readonly profileId: number | undefined;
  readonly cardToken: string | undefined;
}

const pattern = /^#\/profiles\/(\d+)(?:\/cards\/([\w-]+))?$/;

/** The route in the address. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const [, profileId, cardToken] = pattern.exec(hash) ?? [];
  return { profileId: profileId === undefined ? undefined : Number(profileId), cardToken };
}

/** The address of a profile's cards, or of one card. */
export function routeHref(profileId: number, cardToken?: string): string {
  return `#/profiles/${profileId}${cardToken ? `/cards/${cardToken}` : ""}`;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
