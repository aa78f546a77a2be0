import { test as base, expect, type TestAPI } from "vitest";
import type { Mock, StartMockOptions } from "../start-mock.ts";
import { lendMock } from "./lend-mock.ts";
import { type ExpectedCall, toHaveKeptTheContract, toHaveReceived } from "./matchers.ts";

/** What a test gets. */
export interface MockFixtures {
  /** How to start the mock; set it with `test.override`. */
  mockOptions: StartMockOptions;
  /** A mock of the test's own, stopped when the test ends. */
  mock: Mock;
}

expect.extend({ toHaveReceived, toHaveKeptTheContract });

/** Vitest's `test` with a mock for each test that asks for one. */
export const test: TestAPI<MockFixtures> = base.extend<MockFixtures>({
  mockOptions: {},
  mock: ({ mockOptions }, use) => lendMock(mockOptions, use),
});

export type { ExpectedCall };

declare module "vitest" {
  // Declarations that merge must have the same parameters, those that nothing here uses included.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Whether the mock has answered an operation, by its SDK name. */
    toHaveReceived(operation: string, expected?: ExpectedCall): R;
    /** Whether every request and answer of the mock kept to the contract. */
    toHaveKeptTheContract(): R;
  }
}
