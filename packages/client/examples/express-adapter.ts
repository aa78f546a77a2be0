import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** A fetch-style handler under Express, or under node:http itself: `app.use("/api/wise", toNode(handler))`. */
export function toNode(handler: (request: Request) => Promise<Response>) {
  return async (incoming: IncomingMessage & { originalUrl?: string }, outgoing: ServerResponse): Promise<void> => {
    const { method = "GET", headers, originalUrl, url = "/" } = incoming;
    const hasBody = method !== "GET" && method !== "HEAD";
    const request = new Request(`http://${headers.host ?? "localhost"}${originalUrl ?? url}`, {
      method,
      headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, String(value)]],
      ),
      ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
    } as RequestInit);
    const response = await handler(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  };
}
