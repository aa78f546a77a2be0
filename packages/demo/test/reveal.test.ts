import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DemoWorld, startDemoWorld, type WatchedPage } from "./support/demo-world.ts";
import { secretsIn } from "./support/leaks.ts";
import { secrets, tokens } from "./support/scenario.ts";

let world: DemoWorld;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  world = await startDemoWorld();
});
beforeEach(async () => {
  watched = await world.open();
  page = watched.page;
  await page.locator(`[data-card="${tokens.active}"]`).click();
  await button("Show details").waitFor();
});
afterEach(() => page.context().close());
afterAll(() => world[Symbol.asyncDispose]());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const shown = (what: "pan" | "cvv2" | "pin") => page.locator(`[data-secret=${what}]`);

async function passCheck(): Promise<void> {
  await button("Text message").click();
  await page.getByLabel(/Enter the 6 digits/).fill("111111");
  await button("Confirm").click();
}

async function reveal(): Promise<void> {
  await button("Show details").click();
  await passCheck();
  await shown("pan").waitFor();
}

describe("a reveal", () => {
  it("asks for a one-time code, takes no wrong one, and shows the card", async () => {
    await button("Show details").click();
    await button("Phone call").click();
    await page.getByText("by phone call to •••• 7890").waitFor();
    await page.getByLabel(/Enter the 6 digits/).fill("222222");
    await button("Confirm").click();
    await page.getByText("That code is not right.").waitFor();
    await page.getByLabel(/Enter the 6 digits/).fill("111111");
    await button("Confirm").click();
    await expect.poll(() => shown("pan").textContent()).toBe("4596 6190 7351 8264");
    expect(await shown("cvv2").textContent()).toBe(secrets.cvv2);
  });

  it("shows the PIN, apart from the details", async () => {
    await button("Show PIN").click();
    await passCheck();
    await expect.poll(() => shown("pin").textContent()).toBe(secrets.pin);
    expect(await shown("pan").count()).toBe(0);
  });

  it("copies the number", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await reveal();
    await button("Copy number").click();
    await page.getByText("The card number is in the clipboard.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secrets.pan);
  });

  it("given up at the check shows nothing", async () => {
    await button("Show details").click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await button("Show details").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});

describe("what is shown is hidden again", () => {
  it("by its button", async () => {
    await reveal();
    await button("Hide details").click();
    await expect.poll(() => shown("pan").count()).toBe(0);
  });

  it("when the window loses the focus", async () => {
    await reveal();
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await expect.poll(() => shown("pan").count()).toBe(0);
  });

  it("when another card is opened", async () => {
    await reveal();
    await page.locator(`[data-card="${tokens.toBlock}"]`).click();
    await page.getByRole("heading", { name: "Daniel Osei" }).waitFor();
    expect(secretsIn(await page.content())).toEqual([]);
  });

  it("when its time is up, which is counted down", async () => {
    await page.clock.install();
    await reveal();
    await page.getByText(/Hidden again in \d+ s/).waitFor();
    await page.clock.fastForward(29_000);
    expect(await shown("pan").count()).toBe(1);
    await page.clock.fastForward(1_500);
    await expect.poll(() => shown("pan").count()).toBe(0);
    await page.getByText("The card data is hidden again.").waitFor({ state: "attached" });
  });
});

describe("nothing of the card data", () => {
  it("is in the network log, the console, any storage or the back end's log, nor on the page once hidden", async () => {
    await reveal();
    await button("Show PIN").click();
    await passCheck();
    await shown("pin").waitFor();
    expect(secretsIn(await pageText(page))).toEqual(["pan", "cvv2", "pin"]);
    await button("Hide details").click();
    await button("Hide PIN").click();
    await expect.poll(() => page.locator("[data-secret]").count()).toBe(0);

    expect(watched.network.some((entry) => entry.includes("/sensitive-card-data/details"))).toBe(true);
    expect(watched.network.some((entry) => entry.includes("/sensitive-card-data/pin"))).toBe(true);
    expect(secretsIn(watched.network.join("\n"))).toEqual([]);
    expect(secretsIn(watched.console.join("\n"))).toEqual([]);
    expect(world.log.some((line) => line.startsWith("cardData.details 200"))).toBe(true);
    expect(secretsIn(world.log.join("\n"))).toEqual([]);
    expect(secretsIn(await page.content())).toEqual([]);
    // The session, which no script can read.
    const cookies = [expect.objectContaining({ name: "session", httpOnly: true, sameSite: "Lax" })];
    expect(await storageOf(page)).toEqual({ cookies, local: 0, session: 0, databases: [], caches: [] });
  });

  it("and no token of Wise reaches the page", async () => {
    await reveal();
    // The page's own scripts have the words in them.
    const network = watched.network.filter((entry) => !entry.includes("/assets/"));
    const everything = [...network, ...watched.console, ...world.log, await page.content()];
    expect(everything.filter((text) => /canary|bearer|access_token/i.test(text))).toEqual([]);
    expect(everything.length).toBeGreaterThan(10);
  });
});

describe("the page", () => {
  it("runs under its policy without a word in the console", async () => {
    await reveal();
    const expected = /403 \(Forbidden\)/;
    expect(watched.console.filter((line) => !expected.test(line))).toEqual([]);
  });

  it("loads nothing from anywhere else", async () => {
    const origin = new URL(world.demo.url).origin;
    const others = watched.network.filter((entry) => !entry.includes(` ${origin}/`));
    expect(others).toEqual([]);
  });
});

/** Each text by itself, so that neighbours do not run together. */
function pageText(of: Page): Promise<string> {
  return of.evaluate(() =>
    [...document.querySelectorAll("[data-secret]")].map((element) => element.textContent).join("\n"),
  );
}

async function storageOf(of: Page) {
  const inPage = await of.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  return { cookies: await of.context().cookies(), ...inPage };
}
