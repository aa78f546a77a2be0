import { createClient } from "@wisekit/client";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DemoWorld, startDemoWorld } from "./support/demo-world.ts";
import { tokens } from "./support/scenario.ts";

let world: DemoWorld;
let page: Page;
beforeAll(async () => {
  world = await startDemoWorld();
});
beforeEach(async () => {
  ({ page } = await world.open());
});
afterEach(() => page.context().close());
afterAll(() => world[Symbol.asyncDispose]());

const profileId = 123456;
const wise = () => createClient({ baseUrl: world.mock.url, auth: "test" });
const button = (name: string | RegExp) => page.getByRole("button", { name });
const panel = (name: string) => page.getByRole("region", { name });

async function openCard(token: string): Promise<void> {
  await page.locator(`[data-card="${token}"]`).click();
  await page.waitForURL(`**/#/profiles/${profileId}/cards/${token}`);
}

describe("the list", () => {
  it("shows the cards of a page with their status, and the next page when asked", async () => {
    const items = page.locator("[data-card]");
    await expect.poll(() => items.count()).toBe(10);
    expect(await items.nth(0).textContent()).toBe("John Smith•• ending in 8264 · VirtualActive");
    expect(await page.getByText("10 of 12").isVisible()).toBe(true);
    await button("Show more cards").click();
    await expect.poll(() => items.count()).toBe(12);
    expect(await button("Show more cards").count()).toBe(0);
  });

  it("does not tell a card holder that the partner has suspended a card", async () => {
    await openCard(tokens.suspended);
    await page.getByText("This card cannot be used at the moment").waitFor();
    expect(await page.locator(`[data-card="${tokens.suspended}"]`).textContent()).toContain("Unavailable");
    expect(await page.content()).not.toMatch(/suspend/i);
    expect(await button("Freeze").count()).toBe(0);
  });

  it("changes with the profile, and says so when there is no card", async () => {
    await page.getByLabel("Profile").selectOption("Beta GmbH");
    await page.getByRole("heading", { name: "Greta Vogel" }).waitFor();
    expect(await page.locator("[data-card]").count()).toBe(1);
    await page.getByLabel("Profile").selectOption("Empty Inc");
    await page.getByText("There are no cards in this profile yet.").waitFor();
  });
});

