import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OutgoingResponse } from "../finalize-response.ts";
import type { HandleRequest, IncomingRequest } from "../handle-request.ts";
import { MockError } from "../mock-error.ts";
import { mediaTypeOf, multipartMediaType } from "../pipeline/media-type.ts";
import { canHaveBody, firstHalf } from "./broken-body.ts";
import { corsHeadersFor, preflightHeaders } from "./cors.ts";

/** A listening server. */
export interface MockServer {
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends what is open. */
  close(): Promise<void>;
}

/** Where to listen. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** The path whose bodies may be of any size. */
  readonly unlimitedPath: string;
  /** The names of headers of responses, for pages of other origins to read. */
  readonly responseHeaders: Iterable<string>;
}

interface Served {
  readonly handleRequest: HandleRequest;
  readonly corsHeaders: Readonly<Record<string, string>>;
  readonly unlimitedPath: string;
}

/** The largest body that is read, and the largest one with files in it. */
const bodyLimitBytes = 262_144;
const multipartLimitBytes = 20_971_520;

/**
 * Serves a request handler over HTTP/1.1. @throws MockError `ERR_MOCK_ADDRESS_IN_USE` if the port is taken,
 * `ERR_MOCK_ADDRESS_UNAVAILABLE` if the address cannot be had.
 */
export async function listen(
  handleRequest: HandleRequest,
  { responseHeaders, unlimitedPath, ...address }: ListenOptions,
): Promise<MockServer> {
  const served = { handleRequest, corsHeaders: corsHeadersFor(responseHeaders), unlimitedPath };
  const server = createServer(
    {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 60_000,
      maxHeaderSize: 16_384,
      optimizeEmptyRequests: true,
    },
    (request, response) => void serve(served, request, response),
  );
  server.on("clientError", rejectConnection);
  await bind(server, address);
  const { port } = server.address() as AddressInfo;
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return {
    url: `http://${host}:${port}`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function serve(
  { handleRequest, corsHeaders, unlimitedPath }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const headers = request.headers as Record<string, string>;
    if (request.method === "OPTIONS" && headers["access-control-request-method"] !== undefined) {
      response.writeHead(204, preflightHeaders(headers)).end();
      return;
    }
    const received = await readBody(request, bodyLimit(request, unlimitedPath));
    const content = typeof received === "number" ? { body: undefined, bodyLimitBytes: received } : { body: received };
    const call: IncomingRequest = { method: request.method ?? "GET", target: request.url ?? "/", headers, ...content };
    send(response, corsHeaders, await handleRequest(call));
  } catch (error) {
    // The client went away while its body was being read.
    if (!request.complete) return void response.destroy();
    const message = error instanceof Error ? error.message : String(error);
    send(response, corsHeaders, {
      status: 500,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ message }),
    });
  }
}

function send(
  response: ServerResponse,
  corsHeaders: Served["corsHeaders"],
  { status, headers, body, connection }: OutgoingResponse,
): void {
  if (connection === "reset-before-commit" || connection === "reset-after-commit") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (connection !== undefined) {
    sendHalf(response, { status, headers: { ...corsHeaders, ...headers }, body, connection });
    return;
  }
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, { ...corsHeaders, ...headers, "content-length": length });
  // ASCII is the same bytes in both encodings. Node reserves three bytes for each character of UTF-8, and beyond 16 KiB
  // takes the slow way.
  if (typeof body === "string") response.end(body, length === body.length ? "latin1" : "utf8");
  else response.end(body);
}

/**
 * Sends the first half of a body, and then hangs up or leaves the client waiting. The body goes in chunks, so that one is
 * missing even where the body is empty.
 */
function sendHalf(
  response: ServerResponse,
  { status, headers, body, connection }: OutgoingResponse & { readonly connection: "stall" | "truncate" },
): void {
  const hangUp = () => {
    if (connection === "truncate") response.socket?.destroy();
  };
  if (!canHaveBody(status)) {
    hangUp();
    return;
  }
  response.writeHead(status, headers);
  response.flushHeaders();
  const half = firstHalf(body);
  if (half.length > 0) response.write(half, hangUp);
  // The headers have to be on their way before the connection goes.
  else setImmediate(hangUp);
}

function bodyLimit({ url, headers }: IncomingMessage, unlimitedPath: string): number {
  if (url === unlimitedPath) return Number.POSITIVE_INFINITY;
  return mediaTypeOf(headers["content-type"]) === multipartMediaType ? multipartLimitBytes : bodyLimitBytes;
}

/** The body of a request, or the limit that it is beyond. */
function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined | number> | undefined {
  if (request.headers["content-length"] === undefined && request.headers["transfer-encoding"] === undefined) {
    return undefined;
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(limit);
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The client went away.")));
  });
}

/** What is not HTTP, or too much of it, gets one line and the connection is closed. */
function rejectConnection(error: NodeJS.ErrnoException, socket: import("node:stream").Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function bind(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") {
        const message = `Port ${port} of ${host} is taken. Stop what listens there, or take another port.`;
        reject(new MockError("ERR_MOCK_ADDRESS_IN_USE", message, { cause: error }));
      } else {
        const message = `Cannot listen on ${host}, port ${port}: ${error.code ?? error.message}.`;
        reject(new MockError("ERR_MOCK_ADDRESS_UNAVAILABLE", message, { cause: error }));
      }
    };
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}
