import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRevealPage } from "@wisekit/crypto/frame-page";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../../scripts/programs/launch-chromium.ts";
import { Issuer } from "./support/issuer.ts";
import { card, pageOf, type Site, startSite } from "./support/site.ts";

type FrameKit = typeof import("@wisekit/crypto/frame");

declare global {
  interface Window {
    frameKit: FrameKit;
    frame: Awaited<ReturnType<FrameKit["createRevealFrame"]>>;
    seen: unknown[];
    hidden: string[];
  }
}

const issuer = new Issuer();
const script = `
  import * as frameKit from "/crypto/frame/index.js";
  window.frameKit = frameKit;
  window.seen = [];
  window.hidden = [];
  window.addEventListener("message", (event) => window.seen.push(event.data));
`;

let app: Site;
let vault: Site;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [app, vault] = [await startSite(issuer, "127.0.0.1"), await startSite(issuer, "localhost")];
  app.pages.set("/app", pageOf(script));
  const body = await readFile(new URL(import.meta.resolve("@wisekit/crypto/frame-page-script")), "utf8");
  for (const site of [app, vault])
    site.pages.set("/reveal.js", { body, headers: { "content-type": "text/javascript" } });
  servePage("/reveal", { parentOrigin: app.origin });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([app?.close(), vault?.close()]);
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(`${app.origin}/app`);
  await page.waitForFunction(() => window.frameKit !== undefined);
});

afterEach(() => page.close());

