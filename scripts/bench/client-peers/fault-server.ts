import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong with a request, told by the number of the request. */
export type Fault = (response: ServerResponse, number: number) => void;

/** Faults that a client meets in the wild. */
export const faults: Readonly<Record<string, Fault>> = {
  "reset after the request was read": (response) => response.socket?.resetAndDestroy(),
  "dropped after it was carried out": (response) => response.socket?.destroy(),
  "headers never come": () => {},
  "body stalls": (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write("{");
  },
  "body is cut off": (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"data":');
    setTimeout(() => response.socket?.destroy(), 5);
  },
  "500, then well": (response, number) => respond(response, number === 1 ? 500 : 200),
  "429 for 1 s, then well": (response, number) => respond(response, number === 1 ? 429 : 200, { "retry-after": "1" }),
  "429 for a day": (response) => respond(response, 429, { "retry-after": "86400" }),
  "empty 200": (response) => response.end(),
  "empty 500": (response) => response.writeHead(500).end(),
  "HTML with 200": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
  "redirect to another origin": (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
};

function respond(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end('{"data":[],"cards":[],"totalCount":0}');
}

/** A server that does one fault to whoever asks, and counts. */
export async function startFaultServer(fault: Fault): Promise<{ url: string; requests: () => number; close(): void }> {
  let requests = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      requests += 1;
      fault(response, requests);
    });
  });
  server.on("connection", (socket) => socket.on("error", () => {}));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
