import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sendResponse, toRequest } from "./node-exchange.ts";
import { readPageFiles } from "./page-files.ts";
import { securityHeaders } from "./security-headers.ts";
import { createWiseProxy, type WiseProxyOptions } from "./wise-proxy.ts";

/** What the demo needs to run. */
export interface DemoServerOptions extends Omit<WiseProxyOptions, "profileIds" | "basePath"> {
  /** Port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** The user's profiles, which the page asks for first. */
  readonly profiles: readonly { readonly id: number; readonly name: string }[];
}

/** The running demo. */
export interface DemoServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

type Handler = (request: Request) => Response | Promise<Response>;

const host = "127.0.0.1";
const basePath = "/api";
const commonHeaders = { ...securityHeaders, "cache-control": "no-store" };

/**
 * Starts the demo's back end on this machine's own address. It serves the page and forwards what the page may do.
 *
 * @throws Error if the page is not built, or the system's error if the port is not free.
 */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const handle = createHandler(options);
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing, handle).catch((error: unknown) => {
      options.log(`failed: ${error instanceof Error ? error.name : "unknown"}`);
      if (!outgoing.headersSent) outgoing.writeHead(500, commonHeaders);
      outgoing.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${host}:${port}`, stop };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, handle: Handler): Promise<void> {
  const response = isFromThisPage(incoming)
    ? await handle(toRequest(incoming, outgoing, `http://${host}`))
    : Response.json({ message: "Only the page of this server may call it" }, { status: 403 });
  await sendResponse(outgoing, response, commonHeaders);
}

function createHandler(options: DemoServerOptions): Handler {
  const { profiles, pageFolder, wiseUrl, accessToken, log } = options;
  const files = readPageFiles(pageFolder);
  const profileIds = profiles.map(({ id }) => id);
  const wise = createWiseProxy({ wiseUrl, accessToken, profileIds, basePath, log });
  return (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${basePath}/`)) return wise(request);
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && pathname === "/profiles") return Response.json(profiles);
    const file = isRead ? files.get(pathname) : undefined;
    if (file) return new Response(file.body, { headers: file.headers });
    return Response.json({ message: "There is nothing here" }, { status: 404 });
  };
}

/**
 * Another site's page can make a browser call this address. `Host` (DNS rebinding), `Origin` or `Sec-Fetch-Site` tells. A
 * link on another site may open the page itself, and nothing else.
 */
function isFromThisPage({ headers, url = "/" }: IncomingMessage): boolean {
  const { host: named = "", origin } = headers;
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(named)) return false;
  if (origin !== undefined && origin !== `http://${named}`) return false;
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none" || url === "/";
}
