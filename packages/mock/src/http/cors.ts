/** Headers that let a page of any origin read a response, with the headers that matter for errors and challenges. */
export const corsHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "x-trace-id, x-external-correlation-id, x-2fa-approval, x-2fa-approval-result, retry-after, x-rate-limited-by, www-authenticate",
};

/** The headers of the response to a preflight request (Fetch standard, CORS preflight). */
export function preflightHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return {
    ...corsHeaders,
    "access-control-allow-methods": "GET, PUT, POST, PATCH, DELETE",
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
    "access-control-max-age": "600",
    vary: "access-control-request-headers",
  };
}