describe("one card", () => {
  it("is frozen at once, and unfrozen", async () => {
    await openCard(tokens.active);
    await button("Freeze").click();
    await button("Unfreeze").waitFor();
    await page.getByText("The card is frozen.").waitFor();
    const frozen = await wise().cards.get({ profileId, cardToken: tokens.active });
    expect(frozen.status.value).toBe("FROZEN");
    expect(await page.locator(`[data-card="${tokens.active}"]`).textContent()).toContain("Frozen");
    await button("Unfreeze").click();
    await page.getByText("The card can be used again.").waitFor();
    expect((await wise().cards.get({ profileId, cardToken: tokens.active })).status.value).toBe("ACTIVE");
  });

  it("that is not activated can be activated, and shows no card data before", async () => {
    await openCard(tokens.inactive);
    expect(await button("Show details").count()).toBe(0);
    await button("Activate").click();
    await page.getByText("The card is active.").waitFor();
    await button("Show details").waitFor();
  });

  it("changes a permission, and leaves a locked one alone and says why", async () => {
    await openCard(tokens.active);
    const cash = page.getByRole("switch", { name: "Cash machines" });
    expect(await cash.getAttribute("aria-checked")).toBe("false");
    await cash.click();
    await page.getByText("Cash machines turned on.").waitFor();
    expect(await cash.getAttribute("aria-checked")).toBe("true");
    const { permissions } = await wise().permissions.list({ profileId, cardToken: tokens.active });
    expect(permissions.find(({ type }) => type === "ATM_WITHDRAWAL")?.isEnabled).toBe(true);

    const contactless = page.getByRole("switch", { name: "Contactless" });
    expect(await contactless.getAttribute("aria-disabled")).toBe("true");
    await contactless.click({ force: true });
    expect(await contactless.getAttribute("aria-checked")).toBe("false");
    const row = panel("What this card can be used for").getByRole("listitem").filter({ hasText: "Contactless" });
    expect(await row.textContent()).toContain("Locked until the first purchase with chip and PIN");
  });

  it("takes back what was shown too early, and says what went wrong", async () => {
    await openCard(tokens.active);
    const conflict = { errors: [{ code: "card.status.transition.not.allowed", message: "", arguments: [] }] };
    await page.route("**/status", (route) => route.fulfill({ status: 409, json: conflict }));
    await page.route("**/spending-permissions", (route) =>
      route.request().method() === "PATCH" ? route.fulfill({ status: 403, json: { status: 403 } }) : route.continue(),
    );
    await button("Freeze").click();
    await page.getByText("The card has changed in the meantime").waitFor();
    await button("Freeze").waitFor();
    const online = page.getByRole("switch", { name: "Online payments" });
    await online.click();
    await page.getByText("You are not allowed to do this right now.").waitFor();
    expect(await online.getAttribute("aria-checked")).toBe("true");
  });

  it("gets a limit, another one, none above the profile's, and loses it again", async () => {
    await openCard(tokens.active);
    const daily = page.locator("[data-limit=DAILY]");
    await daily.getByText("No limit").waitFor();
    await button("Set limit: Each day").click();
    await page.getByText("The profile allows up to £10,000.00.").waitFor();
    const amount = page.getByLabel(/Most to spend/);
    await amount.fill("lots");
    await button("Save limit").click();
    await page.getByText("Enter an amount such as").waitFor();
    await amount.fill("20000");
    await button("Save limit").click();
    await page.getByText("This is more than the profile allows.").waitFor();
    await amount.fill("250.50");
    await button("Save limit").click();
    await daily.getByText("£0.00 of £250.50 used").waitFor();
    await button("Remove limit: Each day").click();
    await daily.getByText("No limit").waitFor();
    const { spendings } = await wise().spendingLimits.list({ profileId, cardToken: tokens.active });
    expect(spendings.flatMap(({ limits }) => limits).map(({ type }) => type)).toEqual(["MONTHLY"]);
  });

  it("lets its PIN be entered again", async () => {
    await openCard(tokens.active);
    await button("Reset PIN tries").click();
    await page.getByText("The PIN can be entered again.").waitFor();
  });

  it("is blocked only after it was asked twice", async () => {
    await openCard(tokens.toBlock);
    await button("Block card").click();
    await button("Keep the card").click();
    await button("Block card").click();
    await button("Continue").click();
    await page.getByLabel(/last four digits/).fill("0000");
    await button("Block for good").click();
    await page.getByText("These are not the last four digits").waitFor();
    expect((await wise().cards.get({ profileId, cardToken: tokens.toBlock })).status.value).toBe("ACTIVE");
    await page.getByLabel(/last four digits/).fill("2002");
    await button("Block for good").click();
    await page.getByText("This card is blocked for good").waitFor();
    expect((await wise().cards.get({ profileId, cardToken: tokens.toBlock })).status.value).toBe("BLOCKED");
    expect(await button("Block card").count()).toBe(0);
    expect(await page.getByRole("switch").count()).toBe(0);
  });

  it("that cannot be loaded says so, and is there after another try", async () => {
    await page.route(`**/cards/${tokens.active}`, (route) => route.abort());
    await page.goto(`${world.demo.url}/#/profiles/${profileId}/cards/${tokens.active}`);
    await page.reload();
    await page.getByText("We could not reach the server.").waitFor();
    await page.unroute(`**/cards/${tokens.active}`);
    await button("Try again").click();
    await page.getByRole("heading", { name: "John Smith" }).waitFor();
  });
});

describe("the keyboard", () => {
  it("opens a card, whose name then has the focus", async () => {
    const item = page.locator(`[data-card="${tokens.active}"]`);
    await item.waitFor();
    await item.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("John Smith");
  });

  it("stays in a dialog, leaves it by Escape, and is back where it was", async () => {
    await openCard(tokens.active);
    await button("Block card").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press("Tab");
      const isInside = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body || focused?.closest("dialog") !== null;
      });
      expect(isInside).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Block card");
  });

  it("turns a permission off and on", async () => {
    await openCard(tokens.active);
    const online = page.getByRole("switch", { name: "Online payments" });
    await online.focus();
    await page.keyboard.press("Space");
    await page.getByText("Online payments turned off.").waitFor();
    await page.keyboard.press("Space");
    await page.getByText("Online payments turned on.").waitFor();
  });
});

describe("a user whose connection to Wise has ended", () => {
  it("is told so, goes through Wise's page, and comes back to the cards", async () => {
    const faults = ["cards.list", "cards.list", "cards.list"].flatMap((operation) => [
      world.mock.faults.next(operation, { status: 401 }),
      world.mock.faults.next(operation, { status: 401 }),
    ]);
    expect(faults).toHaveLength(6);
    await page.reload();
    await page.getByText("Your connection to Wise has ended.").first().waitFor();
    await page.getByRole("link", { name: "Connect to Wise" }).first().click();
    await expect.poll(() => page.locator("[data-card]").count()).toBe(10);
    expect(new URL(page.url()).pathname).toBe("/");
  });
});
