import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** The request of a browser as the platform's `Request`. It is aborted when the browser goes away. */
export function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, origin: string): Request {
  const method = incoming.method ?? "GET";
  const abort = new AbortController();
  outgoing.once("close", () => abort.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" as const } : {};
  return new Request(new URL(incoming.url ?? "/", origin), { method, headers, signal: abort.signal, ...body });
}

/** Sends a response. Its own headers win over these. */
export async function sendResponse(
  outgoing: ServerResponse,
  response: Response,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const all = { ...headers, ...Object.fromEntries(response.headers), "content-length": body.length };
  outgoing.writeHead(response.status, all);
  outgoing.end(outgoing.req.method === "HEAD" ? undefined : body);
}
