import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../../scripts/programs/launch-chromium.ts";
import { nodeToTry } from "../../../scripts/programs/machine-node.ts";
import { Issuer } from "./support/issuer.ts";
import { card, pageOf, type Site, startSite } from "./support/site.ts";

const run = promisify(execFile);
const inNode = fileURLToPath(new URL("support/runtime/in-node.js", import.meta.url));
const { pan, ...openFields } = card.details;
const shownDetails = { ...openFields, pan: "4396 9100 0001 2345" };
const expected = Object.fromEntries(
  ["RSA1_5", "RSA-OAEP-256"].flatMap((keyWrap) => [
    [`${keyWrap} details`, shownDetails],
    [`${keyWrap} details again`, "ERR_CARD_DATA_REFUSED"],
    [`${keyWrap} pin`, card.pin],
    [`${keyWrap} pin again`, "ERR_CARD_DATA_REFUSED"],
    [`${keyWrap} details-as-json`, shownDetails],
    [`${keyWrap} details-as-json again`, "ERR_CARD_DATA_REFUSED"],
    [`${keyWrap} preset PIN`, "2468"],
    [`${keyWrap} explained`, true],
    [`${keyWrap} disposed`, "ERR_SECRET_DISPOSED"],
  ]),
);

const node = await nodeToTry();
let site: Site;

beforeAll(async () => {
  site = await startSite(new Issuer());
});

afterAll(() => site.close());

describe("the whole exchange", () => {
  it("runs in the Node that the workspace pins", async () => {
    expect(await exchangeIn(process.execPath)).toEqual(expected);
  });

  it(`runs in ${node.about}`, async () => {
    expect(await exchangeIn(node.path)).toEqual(expected);
  });
});

describe("the whole exchange", { timeout: 120_000 }, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    const exchange =
      'import { wholeExchange } from "/runtime/whole-exchange.js"; window.found = wholeExchange(location.origin)';
    site.pages.set("/", pageOf(exchange));
    await page.goto(site.origin);
  });

  afterAll(() => browser?.close());

  it("runs in a page of Chromium, from the files as they are shipped", async () => {
    const found = await page.evaluate(() => (window as unknown as { found: Promise<object> }).found);
    expect(found).toEqual(expected);
  });

  it("runs in a worker of Chromium, from the files as they are shipped", async () => {
    const response = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker("/runtime/in-worker.js", { type: "module" });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        }),
    );
    expect(response).toEqual({ found: expected, isWorker: true });
  });
});

async function exchangeIn(node: string): Promise<object> {
  const { stdout } = await run(node, [inNode, site.origin]);
  return JSON.parse(stdout);
}
