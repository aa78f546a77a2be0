import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@wisekit/mock";
import { build } from "esbuild";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../../scripts/programs/launch-chromium.ts";
import { pageOf } from "./support/site.ts";

const cardToken = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";

interface Examples {
  revealCard(cardToken: string, page: Record<string, HTMLElement>): Promise<void>;
  revealInFrame(cardToken: string, container: HTMLElement, vaultOrigin: string): Promise<void>;
  choosePin(field: HTMLInputElement, key: { version: number; key: string }): Promise<{ encryptedPayload: string }>;
}

declare global {
  interface Window {
    examples: Examples;
  }
}

let mock: Mock;
let app: Server;
let vault: Server;
let browser: Browser;
let page: Page;
let devtools: CDPSession;
let forwarded: string[] = [];

beforeAll(async () => {
  mock = await startMock();
  process.env.WISE_URL = mock.url;
  const { handler } = await import("../examples/back-end.ts");
  const index = pageOf(await bundled()).body;
  app = await listening(createServer((request, response) => serveApp(handler, index, request, response)));
  process.env.APP_ORIGIN = originOf(app);
  vault = await listening((await import("../examples/frame-vault.ts")).vault, "localhost");
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  for (const server of [app, vault]) {
    server?.closeAllConnections();
    server?.close();
  }
  await mock?.stop();
});

beforeEach(async () => {
  forwarded = [];
  page = await browser.newPage();
  devtools = await page.context().newCDPSession(page);
  await page.goto(originOf(app));
  await page.waitForFunction(() => window.examples !== undefined);
});

describe("the examples of the README", () => {
  it("reveal a card of the mock on a page, through a back end that never sees it", async () => {
    await page.evaluate(async (token) => {
      const element = (name: string) => {
        const made = document.body.appendChild(document.createElement("div"));
        made.id = name;
        return made;
      };
      const places = { pan: element("pan"), cvv2: element("cvv2"), expiry: element("expiry"), copy: element("copy") };
      await window.examples.revealCard(token, places);
    }, cardToken);
    expect(await page.textContent("#expiry")).toMatch(/^\d\d\/\d\d$/);
    const shown = await visibleTexts();
    const groups = shown.filter((text) => /^\d{4}$/.test(text));
    expect(groups).toHaveLength(4);
    expect(groups.at(-1)).toBe("6320");
    expect(forwarded.join()).not.toContain(groups.join(""));

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => document.getElementById("copy")?.click());
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()), { timeout: 30_000 })
      .toBe(groups.join(""));
  });

  it("go on when the server's key was replaced in the meantime", async () => {
    const reveal = () =>
      page.evaluate(async (token) => {
        const div = () => document.body.appendChild(document.createElement("div"));
        const places = { pan: div(), cvv2: div(), expiry: div(), copy: div() };
        await window.examples.revealCard(token, places);
        return places.expiry.textContent;
      }, cardToken);
    expect(await reveal()).toMatch(/^\d\d\/\d\d$/);
    await mock.keys.rotate();
    expect(await reveal()).toMatch(/^\d\d\/\d\d$/);
    expect(forwarded.filter((call) => call.includes("fetchEncryptingKey"))).toHaveLength(2);
  });

  it("reveal a card in a frame of another origin", async () => {
    await page.evaluate(
      ([token = "", origin = ""]) => window.examples.revealInFrame(token, document.body, origin),
      [cardToken, originOf(vault)],
    );
    const frame = page.frames().find((candidate) => candidate.url().startsWith(originOf(vault)));
    const labels = await frame?.evaluate(() => [...document.querySelectorAll("dt")].map((term) => term.textContent));
    expect(labels).toEqual(["Card number", "Expires", "Security code", "Name"]);
    expect(await page.evaluate(() => document.body.textContent)).not.toContain("Card number");
  });

  it("seal a PIN that the mock can open", async () => {
    const { key, version } = await mock.keys.current();
    const [request, left] = await page.evaluate(
      async (encryptionKey) => {
        const field = document.body.appendChild(document.createElement("input"));
        field.value = "2468";
        return [await window.examples.choosePin(field, encryptionKey), field.value] as const;
      },
      { key, version },
    );
    expect(left).toBe("");
    const steps = await mock.keys.explain(request.encryptedPayload);
    expect(
      steps.every(({ ok }) => ok),
      JSON.stringify(steps),
    ).toBe(true);
  });
});

async function bundled(): Promise<string> {
  const folder = fileURLToPath(new URL("../examples/", import.meta.url));
  const names = ["reveal-card", "reveal-in-frame", "choose-pin"];
  const imports = names.map((name, index) => `import * as e${index} from "./${name}.ts";`).join("");
  const { outputFiles } = await build({
    stdin: { contents: `${imports} window.examples = { ...e0, ...e1, ...e2 };`, resolveDir: folder },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

async function serveApp(
  handler: (request: Request) => Promise<Response>,
  index: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url === "/") {
    response.writeHead(200, { "content-type": "text/html" }).end(index);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks).toString() } : {};
  const headers = request.headers as Record<string, string>;
  const result = await handler(
    new Request(new URL(request.url ?? "/", originOf(app)), { method: request.method ?? "GET", headers, ...body }),
  );
  const text = await result.text();
  forwarded.push(`${request.url} ${body.body} ${text}`);
  response.writeHead(result.status, Object.fromEntries(result.headers)).end(text);
}

async function listening(server: Server, host = "127.0.0.1"): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return server;
}

function originOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${server === app ? address : "localhost"}:${port}`;
}

async function visibleTexts(): Promise<string[]> {
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  return nodes.filter(({ role }) => role?.value === "StaticText").map(({ name }) => String(name?.value));
}
