import { mockFixtures, toHaveKeptTheContract, toHaveReceived } from "@wisekit/mock/playwright";

// In a Playwright project: export const test = base.extend<MockFixtures>(fixtures) and expect.extend(matchers).
export const fixtures = mockFixtures;
export const matchers = { toHaveReceived, toHaveKeptTheContract };
