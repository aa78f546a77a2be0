// biome-ignore-all lint/suspicious/noConsole: what the console shows is what is tested
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../../scripts/programs/launch-chromium.ts";
import { Issuer } from "./support/issuer.ts";
import { cannotClone, printers } from "./support/printers.ts";
import { card, pageOf, type Site, startSite } from "./support/site.ts";

const canaries = [card.details.pan, card.details.cvv2, card.pin.pin];

let site: Site;
let browser: Browser;
let page: Page;
let devtools: CDPSession;

beforeAll(async () => {
  site = await startSite(new Issuer());
  site.pages.set(
    "/leaks",
    pageOf(`
      import { createCardDataSession } from "/crypto/index.js";
      async function reveal(path) {
        const session = await createCardDataSession(await (await fetch("/key")).json());
        const response = await fetch(path, { method: "POST", body: JSON.stringify(session.request) });
        return session.open(await response.text());
      }
      window.opened = { ...(await reveal("/details")), ...(await reveal("/pin")) };
    `),
  );
  browser = await launchChromium();
  page = await browser.newPage();
  devtools = await page.context().newCDPSession(page);
  await page.goto(`${site.origin}/leaks`);
  await page.waitForFunction(() => "opened" in window);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe("an opened response in Chromium", () => {
  it.each(Object.entries(printers))("does not show in %s", async (_, print) => {
    const texts = await page.evaluate(
      `Object.values(window.opened).filter((value) => typeof value === "object").map(${print})`,
    );
    expect(texts).toHaveLength(canaries.length);
    for (const canary of canaries) expect(JSON.stringify(texts)).not.toContain(canary);
  });

  it("throws instead of being cloned, alone or inside something", async () => {
    const cloned = await page.evaluate(
      `Object.values(window.opened).filter((value) => typeof value === "object").flatMap(${cannotClone})`,
    );
    expect(cloned).toEqual([]);
  });

  it("throws instead of being sent to a worker, kept in history or in IndexedDB", async () => {
    const names = await page.evaluate(async () => {
      const { opened } = window as unknown as { opened: object };
      const worker = new Worker(URL.createObjectURL(new Blob([""])));
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("leaks", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("cards");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const attempts = [
        () => worker.postMessage(opened),
        () => window.postMessage(opened),
        () => history.replaceState(opened, ""),
        () => database.transaction("cards", "readwrite").objectStore("cards").put(opened, "card"),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return "sent";
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(names).toEqual(["DataCloneError", "DataCloneError", "DataCloneError", "DataCloneError"]);
  });

  it("does not show in the console, as text or to who listens to it with previews", async () => {
    const heard: string[] = [];
    page.on("console", (message) => heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(`${error.message}${error.stack}`));
    devtools.on("Runtime.consoleAPICalled", (event) => heard.push(JSON.stringify(event)));
    devtools.on("Runtime.exceptionThrown", (event) => heard.push(JSON.stringify(event)));
    await devtools.send("Runtime.enable");
    await page.evaluate(async () => {
      const { opened } = window as unknown as { opened: Record<string, unknown> };
      for (const value of [opened, ...Object.values(opened)]) {
        console.log(value);
        console.log("%s %o %O %d", value, value, value, value);
        console.error(new Error(`${value}`, { cause: value }));
        console.dir(value);
        console.table([value]);
      }
      Promise.reject(Object.assign(new Error(`failed ${opened.pan}`), opened));
      setTimeout(() => {
        throw opened.pan;
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(heard.length).toBeGreaterThan(20);
    expect(heard.join()).toContain("[secret]");
    for (const canary of canaries) expect(heard.join()).not.toContain(canary);
  });

  it("was never in the page's storage, address or markup", async () => {
    const places = await page.evaluate(() =>
      [
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        document.cookie,
        location.href,
        document.documentElement.outerHTML,
      ].join(),
    );
    for (const canary of canaries) expect(places).not.toContain(canary);
  });
});
