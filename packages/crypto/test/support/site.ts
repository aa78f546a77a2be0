import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { SealedRequest } from "@wisekit/crypto";
import type { Issuer } from "./issuer.ts";

/** What a site responds with. */
export interface Page {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A site for tests in browsers: pages, the built package as it is, and an issuer behind it. */
export interface Site {
  readonly origin: string;
  readonly pages: Map<string, Page>;
  close(): Promise<void>;
}

/** Fields of the card that the site's issuer knows: canaries, too long to come up by chance in an id or a time. */
export const card = {
  details: { pan: "4396910000012345", cvv2: "90817263541", expiryDate: "10/31", cardholderName: "John Smith" },
  pin: { pin: "86420975311" },
};

const dist = new URL("../../dist/", import.meta.url);
const jose = new URL(".", import.meta.resolve("jose"));

/** Starts a site on a port of its own. `host` tells two sites' origins apart for people who read them. */
export async function startSite(issuer: Issuer, host: "localhost" | "127.0.0.1" = "127.0.0.1"): Promise<Site> {
  const pages = new Map<string, Page>([["/", pageOf("")]]);
  const server = createServer((request, response) => {
    responseTo(request, issuer, pages).then(
      ({ body, headers }) => response.writeHead(200, { "access-control-allow-origin": "*", ...headers }).end(body),
      (error: unknown) => response.writeHead(404).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://${host}:${port}`, pages, close: () => closed(server) };
}

const html = { "content-type": "text/html; charset=utf-8" };
const script = { "content-type": "text/javascript; charset=utf-8" };
const json = { "content-type": "application/json" };

/** A page that runs a module script. */
export function pageOf(moduleScript: string): Page {
  return { body: `<!doctype html><title>Test</title><script type="module">${moduleScript}</script>`, headers: html };
}

async function responseTo(request: IncomingMessage, issuer: Issuer, pages: Map<string, Page>): Promise<Page> {
  const { pathname } = new URL(request.url ?? "/", "http://site");
  const page = pages.get(pathname);
  if (page) return page;
  if (pathname === "/key") return { body: JSON.stringify(issuer.encryptionKey), headers: json };
  if (["/details", "/pin", "/details-as-json", "/details-without-name"].includes(pathname)) {
    const sealed: SealedRequest = JSON.parse(await bodyOf(request));
    if (pathname === "/details-without-name") {
      return { body: issuer.respond(sealed, { ...card.details, cardholderName: null }) };
    }
    if (pathname === "/pin") return { body: issuer.respond(sealed, card.pin) };
    if (pathname === "/details") return { body: issuer.respond(sealed, card.details) };
    return { body: JSON.stringify(card.details), headers: json };
  }
  if (pathname === "/preset-pin") {
    const { plaintext = "" } = issuer.receive(JSON.parse(await bodyOf(request)));
    return { body: JSON.parse(plaintext).encodedPin };
  }
  if (pathname.startsWith("/crypto/")) return scriptFrom(new URL(pathname.slice("/crypto/".length), dist));
  if (pathname.startsWith("/runtime/")) return scriptFrom(new URL(`.${pathname}`, import.meta.url));
  if (pathname.startsWith("/jose/")) return scriptFrom(new URL(pathname.slice("/jose/".length), jose));
  throw new Error(`no page ${pathname}`);
}

/** A file as it was built or installed; only the addresses of what it imports are written into it. */
async function scriptFrom(file: URL): Promise<Page> {
  const text = await readFile(file, "utf8");
  const imports = /(from\s*|import\s*)"(jose\/|@wisekit\/crypto)([^"]*)"/g;
  return {
    body: text.replace(imports, (_, keyword, from, path) => `${keyword}"${addressOf(from, path)}"`),
    headers: script,
  };
}

function addressOf(from: string, path: string): string {
  if (from !== "jose/") return `/crypto${path}/index.js`;
  return `/jose/${import.meta.resolve(`jose/${path}`).slice(jose.href.length)}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
