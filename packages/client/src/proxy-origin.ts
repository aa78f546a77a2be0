import type { ForwardedCall } from "./proxy-call.ts";

/**
 * Why a request may come from another site, on whose behalf a browser sends the user's cookies along; nothing if it
 * does not. Forms can send neither JSON nor a header of the contract, and scripts only where the application's own CORS
 * headers let them. A write that has neither must say that it comes from the proxy's own origin.
 */
export function foreignReason(request: Request, call: ForwardedCall): string | undefined {
  const site = request.headers.get("sec-fetch-site");
  if (site === "cross-site") return "other sites may not call this";
  if (call.method === "GET" || call.bodyFields || Object.keys(call.headers).length > 0) return undefined;
  // The scheme is left out: behind a gateway that ends TLS, the address of the request has another.
  const host = request.headers.get("origin")?.split("://")[1];
  const isOwn = site === null ? host === new URL(request.url).host : site === "same-origin";
  return isOwn ? undefined : "a write without JSON needs the header Origin of this very site";
}