describe("the isolated frame", () => {
  it("shows card details that never pass through the page around it", async () => {
    const frame = await openFrame();
    await revealDetails();
    expect(await texts(frame)).toEqual([
      "Card number",
      "Expires",
      card.details.expiryDate,
      "Security code",
      "Name",
      card.details.cardholderName,
    ]);
    const ax = await visibleTexts();
    expect(ax).toEqual(expect.arrayContaining(["4396", "9100", "0001", "2345", card.details.cvv2]));
    const aroundIt = await page.evaluate(() => JSON.stringify(window.seen) + document.documentElement.outerHTML);
    expect(aroundIt).toContain("done");
    for (const secret of [card.details.pan, "4396 9100", card.details.cvv2]) expect(aroundIt).not.toContain(secret);
  });

  it("shows a PIN, with labels of the page's language", async () => {
    const frame = await openFrame();
    await page.evaluate(async () => {
      const request = await window.frame.seal(await (await fetch("/key")).json(), { keyWrap: "RSA-OAEP-256" });
      const response = await fetch("/pin", { method: "POST", body: JSON.stringify(request) });
      await window.frame.show(await response.text(), { labels: { pin: "Código" }, copyLabel: "Copiar" });
    });
    expect(await texts(frame)).toEqual(["Código"]);
    expect(await frame.locator("button").textContent()).toBe("Copiar");
    expect(await visibleTexts()).toContain(card.pin.pin);
  });

  it("copies from its own button, and has the page clear the clipboard, which outlives it", async () => {
    const frame = await openFrame("/reveal", { clearAfterMs: 4_000 });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await revealDetails();
    await frame.locator("button").first().click();
    await page.waitForFunction(() => window.seen.some((news) => (news as { type?: string }).type === "copied"));
    await page.locator("body").click({ position: { x: 1, y: 1 } });
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await read()).toBe(card.details.pan);
    await page.evaluate(() => window.frame.close());
    await expect.poll(read, { timeout: 30_000 }).toBe("");
  });

  it("hides when told, when its time is over, and says so", async () => {
    const frame = await openFrame();
    await revealDetails();
    await page.evaluate(() => window.frame.hide());
    await page.waitForFunction(() => window.hidden.length === 1);
    expect(await texts(frame)).toEqual([]);
    await revealDetails(200);
    await page.waitForFunction(() => window.hidden.length === 2);
    expect(await page.evaluate(() => window.hidden)).toEqual(["caller", "timer"]);
    expect(await texts(frame)).toEqual([]);
  });

  it("shows nothing if hide() is called while show() is under way, and then says that it is hidden", async () => {
    const frame = await openFrame();
    await slowDown(frame, 200);
    const order = await page.evaluate(async () => {
      const request = await window.frame.seal(await (await fetch("/key")).json());
      const response = await (await fetch("/details", { method: "POST", body: JSON.stringify(request) })).text();
      const showing = window.frame.show(response);
      window.frame.hide();
      await showing;
      window.hidden.push("show() has resolved");
      await new Promise((resolve) => setTimeout(resolve, 500));
      return window.hidden;
    });
    expect(order).toEqual(["show() has resolved", "caller"]);
    expect(await texts(frame)).toEqual([]);
    expect(await visibleTexts()).not.toContain("4396");
  });

  it("leaves out a field that is null", async () => {
    const frame = await openFrame();
    await page.evaluate(async () => {
      const request = await window.frame.seal(await (await fetch("/key")).json());
      const response = await fetch("/details-without-name", { method: "POST", body: JSON.stringify(request) });
      await window.frame.show(await response.text());
    });
    expect(await texts(frame)).toEqual(["Card number", "Expires", card.details.expiryDate, "Security code"]);
  });

  it("seals a request that carries its key and nothing else, and opens its response", async () => {
    const frame = await openFrame();
    const encryptedPayload = await page.evaluate(async () => {
      const request = await window.frame.seal(await (await fetch("/key")).json(), { request: "key-only" });
      const response = await fetch("/pin", { method: "POST", body: JSON.stringify(request) });
      await window.frame.show(await response.text());
      return request.encryptedPayload;
    });
    expect(encryptedPayload).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\.\.$/);
    expect(await texts(frame)).toEqual(["PIN"]);
  });

  it("lets a command fail that the frame does not respond to in time, and shows nothing later", async () => {
    const frame = await openFrame("/reveal", { commandTimeoutMs: 500 });
    await page.evaluate(async () => {
      const request = await window.frame.seal(await (await fetch("/key")).json());
      const response = await fetch("/details", { method: "POST", body: JSON.stringify(request) });
      Object.assign(window, { response: await response.text() });
    });
    await slowDown(frame, 1_500);
    const failure = await page.evaluate(() =>
      window.frame
        .show((window as unknown as { response: string }).response)
        .catch((error) => `${error.name} ${error.code} ${error.message}`),
    );
    expect(failure).toBe("RevealFrameError ERR_REVEAL_FRAME The reveal frame did not respond in time");
    await page.waitForTimeout(2_000);
    expect(await texts(frame)).toEqual([]);
  });

  it("lets a command fail when the frame has been loaded again and knows nothing of it", async () => {
    const frame = await openFrame("/reveal", { commandTimeoutMs: 1_000 });
    await frame.evaluate(() => {
      window.addEventListener("message", (event) => event.stopImmediatePropagation(), { capture: true });
      location.reload();
    });
    const failure = await page.evaluate(async () =>
      window.frame.show("a.b.c.d.e").catch((error) => `${error.name} ${error.code}`),
    );
    expect(failure).toBe("RevealFrameError ERR_REVEAL_FRAME");
  });

  it("says of a response that comes before any request that seal() must be called first", async () => {
    await openFrame();
    const failure = await page.evaluate(() => window.frame.show("a.b.c.d.e").catch((error) => `${error}`));
    expect(failure).toBe("RevealFrameError: The reveal frame failed: there is no session; call seal() first");
  });

  it("is isolated by its headers and its sandbox", async () => {
    const { headers } = createRevealPage({ parentOrigin: app.origin });
    expect(headers["Content-Security-Policy"]).toContain(`default-src 'none'; script-src 'self'`);
    expect(headers["Content-Security-Policy"]).toContain(`frame-ancestors ${app.origin}`);
    const frame = await openFrame();
    const outcomes = await frame.evaluate(async () => {
      const tries: [string, () => unknown][] = [
        ["connects", () => fetch("/key")],
        [
          "writes markup",
          () => {
            document.body.innerHTML = "<b>";
          },
        ],
        ["reads the page around it", () => window.parent.document.title],
        [
          "moves the page around it",
          () => {
            (window.top as Window).location.href = "about:blank";
          },
        ],
      ];
      const done: string[] = [];
      for (const [name, attempt] of tries) {
        try {
          await attempt();
          done.push(name);
        } catch {}
      }
      return done;
    });
    expect(outcomes).toEqual([]);
  });

  it("opens no plain JSON, for that has passed through the page", async () => {
    await openFrame();
    const code = await page.evaluate(async () => {
      const request = await window.frame.seal(await (await fetch("/key")).json());
      const response = await fetch("/details-as-json", { method: "POST", body: JSON.stringify(request) });
      return window.frame
        .show(await response.text())
        .catch((error) => `${error.name} ${error.code} ${error.reason}: ${error.message}`);
    });
    expect(code).toBe(
      "CardDataRefusedError ERR_CARD_DATA_REFUSED plain-json: The card data was refused: the response is plain JSON, and this session opens only a JWE",
    );
  });

  it("obeys nobody who does not know the nonce, or is not the page around it", async () => {
    const frame = await openFrame();
    const before = await page.evaluate(() => window.seen.length);
    const key = issuer.encryptionKey;
    await page.evaluate((encryptionKey) => {
      const command = { wisekit: "reveal-frame-1", command: 9, type: "seal", key: encryptionKey, options: {} };
      const target = document.querySelector("iframe")?.contentWindow;
      target?.postMessage({ ...command, nonce: crypto.randomUUID() }, "*");
      target?.postMessage(command, "*");
      target?.postMessage("seal", "*");
      target?.postMessage(null, "*");
    }, key);
    // The frame itself knows the nonce, but is not the page around it.
    await frame.evaluate((encryptionKey) => {
      const nonce = location.hash.slice(1);
      window.postMessage(
        { wisekit: "reveal-frame-1", command: 9, type: "seal", key: encryptionKey, options: {}, nonce },
        "*",
      );
    }, key);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.seen.length)).toBe(before);
  });

  it("is not believed when somebody else speaks in its name", async () => {
    await openFrame();
    await page.evaluate(async () => {
      const nonce = new URL(document.querySelector("iframe")?.src ?? "").hash.slice(1);
      window.postMessage({ wisekit: "reveal-frame-1", nonce, command: 0, type: "hidden", by: "timer" }, "*");
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await page.evaluate(() => window.hidden)).toEqual([]);
  });

  it("seals for no key but the pinned one", async () => {
    servePage("/pinned", {
      parentOrigin: app.origin,
      pinnedKeySha256: createHash("sha256").update("another key").digest("hex"),
    });
    await openFrame("/pinned");
    const code = await page.evaluate(async () =>
      window.frame.seal(await (await fetch("/key")).json()).catch((error) => `${error.name} ${error.code}`),
    );
    expect(code).toBe("CardDataError ERR_KEY_REFUSED");

    servePage("/well-pinned", {
      parentOrigin: app.origin,
      pinnedKeySha256: createHash("sha256").update(issuer.spki).digest("hex"),
    });
    await openFrame("/well-pinned");
    await expect(revealDetails()).resolves.toBeUndefined();
  });

  it("does not work inside a page that it was not made for", async () => {
    servePage("/for-another", { parentOrigin: "https://another.example" });
    const failure = openFrame("/for-another", { readyTimeoutMs: 1_000 });
    await expect(failure).rejects.toThrow("RevealFrameError: The reveal frame did not load in time");
    expect(await page.locator("iframe").count()).toBe(0);
  });

  it("refuses every command after it was closed", async () => {
    await openFrame();
    const names = await page.evaluate(async () => {
      const key = await (await fetch("/key")).json();
      const sealing = window.frame.seal(key).catch((error) => error.name);
      window.frame.close();
      return [
        await sealing,
        await window.frame.seal(key).catch((error) => error.name),
        document.querySelectorAll("iframe").length,
      ];
    });
    expect(names).toEqual(["RevealFrameError", "RevealFrameError", 0]);
  });

  it.each(["readyTimeoutMs", "commandTimeoutMs", "clearAfterMs"])("refuses a %s of 0", async (option) => {
    const opening = page.evaluate(
      ([src, name = ""]) =>
        window.frameKit.createRevealFrame({ src: src ?? "", container: document.body, [name]: 0 }).then(() => "opened"),
      [`${vault.origin}/reveal`, option],
    );
    await expect(opening).rejects.toThrow(`TypeError: createRevealFrame(): ${option} must be a number > 0`);
  });

  it("says on a page over plain http that it needs https or localhost", async () => {
    const failure = await page.evaluate((src) => {
      // What a browser gives to a page over plain http.
      Object.defineProperty(crypto, "subtle", { value: undefined });
      Object.defineProperty(crypto, "randomUUID", { value: undefined });
      return window.frameKit
        .createRevealFrame({ src, container: document.body })
        .catch((error) => `${error.code} ${error.message}`);
    }, `${vault.origin}/reveal`);
    expect(failure).toBe("ERR_WEB_CRYPTO_MISSING There is no Web Crypto; it needs https or localhost");
  });

  it("must come from another origin", async () => {
    const name = await page.evaluate(() =>
      window.frameKit.createRevealFrame({ src: "/reveal", container: document.body }).catch((error) => error.name),
    );
    expect(name).toBe("TypeError");
  });
});

