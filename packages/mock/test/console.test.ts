import { mkdir, writeFile } from "node:fs/promises";
import { type Mock, startMock } from "@wisekit/mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../../scripts/programs/launch-chromium.ts";
import { call, cardPath, cardToken, over } from "./support/mock-caller.ts";

let mock: Mock;
let browser: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  mock = await startMock({ clock: () => Date.parse("2026-11-20T10:15:30Z") });
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await mock.stop();
});

it("the console shows cards and calls, simulates, and lets calls go wrong", { timeout: 120_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("requestfailed", (request) => problems.push(request.url()));
  page.on("request", (request) => {
    if (!request.url().startsWith(mock.url) && !request.url().startsWith("data:")) problems.push(request.url());
  });
  await page.goto(`${mock.url}/__mock`);
  await page.getByText("John Smith").click();
  await page.getByRole("button", { name: "Purchase" }).click();
  await page.getByText('{"approved":true}').waitFor();
  expect(mock.state.cards.get(cardToken)?.permissions.POS_CONTACTLESS).toEqual({ isEnabled: true, isLocked: false });

  await page.getByRole("combobox", { name: "Operation" }).selectOption("cards.get");
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("cell", { name: '"operation":"cards.get"' }).waitFor();
  expect((await call(over(mock), cardPath)).status).toBe(429);
  await call(over(mock), `${cardPath}/status`, { method: "PUT", json: { status: "MELTED" } });
  await page.getByText("body.status must be one of").waitFor();
  await page.getByLabel("strong customer authentication").check();
  await expect.poll(() => mock.snapshot().settings.sca).toBe(true);
  await page.getByText("body.status must be one of").waitFor();

  await mkdir(new URL("../../../.artifacts/", import.meta.url), { recursive: true });
  await writeFile(new URL("../../../.artifacts/mock-console.png", import.meta.url), await page.screenshot());
  await page.setViewportSize({ width: 360, height: 800 });
  const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  expect(overflow).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
});
