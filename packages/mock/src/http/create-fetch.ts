import type { OutgoingResponse } from "../finalize-response.ts";
import type { HandleRequest } from "../handle-request.ts";
import { canHaveBody, firstHalf } from "./broken-body.ts";

/** `fetch` against a mock without a socket. A path stands for itself; of an address only path and query count. */
export type FetchMock = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Makes a `fetch` that never leaves the process. Broken connections reject as those of the real one do. */
export function createFetch(handleRequest: HandleRequest): FetchMock {
  return async (input, init) => {
    const request = new Request(toAddress(input), init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const body = await request.arrayBuffer();
    // Undici reads the body of an aborted request to its end.
    request.signal.throwIfAborted();
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
    const stop = onAbort(signal, reject);
    running.then(resolve, reject).finally(stop);
  });
}

async function toResponse(
  { status, headers, body, connection }: OutgoingResponse,
  signal: AbortSignal,
): Promise<Response> {
  if (connection === "reset-before-commit" || connection === "reset-after-commit") throw connectionLost();
  if (connection !== undefined && canHaveBody(status)) {
    return new Response(brokenBody(body, connection, signal), { status, headers });
  }
  if (connection === "truncate") throw connectionLost("other side closed", "UND_ERR_SOCKET");
  if (connection === "stall") return untilAborted(signal);
  return new Response(body.length === 0 || !canHaveBody(status) ? null : asBodyInit(body), { status, headers });
}

function asBodyInit(body: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? body : new Uint8Array(body);
}

/** The error of Node's own `fetch`. */
function connectionLost(message = "read ECONNRESET", code = "ECONNRESET"): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    onAbort(signal, reject);
  });
}

/** Calls a function with the reason once a signal is aborted, at once if it is already. Gives what stops waiting for it. */
function onAbort(signal: AbortSignal, aborted: (reason: unknown) => void): () => void {
  const listener = () => aborted(signal.reason);
  if (signal.aborted) listener();
  else signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}

/** The first half of a body, and then nothing, or the end of the connection. */
function brokenBody(
  body: string | Uint8Array,
  connection: "stall" | "truncate",
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(firstHalf(body));
      if (connection === "truncate") controller.error(new TypeError("terminated"));
      else onAbort(signal, (reason) => controller.error(reason));
    },
  });
}
