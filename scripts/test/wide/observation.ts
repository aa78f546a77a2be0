import { expect } from "vitest";
import type { Usage } from "./consumer-text.ts";

/** What came of one way of using an operation; `fixtures/wide-consumer/observe.ts` writes it. */
export interface Observation {
  readonly value?: unknown;
  readonly error?: string;
  readonly calls: readonly {
    readonly operation?: string;
    readonly status: number;
    readonly violations: readonly string[];
  }[];
  readonly requests: readonly {
    readonly line: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }[];
}

/** The operation gave a value, the mock saw a call of it, and nothing broke the contract either way. */
export function expectSuccess(observed: Readonly<Record<string, Observation>>, { title, operation }: Usage): void {
  const { error, calls } = observed[title] ?? { error: "was not tried", calls: [] };
  const own = calls.filter((call) => call.operation === operation);
  expect({ title, error, violations: calls.flatMap(({ violations }) => violations) }).toEqual({
    title,
    violations: [],
  });
  expect(own).not.toEqual([]);
  expect(own.filter(({ status }) => status >= 400)).toEqual([]);
}
