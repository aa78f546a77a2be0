import { rejection } from "./rejection.ts";

/** What `createNodeHandler` needs of Node's `IncomingMessage`; Express's `Request` is one. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express: the address before the path of the mount point was taken away. */
  readonly originalUrl?: string | undefined;
  readonly headersDistinct: Readonly<Record<string, readonly string[] | undefined>>;
  /** Whether something has been read of the body. */
  readonly readableDidRead: boolean;
  pause(): unknown;
  resume(): unknown;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close" | "error", listener: () => void): unknown;
  removeAllListeners(event: "data"): unknown;
}

const hostName = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * A request of Node's as the platform's `Request`, or the response to one that cannot be any. Its body is over when the
 * signal is aborted.
 */
export function readNodeRequest(incoming: NodeRequest, signal: AbortSignal): Request | Response {
  const { method = "GET", headersDistinct } = incoming;
  if (/^(?:TRACE|TRACK|CONNECT)$/i.test(method)) return rejection(405, "there is no such method here");
  const url = addressOf(incoming);
  if (!url) return rejection(400, "a request needs a path, and one Host header with a name");
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers, signal });
  if (incoming.readableDidRead) {
    throw new Error("createNodeHandler(): the body has been read already; mount the handler before body parsers");
  }
  const init = { method, headers, signal, body: readNodeBody(incoming, signal), duplex: "half" };
  return new Request(url, init as RequestInit);
}

/** The address, as the host and the path say it. An address as the path, which is for proxies of browsers, is none. */
function addressOf({ originalUrl, url = "", headersDistinct }: NodeRequest): URL | undefined {
  const [host = "", ...others] = headersDistinct.host ?? [];
  const path = originalUrl ?? url;
  if (others.length > 0 || !hostName.test(host) || !path.startsWith("/")) return undefined;
  try {
    return new URL(`http://${host}${path}`);
  } catch {
    return undefined; // Such as an IPv4 address of five numbers.
  }
}

/** The body, read as fast as it is taken. What nobody wants any more is thrown away, so that a response can arrive. */
function readNodeBody(incoming: NodeRequest, signal: AbortSignal): ReadableStream<Uint8Array> {
  let output: ReadableStreamDefaultController<Uint8Array> | undefined;
  const finish = (act: (output: ReadableStreamDefaultController<Uint8Array>) => void): void => {
    const current = output;
    output = undefined;
    if (current) act(current);
  };
  const fail = (): void => finish((current) => current.error(new Error("the browser has broken off")));
  const discard = (): void => {
    incoming.removeAllListeners("data");
    incoming.resume();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      output = controller;
      incoming.pause();
      incoming.on("data", (chunk) => {
        output?.enqueue(chunk);
        if ((output?.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.on("end", () => finish((current) => current.close()));
      incoming.on("close", fail);
      incoming.on("error", fail);
      signal.addEventListener("abort", () => {
        fail();
        discard();
      });
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      finish(discard);
    },
  });
}
