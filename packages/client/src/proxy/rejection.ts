/** A response of the proxy's own, as JSON. `code` is for programs, `message` for people. */
export function rejection(status: number, message: string, code?: string): Response {
  const headers = protectiveHeaders();
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify({ status, error: "refused", code, message }), { status, headers });
}

/** A response with nothing in it. */
export function emptyResponse(status: number): Response {
  return new Response(null, { status, headers: protectiveHeaders() });
}

/** What every response of the proxy says. */
export function protectiveHeaders(): Headers {
  return new Headers({
    "cache-control": "no-store",
    // An error page of a gateway, opened as a page, is not to run on the application's own origin.
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
}
