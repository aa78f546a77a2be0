import { join } from "node:path";
import { type Mock, startMock } from "@wisekit/mock";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../../../../scripts/programs/launch-chromium.ts";
import { type DemoServer, startDemoServer } from "../../src/server/demo-server.ts";
import { partner, profiles, scenario } from "./scenario.ts";

/** A mock, the demo on it, and a browser; everything that passed between them. */
export interface DemoWorld extends AsyncDisposable {
  readonly demo: DemoServer;
  readonly mock: Mock;
  readonly browser: Browser;
  /** Lines of the back end's log. */
  readonly log: readonly string[];
  open(options?: BrowserContextOptions): Promise<WatchedPage>;
}

/** A page and all that it sent, received and said. */
export interface WatchedPage {
  readonly page: Page;
  /** Requests and responses: addresses, headers and bodies. */
  readonly network: readonly string[];
  /** What the page wrote to the console, and uncaught errors. */
  readonly console: readonly string[];
}

/** Starts a world of its own for a file of tests. */
export async function startDemoWorld(options: { sca?: boolean } = {}): Promise<DemoWorld> {
  const log: string[] = [];
  const mock = await startMock({ scenario, sca: options.sca ?? true });
  const demo = await startDemoServer({
    port: 0,
    wiseUrl: mock.url,
    partner,
    users: [{ name: "Ann", profiles, refreshToken: "canary-refresh-token-of-ann" }],
    pageFolder: join(import.meta.dirname, "../../dist"),
    log: (line) => log.push(line),
  });
  const browser = await launchChromium();
  return {
    demo,
    mock,
    browser,
    log,
    open: (contextOptions) => openPage(browser, demo.url, contextOptions),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await demo.stop();
      await mock.stop();
    },
  };
}

async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const network: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => {
    network.push([request.method(), request.url(), JSON.stringify(request.headers()), request.postData()].join(" "));
  });
  page.on("response", async (response) => {
    const headers = JSON.stringify(response.headers());
    // A body is gone once the page has been left; what is left of it is then in no log either.
    const body = await response.text().catch(() => "");
    network.push([response.status(), response.url(), headers, body].join(" "));
  });
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error.stack)));
  await page.goto(url);
  return { page, network, console: said };
}
