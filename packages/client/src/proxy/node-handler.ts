import { reportError } from "../observe/report-error.ts";
import { type NodeRequest, readNodeRequest } from "./node-request.ts";
import { emptyResponse } from "./rejection.ts";

/** What `createNodeHandler` needs of Node's `ServerResponse`; Express's `Response` is one. */
export interface NodeResponse {
  statusCode: number;
  readonly destroyed: boolean;
  setHeader(name: string, value: string): unknown;
  appendHeader(name: string, value: string): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  on(event: "close" | "drain" | "error", listener: () => void): unknown;
}

/**
 * A handler from `Request` to `Response`, such as `createProxy` gives, as one of `node:http` and of Express:
 * `app.use("/api/wise", createNodeHandler(proxy))`, before body parsers. Bodies are streamed both ways, as fast as they are
 * taken; the request is aborted when the browser goes away. Whatever a browser sends or does, and whatever the handler
 * throws, the process lives: requests that cannot be any are rejected with 400 or 405, and what the handler throws is
 * written to the console and is a 500 with nothing in it.
 *
 * @throws nothing: neither it nor the function that it returns.
 */
export function createNodeHandler(
  handler: (request: Request) => Response | Promise<Response>,
): (incoming: NodeRequest, outgoing: NodeResponse) => void {
  return (incoming, outgoing) => {
    respond(handler, incoming, outgoing).catch((error: unknown) => {
      reportError(error);
      outgoing.destroy();
    });
  };
}

async function respond(
  handler: (request: Request) => Response | Promise<Response>,
  incoming: NodeRequest,
  outgoing: NodeResponse,
): Promise<void> {
  const over = new AbortController();
  // After the last byte, or when the browser goes away.
  outgoing.on("close", () => over.abort());
  // What is written to a browser that has gone: "close" says so, too.
  outgoing.on("error", () => {});
  await sendResponse(outgoing, await responseOf(handler, incoming, over.signal));
}

async function responseOf(
  handler: (request: Request) => Response | Promise<Response>,
  incoming: NodeRequest,
  signal: AbortSignal,
): Promise<Response> {
  try {
    const request = readNodeRequest(incoming, signal);
    const response = request instanceof Response ? request : await handler(request);
    if (typeof response?.status !== "number")
      throw new TypeError("createNodeHandler(): the handler must return a Response");
    return response;
  } catch (error) {
    if (error !== signal.reason) reportError(error);
    return emptyResponse(500);
  }
}

async function sendResponse(outgoing: NodeResponse, { status, headers, body }: Response): Promise<void> {
  const reader = body?.getReader();
  let wake = (): void => {};
  const giveUp = (): void => {
    wake();
    // A body that has failed already rejects here, too, and where it is read.
    reader?.cancel().catch(() => {});
  };
  outgoing.on("close", giveUp);
  outgoing.on("drain", () => wake());
  if (outgoing.destroyed) return giveUp();
  outgoing.statusCode = status;
  for (const [name, value] of headers) {
    if (name === "set-cookie") outgoing.appendHeader(name, value);
    else outgoing.setHeader(name, value);
  }
  try {
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {};
      if (done || !value) return void outgoing.end();
      if (outgoing.write(value) || outgoing.destroyed) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } catch {
    // The browser must not take for a whole file what is the beginning of one.
    outgoing.destroy();
  }
}
