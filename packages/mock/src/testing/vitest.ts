import { test as base, expect, type TestAPI } from "vitest";
import type { Mock, StartMockOptions } from "../start-mock.ts";
import { type ExpectedCall, toHaveKeptTheContract, toHaveReceived } from "./matchers.ts";
import { withMock } from "./with-mock.ts";

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
  mock: ({ mockOptions }, use) => withMock(mockOptions, use),
});

export type { ExpectedCall };

declare module "vitest" {
  // Declarations that merge must have the same parameters, those that nothing here uses included.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Whether the mock has received a call of an operation, by its SDK name. */
    toHaveReceived(operation: string, expected?: ExpectedCall): R;
    /** Whether every request to the mock and every response of it kept to the contract. */
    toHaveKeptTheContract(): R;
  }
}