function servePage(path: string, options: Parameters<typeof createRevealPage>[0]): void {
  const { html, headers } = createRevealPage(options);
  vault.pages.set(path, { body: html, headers });
}

async function openFrame(
  path = "/reveal",
  options: { readyTimeoutMs?: number; commandTimeoutMs?: number; clearAfterMs?: number } = {},
): Promise<Frame> {
  const src = vault.origin + path;
  await page.evaluate(
    async (given) => {
      const onHide = (by: string) => void window.hidden.push(by);
      window.frame = await window.frameKit.createRevealFrame({ container: document.body, onHide, ...given });
    },
    { src, readyTimeoutMs: 20_000, ...options },
  );
  return page.frames().find((frame) => frame.url().startsWith(src)) as Frame;
}

/** Makes every decryption in a frame take this long. */
async function slowDown(frame: Frame, delayMs: number): Promise<void> {
  await frame.evaluate((delay) => {
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    crypto.subtle.decrypt = async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      return decrypt(...given);
    };
  }, delayMs);
}

async function revealDetails(hideAfterMs = 30_000): Promise<void> {
  await page.evaluate(async (duration) => {
    const request = await window.frame.seal(await (await fetch("/key")).json());
    const response = await fetch("/details", { method: "POST", body: JSON.stringify(request) });
    const text = await response.text();
    await window.frame.show({ "~unseal": () => text }, { hideAfterMs: duration });
  }, hideAfterMs);
}

function texts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll("dt, dd")].map((element) => element.firstChild?.nodeValue ?? "").filter(Boolean),
  );
}

/** What a reader of the screen is told, in the frame too. */
async function visibleTexts(): Promise<string[]> {
  const devtools = await page
    .context()
    .newCDPSession(page.frames().at(-1) as Frame)
    .catch(() => page.context().newCDPSession(page));
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  return nodes.filter(({ role }) => role?.value === "StaticText").map(({ name }) => String(name?.value));
}
