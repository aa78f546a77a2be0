import { requestFormHeader } from "../engine/card-data.ts";

/** Headers that let a page of any origin read a response, with all headers that the contract has and the mock's own. */
export function corsHeadersFor(responseHeaders: Iterable<string>): Readonly<Record<string, string>> {
  const own = ["x-wisekit-assumed", requestFormHeader, "content-disposition", "www-authenticate"];
  const names = new Set([...responseHeaders, ...own]);
  return {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": [...names].map((name) => name.toLowerCase()).join(", "),
  };
}

/** The headers of the response to a preflight request (Fetch standard, CORS preflight). */
export function preflightHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, PUT, POST, PATCH, DELETE",
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
    "access-control-max-age": "600",
    vary: "access-control-request-headers",
  };
}
