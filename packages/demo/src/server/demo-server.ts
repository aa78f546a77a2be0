import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, jsonAnswer } from "./answer.ts";
import { type ForwardOptions, forward } from "./forward.ts";
import { readPageFiles } from "./page-files.ts";
import { securityHeaders } from "./security-headers.ts";

/** What the demo needs to run. */
export interface DemoServerOptions extends Omit<ForwardOptions, "profileIds"> {
  /** Port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** The user's profiles, which the page asks for first. */
  readonly profiles: readonly { readonly id: number; readonly name: string }[];
  /** Gets one line for each forwarded call: operation, status, duration. Never a value. */
  readonly log: (line: string) => void;
}

/** The running demo. */
export interface DemoServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const host = "127.0.0.1";

/**
 * Starts the demo's back end on this machine's own address. It serves the page and forwards what the page may do.
 *
 * @throws Error if the page is not built, or the system's error if the port cannot be had.
 */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const files = readPageFiles(options.pageFolder);
  const server = createServer((request, response) => {
    answerRequest(request, files, options).then(
      (answer) => send(response, request, answer),
      () => send(response, request, jsonAnswer(500, { message: "The back end has failed" })),
    );
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

async function answerRequest(
  request: IncomingMessage,
  files: ReadonlyMap<string, Answer>,
  options: DemoServerOptions,
): Promise<Answer> {
  if (!isFromThisPage(request)) return jsonAnswer(403, { message: "Only the page of this server may call it" });
  const url = new URL(request.url ?? "/", `http://${host}`);
  if (url.pathname.startsWith("/api/")) return forwardAndLog(request, new URL(url.href.replace("/api/", "/")), options);
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && url.pathname === "/profiles") return jsonAnswer(200, options.profiles);
  const file = isRead ? files.get(url.pathname) : undefined;
  return file ?? jsonAnswer(404, { message: "There is nothing here" });
}

async function forwardAndLog(request: IncomingMessage, url: URL, options: DemoServerOptions): Promise<Answer> {
  const startedAt = performance.now();
  const profileIds = options.profiles.map(({ id }) => id);
  const { operation, answer } = await forward(request, url, { ...options, profileIds });
  options.log(`${operation ?? "unknown"} ${answer.status} ${Math.round(performance.now() - startedAt)} ms`);
  return answer;
}

/**
 * Another site's page can make a browser call this address: its own name in `Host` (DNS rebinding), its own origin in
 * `Origin`, or its word in `Sec-Fetch-Site` gives it away. Whoever opens the page from elsewhere gets the page alone.
 */
function isFromThisPage({ headers, url = "/" }: IncomingMessage): boolean {
  const { host: named = "", origin } = headers;
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(named)) return false;
  if (origin !== undefined && origin !== `http://${named}`) return false;
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none" || url === "/";
}

function send(response: ServerResponse, { method }: IncomingMessage, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    "cache-control": "no-store",
    ...securityHeaders,
    ...headers,
    "content-length": body.length,
  });
  response.end(method === "HEAD" ? undefined : body);
}
