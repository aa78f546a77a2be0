import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../../scripts/programs/launch-chromium.ts";
import { Issuer } from "./support/issuer.ts";
import { pageOf, type Site, startSite } from "./support/site.ts";

type Kit = typeof import("@wisekit/crypto") & typeof import("@wisekit/crypto/dom");

declare global {
  // What the test's page has at hand.
  interface Window {
    kit: Kit;
    host: HTMLElement;
    log: string[];
  }
}

const pan = "4396910000012345";
const shownPan = ["4396", "9100", "0001", "2345"];
const script = `
  import * as crypto from "/crypto/index.js";
  import * as dom from "/crypto/dom/index.js";
  window.kit = { ...crypto, ...dom };
  window.log = [];
  window.host = document.body.appendChild(document.createElement("div"));
`;

let site: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let devtools: CDPSession;

beforeAll(async () => {
  site = await startSite(new Issuer());
  site.pages.set("/dom", pageOf(script));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`${site.origin}/dom`);
  await page.waitForFunction(() => window.host !== undefined);
  devtools = await context.newCDPSession(page);
});

describe("showSecret()", () => {
  it("shows the groups of a card number where no script of the page finds them", async () => {
    await show({});
    expect(await visibleTexts()).toEqual(expect.arrayContaining(shownPan));
    const reachable = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      return [
        document.documentElement.outerHTML,
        getSelection()?.toString(),
        document.body.textContent,
        String(window.host.shadowRoot),
      ].join();
    });
    for (const group of shownPan) expect(reachable).not.toContain(group);
  });

  it("asks translators to leave the digits alone", async () => {
    await show({});
    const { root } = await devtools.send("DOM.getDocument", { depth: -1, pierce: true });
    expect(JSON.stringify(root)).toContain('"translate","no"');
  });

  it.each<[string, string, () => unknown]>([
    ["the window loses the focus", "blur", () => window.dispatchEvent(new Event("blur"))],
    ["the page is left", "navigation", () => window.dispatchEvent(new Event("pagehide"))],
    ["the page goes back", "navigation", () => window.dispatchEvent(new Event("popstate"))],
    ["the address changes by script", "navigation", () => history.pushState(null, "", "/elsewhere")],
    ["the address changes behind the hash", "navigation", () => location.assign("#elsewhere")],
    ["the caller says so", "caller", () => (window as never as { shown: { hide(): void } }).shown.hide()],
    [
      "the page goes out of sight",
      "page-hidden",
      () => {
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      },
    ],
  ])("hides and disposes when %s", async (_, by, cause) => {
    await show({});
    expect(await visibleTexts()).toEqual(expect.arrayContaining(shownPan));
    await page.evaluate(cause as () => void);
    await page.waitForFunction(() => window.log.length > 0);
    expect(await page.evaluate(() => window.log)).toEqual([by, "disposed"]);
    for (const group of shownPan) expect(await visibleTexts()).not.toContain(group);
  });

  it("hides when its time is over, and not before", async () => {
    await show({ hideAfterMs: 2_000 });
    expect(await page.evaluate(() => window.log)).toEqual([]);
    await page.waitForFunction(() => window.log.length > 0);
    expect(await page.evaluate(() => window.log)).toEqual(["timer", "disposed"]);
  });

  it("stays while the page comes into sight", async () => {
    await show({});
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    expect(await page.evaluate(() => window.log)).toEqual([]);
  });

  it("is never shown on a page that is out of sight", async () => {
    await page.evaluate(() => Object.defineProperty(document, "hidden", { value: true }));
    await show({});
    expect(await page.evaluate(() => window.log)).toEqual(["page-hidden", "disposed"]);
  });

  it("leaves the secret to its owner if told to, who can show it again in the same element", async () => {
    const states = await page.evaluate(() => {
      const secret = window.kit.createSecret("4396910000012345");
      const first = window.kit.showSecret(window.host, secret, { keepSecret: true });
      first.hide();
      const between = secret.disposed;
      const second = window.kit.showSecret(window.host, secret);
      return [first.hiddenBy, between, second.hiddenBy];
    });
    expect(states).toEqual(["caller", false, undefined]);
    expect(await visibleTexts()).toEqual(expect.arrayContaining(shownPan));
  });

  it("hides what the element showed before", async () => {
    const states = await page.evaluate(() => {
      const [one, two] = [window.kit.createSecret("4396910000012345"), window.kit.createSecret("987")];
      const first = window.kit.showSecret(window.host, one);
      const second = window.kit.showSecret(window.host, two);
      first.hide();
      return [first.hiddenBy, one.disposed, second.hiddenBy, two.disposed];
    });
    expect(states).toEqual(["caller", true, undefined, false]);
    expect(await visibleTexts()).toEqual(["987"]);
  });

  it("shows one secret twice: what hides first leaves it, what hides last disposes of it", async () => {
    const states = await page.evaluate(() => {
      const secret = window.kit.createSecret("4396910000012345");
      const elsewhere = document.body.appendChild(document.createElement("div"));
      const first = window.kit.showSecret(window.host, secret);
      const again = window.kit.showSecret(window.host, secret);
      const other = window.kit.showSecret(elsewhere, secret);
      const whileShown = [first.hiddenBy, again.hiddenBy, secret.disposed];
      other.hide();
      other.hide();
      return [...whileShown, secret.disposed, again.hiddenBy];
    });
    expect(states).toEqual(["caller", undefined, false, false, undefined]);
    expect(await visibleTexts()).toEqual(shownPan);
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    expect(await visibleTexts()).toEqual([]);
  });

  it("disposes of a secret that was shown twice when both are hidden", async () => {
    const disposed = await page.evaluate(() => {
      const secret = window.kit.createSecret("123");
      window.kit.showSecret(window.host, secret);
      window.kit.showSecret(window.host, secret).hide();
      return secret.disposed;
    });
    expect(disposed).toBe(true);
  });

  it.each(["2_147_483_648", "Number.MAX_SAFE_INTEGER", "Infinity"])(
    "does not hide at once when hideAfterMs is %s, which is more than a timer can count",
    async (hideAfterMs) => {
      await page.evaluate(`window.hideAfterMs = ${hideAfterMs}`);
      await page.evaluate(() => {
        const { hideAfterMs } = window as unknown as { hideAfterMs: number };
        const onHide = (by: string) => window.log.push(by);
        window.kit.showSecret(window.host, window.kit.createSecret("987"), { hideAfterMs, onHide });
      });
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => window.log)).toEqual([]);
      expect(await visibleTexts()).toEqual(["987"]);
    },
  );

  it.each<[string, () => void]>([
    ["an unknown option", () => window.kit.showSecret(window.host, window.kit.createSecret("123"), { ms: 1 } as never)],
    ["a time of nothing", () => window.kit.showSecret(window.host, window.kit.createSecret("123"), { hideAfterMs: 0 })],
    ["an element without shadow roots", () => window.kit.showSecret(new Image(), window.kit.createSecret("123"))],
  ])("throws a TypeError for %s", async (_, call) => {
    await expect(page.evaluate(call)).rejects.toThrow("TypeError: showSecret()");
  });

  it("throws for a secret that is gone", async () => {
    const name = await page.evaluate(() => {
      const secret = window.kit.createSecret("123");
      secret.dispose();
      try {
        window.kit.showSecret(window.host, secret);
        return undefined;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(name).toBe("SecretDisposedError");
  });
});

describe("copySecret()", () => {
  const read = () => page.evaluate(() => navigator.clipboard.readText());

  beforeEach(() => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  it("copies, and clears the clipboard after a time", async () => {
    await page.evaluate(async () => {
      const copied = await window.kit.copySecret(window.kit.createSecret("4396910000012345"), { clearAfterMs: 2_000 });
      copied.cleared.then(() => window.log.push("cleared"));
    });
    expect(await read()).toBe(pan);
    await page.waitForFunction(() => window.log.includes("cleared"));
    expect(await read()).toBe("");
  });

  it("clears at once if asked to", async () => {
    await page.evaluate(async () => {
      const copied = await window.kit.copySecret(window.kit.createSecret("4396910000012345"));
      copied.clear();
      await copied.cleared;
    });
    expect(await read()).toBe("");
  });

  it("leaves alone what the user has copied since", async () => {
    await page.evaluate(async () => {
      const copied = await window.kit.copySecret(window.kit.createSecret("4396910000012345"), { clearAfterMs: 200 });
      await navigator.clipboard.writeText("something else");
      document.dispatchEvent(new Event("copy"));
      await copied.cleared;
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    expect(await read()).toBe("something else");
  });

  it("gives a second secret its own time", async () => {
    const texts = await page.evaluate(async () => {
      const first = await window.kit.copySecret(window.kit.createSecret("987"), { clearAfterMs: 200 });
      const second = await window.kit.copySecret(window.kit.createSecret("8642"), { clearAfterMs: 3_000 });
      await first.cleared;
      await new Promise((resolve) => setTimeout(resolve, 300));
      const between = await navigator.clipboard.readText();
      await second.cleared;
      return [between, await navigator.clipboard.readText()];
    });
    expect(texts).toEqual(["8642", ""]);
  });

  it("clears at the next focus if it may not clear at once", async () => {
    const texts = await page.evaluate(async () => {
      const written: string[] = [];
      let mayWrite = true;
      const clipboard = {
        writeText: async (text: string) => {
          if (!mayWrite) throw new DOMException("Document is not focused.", "NotAllowedError");
          written.push(text);
        },
      };
      const copied = await window.kit.copySecret(window.kit.createSecret("123"), { clearAfterMs: 50, clipboard });
      mayWrite = false;
      await new Promise((resolve) => setTimeout(resolve, 200));
      mayWrite = true;
      window.dispatchEvent(new Event("focus"));
      await copied.cleared;
      return written;
    });
    expect(texts).toEqual(["123", ""]);
  });

  it("throws one clear error where the browser does not permit it", async () => {
    const session = await browser.newBrowserCDPSession();
    const { targetInfo } = await devtools.send("Target.getTargetInfo");
    await session.send("Browser.setPermission", {
      permission: { name: "clipboard-write", allowWithoutSanitization: false },
      setting: "denied",
      origin: site.origin,
      browserContextId: targetInfo.browserContextId,
    } as never);
    expect(await copyFailure()).toEqual({ name: "ClipboardError", code: "ERR_CLIPBOARD_NOT_PERMITTED", leaks: false });
  });

  it("throws the same error where there is no clipboard", async () => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    expect(await copyFailure()).toEqual({ name: "ClipboardError", code: "ERR_CLIPBOARD_NOT_PERMITTED", leaks: false });
  });

  function copyFailure(): Promise<unknown> {
    return page.evaluate(() =>
      window.kit.copySecret(window.kit.createSecret("4396910000012345")).then(
        () => undefined,
        (error: InstanceType<Kit["ClipboardError"]>) => ({
          name: error.name,
          code: error.code,
          leaks: `${error}${error.stack}${JSON.stringify(error)}${error.cause}`.includes("4396910000012345"),
        }),
      ),
    );
  }
});

async function show(options: { hideAfterMs?: number }): Promise<void> {
  await page.evaluate((given) => {
    const secret = window.kit.createSecret("4396910000012345");
    const onHide = (by: string) => window.log.push(by, secret.disposed ? "disposed" : "kept");
    Object.assign(window, { shown: window.kit.showSecret(window.host, secret, { ...given, onHide }) });
  }, options);
}

/** What a reader of the screen is told. */
async function visibleTexts(): Promise<string[]> {
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  return nodes.filter(({ role }) => role?.value === "StaticText").map(({ name }) => String(name?.value));
}
