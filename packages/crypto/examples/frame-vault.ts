import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRevealPage } from "@wisekit/crypto/frame-page";

// Serves two files, and nothing else, from an origin of their own. Any static host that sends the headers will do.
const parentOrigin = process.env.APP_ORIGIN ?? "http://127.0.0.1:5173";
const { html, headers } = createRevealPage({ parentOrigin });
const script = await readFile(new URL(import.meta.resolve("@wisekit/crypto/frame-page-script")));

export const vault = createServer((request, response) => {
  const path = request.url?.split("?")[0];
  if (path === "/reveal.html") response.writeHead(200, headers).end(html);
  else if (path === "/reveal.js") response.writeHead(200, { "Content-Type": "text/javascript" }).end(script);
  else response.writeHead(404).end();
});
