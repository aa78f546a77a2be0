// `node card-server.ts <port>`: responds to every request with the page of cards, at the least cost there is.
import { createServer } from "node:http";
import { cardPage } from "./card-page.ts";

const pages = [cardPage("/v3/spend"), cardPage("/")].map((page) => Buffer.from(page));

createServer((request, response) => {
  const page = pages[request.url?.startsWith("/v3/spend") ? 0 : 1];
  response.writeHead(200, { "content-type": "application/json", "content-length": page?.length });
  response.end(page);
}).listen(Number(process.argv[2]), "127.0.0.1");
