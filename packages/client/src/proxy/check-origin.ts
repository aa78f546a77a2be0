import type { MatchedCall } from "./match-call.ts";
import { mediaTypeOf } from "./read-body.ts";

/** What a form of another site, or a script that asks nobody, can send. */
const simpleMediaTypes: readonly string[] = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

/**
 * Why a request may come from another site, on whose behalf a browser sends the user's cookies along; nothing if it
 * does not. Forms can send neither JSON nor a header of the contract, and scripts only where the application's own CORS
 * headers let them. A write that has neither must say that it comes from the proxy's own origin.
 */
export function foreignReason(request: Request, { operation, headers }: MatchedCall): string | undefined {
  const site = request.headers.get("sec-fetch-site");
  if (site === "cross-site") return "cross-site requests are not allowed";
  const { method, body, headers: constants = {} } = operation;
  const isSimple = !body || body.optional || simpleMediaTypes.includes(mediaTypeOf(body));
  const hasContractHeader = Object.keys(headers).some((name) => !(name in constants));
  if (method === "GET" || !isSimple || hasContractHeader) return undefined;
  // The scheme is left out: behind a gateway that ends TLS, the address of the request has another.
  const host = request.headers.get("origin")?.split("://")[1];
  const isOwn = site === null ? host === new URL(request.url).host : site === "same-origin";
  return isOwn ? undefined : "a write without a JSON body needs an Origin header with the host of the request";
}
