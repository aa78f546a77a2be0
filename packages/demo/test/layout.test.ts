import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoWorld, startDemoWorld } from "./support/demo-world.ts";
import { tokens } from "./support/scenario.ts";

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Brings the page into each state that has a layout of its own. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: (page) => page.locator("[data-card]").nth(9).waitFor(),
  empty: async (page) => {
    await page.getByLabel("Profile").selectOption("Empty Inc");
    await page.getByText("There are no cards").waitFor();
  },
  card: openCard,
  "security check": async (page) => {
    await openCard(page);
    await page.getByRole("button", { name: "Show details" }).click();
    await page.getByRole("button", { name: "Text message" }).click();
    await page.getByLabel(/Enter the 6 digits/).waitFor();
  },
  "card shown": async (page) => {
    await views["security check"]?.(page);
    await page.getByLabel(/Enter the 6 digits/).fill("111111");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.locator("[data-secret=pan]").waitFor();
  },
  "limit dialog": async (page) => {
    await openCard(page);
    await page.getByRole("button", { name: "Change limit: Each month" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "long name": async (page) => {
    await page.locator(`[data-card="${tokens.inactive}"]`).click();
    await page.getByRole("button", { name: "Activate" }).waitFor();
  },
  "suspended card": async (page) => {
    await page.locator(`[data-card="${tokens.suspended}"]`).click();
    await page.getByText("This card cannot be used at the moment").waitFor();
  },
};

async function openCard(page: Page): Promise<void> {
  await page.locator(`[data-card="${tokens.active}"]`).click();
  await page.getByRole("button", { name: "Change limit: Each month" }).waitFor();
  await page.getByRole("switch", { name: "Mobile wallets" }).waitFor();
}

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  it.each(Object.keys(views))("%s fits its window, wide or narrow, and axe finds no violation", async (name) => {
    const { page } = await world.open({ colorScheme, viewport: wide, reducedMotion: "reduce" });
    await views[name]?.(page);
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      expect(await widthsOf(page)).toEqual({ page: viewport.width, window: viewport.width, scrolling: [] });
      expect(await cutTexts(page)).toEqual([]);
      expect(await tooSmallControls(page)).toEqual([]);
      expect(await violationsOf(page)).toEqual([]);
    }
    await page.context().close();
  });
});

it("list and card stand side by side in a wide window and one after the other in a narrow one", async () => {
  const { page } = await world.open({ viewport: wide });
  await openCard(page);
  const seen = async () => [
    await page.getByRole("heading", { name: "Your cards" }).isVisible(),
    await page.getByRole("heading", { name: "John Smith" }).isVisible(),
  ];
  expect(await seen()).toEqual([true, true]);
  await page.setViewportSize(narrow);
  expect(await seen()).toEqual([false, true]);
  await page.getByRole("link", { name: "All cards" }).click();
  await expect.poll(seen).toEqual([true, false]);
  await page.context().close();
});

function widthsOf(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const boxes = [...document.querySelectorAll("dialog, .pane-list")];
    const scrolling = boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className);
    return { page: scrollWidth, window: clientWidth, scrolling };
  });
}

/** Texts that are wider or, where the rest is hidden, higher than their place, apart from those that are for screen readers only. */
function cutTexts(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *:not(.visually-hidden)")]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
      .filter((element) => {
        const { clientWidth, scrollWidth, clientHeight, scrollHeight } = element;
        const isHidden = getComputedStyle(element).overflowY === "hidden";
        return clientWidth > 0 && (scrollWidth > clientWidth || (isHidden && scrollHeight > clientHeight));
      })
      .map((element) => element.textContent),
  );
}

/** Controls of less than 32 px, which is hard to hit with a finger. */
function tooSmallControls(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, a[href], select, input")]
      .map((control) => ({ text: control.textContent, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 32 || box.width < 32))
      .map(({ text }) => text),
  );
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
}
