import type { OutgoingResponse } from "../finalize-response.ts";
import type { HandleRequest } from "../handle-request.ts";

/** `fetch` against a mock without a socket. A path stands for itself; of an address only path and query count. */
export type FetchMock = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Makes a `fetch` that never leaves the process. Broken connections reject as those of the real one do. */
export function createFetch(handleRequest: HandleRequest): FetchMock {
  return async (input, init) => {
    const request = new Request(toAddress(input), init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const body = await request.arrayBuffer();
    const response = await abortable(request.signal, () =>
      handleRequest({
        method: request.method,
        target: url.pathname + url.search,
        headers: Object.fromEntries(request.headers),
        body: body.byteLength === 0 ? undefined : Buffer.from(body),
      }),
    );
    return toResponse(response, request.signal);
  };
}

function toAddress(input: string | URL | Request): URL | Request {
  return typeof input === "string" ? new URL(input, "http://mock.invalid") : input;
}

function abortable<Value>(signal: AbortSignal, run: () => Promise<Value>): Promise<Value> {
  const running = run();
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function toResponse({ status, headers, body, connection }: OutgoingResponse, signal: AbortSignal): Response {
  if (connection === "reset-before-commit" || connection === "reset-after-commit") throw connectionLost();
  if (connection !== undefined) return new Response(brokenBody(body, connection, signal), { status, headers });
  return new Response(body.length === 0 ? null : asBodyInit(body), { status, headers });
}

function asBodyInit(body: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? body : new Uint8Array(body);
}

function connectionLost(): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
}

/** The first half of a body, and then nothing, or the end of the connection. */
function brokenBody(
  body: string | Uint8Array,
  connection: "stall" | "truncate",
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(body);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
      if (connection === "truncate") controller.error(connectionLost());
      else signal.addEventListener("abort", () => controller.error(signal.reason), { once: true });
    },
  });
}
