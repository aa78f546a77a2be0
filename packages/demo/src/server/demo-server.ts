import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createNodeHandler } from "@wisekit/client/proxy";
import { readPageFiles } from "./page-files.ts";
import { securityHeaders } from "./security-headers.ts";
import { createSessions } from "./sessions.ts";
import { createSignIn } from "./sign-in.ts";
import { createUsers, type UsersOptions } from "./users.ts";
import { createWiseProxy } from "./wise-proxy.ts";

/** What the demo needs to run. */
export interface DemoServerOptions extends UsersOptions {
  /** Port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** Gets a line for each call: operation, status, duration. */
  readonly log: (line: string) => void;
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
  const server = createServer(
    createNodeHandler(async (request) => {
      const response = isFromThisPage(request)
        ? await handle(request)
        : Response.json({ message: "Only the page of this server may call it" }, { status: 403 });
      for (const [name, value] of Object.entries(commonHeaders)) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
      return response;
    }),
  );
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

function createHandler({ pageFolder, log, ...options }: DemoServerOptions): Handler {
  const files = readPageFiles(pageFolder);
  const sessions = createSessions();
  const users = createUsers(options);
  const wise = createWiseProxy({ users, sessions, basePath, log });
  const signIn = createSignIn({ users, sessions });
  const [first] = options.users;
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${basePath}/`)) return wise(request);
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead) return nothingHere();
    const session = sessions.of(request);
    if (pathname === "/profiles") {
      return session
        ? Response.json(session.user.profiles)
        : Response.json({ message: "Sign in first" }, { status: 401 });
    }
    const response = await signIn(request);
    if (response) return response;
    const file = files.get(pathname);
    if (!file) return nothingHere();
    const headers = new Headers(file.headers);
    // Whoever opens the page without having signed in is the first user: it is a demo, on this machine only.
    if (pathname === "/" && !session && first) headers.set("set-cookie", sessions.begin(first));
    return new Response(file.body, { headers });
  };
}

function nothingHere(): Response {
  return Response.json({ message: "There is nothing here" }, { status: 404 });
}

/** Where a browser may come by a link: the page itself, and the way back from Wise. */
const openPaths: readonly string[] = ["/", "/connected"];

/**
 * Another site's page can make a browser call this address. `Host` (DNS rebinding), `Origin` or `Sec-Fetch-Site` tells. A
 * link on another site may open the page, or come back from Wise, and nothing else.
 */
function isFromThisPage({ headers, url }: Request): boolean {
  const { host: named, hostname, pathname } = new URL(url);
  if (hostname !== "127.0.0.1" && hostname !== "localhost") return false;
  const origin = headers.get("origin");
  if (origin !== null && origin !== `http://${named}`) return false;
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none" || openPaths.includes(pathname);
}
