import { createServer } from "node:http";

/** A server with one page, which runs a script. */
export interface Site extends AsyncDisposable {
  readonly url: string;
}

/** Starts a server for a page with this script. It redirects every call of the API to a card that is not asked for. */
export async function startSite(script: string): Promise<Site> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/v3/")) response.writeHead(302, { location: "/elsewhere" });
    else if (request.url === "/elsewhere")
      response.setHeader("content-type", "application/json").write('{"token":"other"}');
    else if (request.url === "/page.js") response.setHeader("content-type", "text/javascript").write(script);
    else
      response
        .setHeader("content-type", "text/html")
        .write('<!doctype html><script type="module" src="/page.js"></script>');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}
