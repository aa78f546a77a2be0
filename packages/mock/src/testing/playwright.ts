import type { Mock, StartMockOptions } from "../start-mock.ts";
import { withMock } from "./with-mock.ts";

/** The matchers, for `expect.extend`. */
export { type ExpectedCall, type MatcherResult, toHaveKeptTheContract, toHaveReceived } from "./matchers.ts";

/** What a test gets. */
export interface MockFixtures {
  /** How to start the mock; set it with `test.use`. */
  mockOptions: StartMockOptions;
  /** A mock of the test's own, stopped when the test ends. */
  mock: Mock;
}

/** Fixtures for Playwright Test: `base.extend<MockFixtures>(mockFixtures)`. This module needs nothing of Playwright. */
export const mockFixtures: {
  mockOptions: [StartMockOptions, { option: true }];
  mock: (fixtures: Pick<MockFixtures, "mockOptions">, use: (mock: Mock) => Promise<void>) => Promise<void>;
} = {
  mockOptions: [{}, { option: true }],
  // Playwright reads the names of the fixtures that this needs from the pattern.
  mock: ({ mockOptions }, use) => withMock(mockOptions, use),
};
