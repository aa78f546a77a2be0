import { gzipSync } from "node:zlib";
import { json, type Responder, text } from "./local-server.ts";
import { card } from "./stub-fetch.ts";

export const reset: Responder = (response) => response.socket?.resetAndDestroy();
export const never: Responder = () => {};
const stalledBody: Responder = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"token":');
};
const cutBody: Responder = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"token":');
  setTimeout(() => response.socket?.destroy(), 5);
};
export const slowLoris: Responder = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
};

/** What a server, or the way to it, can do to a call. */
export interface Fault {
  readonly responders: readonly Responder[];
  /** Of the client. */
  readonly timeoutMs?: number;
  /** What a read ends with, an error code or `ok`, and how many requests it makes. */
  readonly read: string;
  readonly readRequests: number;
  /** The same for a write that may not be sent twice. */
  readonly write: string;
  readonly writeRequests: number;
}

export const faults: Readonly<Record<string, Fault>> = {
  "a reset after the request was read": {
    responders: [reset],
    read: "ERR_CONNECTION",
    readRequests: 3,
    write: "ERR_CONNECTION",
    writeRequests: 1,
  },
  "a reset once": {
    responders: [reset, json(card)],
    read: "ok",
    readRequests: 2,
    write: "ERR_CONNECTION",
    writeRequests: 1,
  },
  "stalled headers": {
    responders: [never],
    timeoutMs: 150,
    read: "ERR_TIMEOUT",
    readRequests: 3,
    write: "ERR_TIMEOUT",
    writeRequests: 1,
  },
  "a stalled body": {
    responders: [stalledBody],
    timeoutMs: 150,
    read: "ERR_TIMEOUT",
    readRequests: 3,
    write: "ERR_TIMEOUT",
    writeRequests: 1,
  },
  "a slow loris": {
    responders: [slowLoris],
    timeoutMs: 150,
    read: "ERR_TIMEOUT",
    readRequests: 3,
    write: "ERR_TIMEOUT",
    writeRequests: 1,
  },
  "a body that is cut off": {
    responders: [cutBody],
    read: "ERR_CONNECTION",
    readRequests: 3,
    write: "ERR_CONNECTION",
    writeRequests: 1,
  },
  "truncated JSON": {
    responders: [json('{"token":')],
    read: "ERR_DECODE",
    readRequests: 1,
    write: "ERR_DECODE",
    writeRequests: 1,
  },
  "HTML with 200": {
    responders: [text("<html>", 200, { "content-type": "text/html" })],
    read: "ERR_DECODE",
    readRequests: 1,
    write: "ERR_DECODE",
    writeRequests: 1,
  },
  "an empty 200": {
    responders: [text("")],
    read: "ERR_DECODE",
    readRequests: 1,
    write: "ERR_DECODE",
    writeRequests: 1,
  },
  "204": { responders: [text("", 204)], read: "ERR_DECODE", readRequests: 1, write: "ERR_DECODE", writeRequests: 1 },
  "an empty 404": {
    responders: [text("", 404)],
    read: "ERR_NOT_FOUND",
    readRequests: 1,
    write: "ERR_NOT_FOUND",
    writeRequests: 1,
  },
  "an empty 500": {
    responders: [text("", 500)],
    read: "ERR_SERVER",
    readRequests: 3,
    write: "ERR_SERVER",
    writeRequests: 1,
  },
  "503 with Retry-After": {
    responders: [text("", 503, { "retry-after": "0" }), json(card)],
    read: "ok",
    readRequests: 2,
    write: "ERR_SERVER",
    writeRequests: 1,
  },
  "429 with Retry-After": {
    responders: [text("", 429, { "retry-after": "0" }), json(card)],
    read: "ok",
    readRequests: 2,
    write: "ok",
    writeRequests: 2,
  },
  "429 with a date": {
    responders: [text("", 429, { "retry-after": new Date(0).toUTCString() }), json(card)],
    read: "ok",
    readRequests: 2,
    write: "ok",
    writeRequests: 2,
  },
  "429 for a day": {
    responders: [text("", 429, { "retry-after": "86400" })],
    read: "ERR_RATE_LIMITED",
    readRequests: 1,
    write: "ERR_RATE_LIMITED",
    writeRequests: 1,
  },
  gzip: {
    responders: [
      (response) => {
        response.writeHead(200, { "content-encoding": "gzip" });
        response.end(gzipSync(JSON.stringify(card)));
      },
    ],
    read: "ok",
    readRequests: 1,
    write: "ok",
    writeRequests: 1,
  },
};
