// Handlers of other operations than the mock's own are no part of the package's surface, so the core comes from its source.
import type { LocalMock } from "@wisekit/mock";
import type { AnyHandler } from "../../src/handlers/run-handler.ts";
import { createMockApi } from "../../src/mock.ts";
import { createMockCore } from "../../src/mock-core.ts";
import type { MockOptions } from "../../src/mock-options.ts";

/** A mock of a contract with the same handler for each of its operations. */
export function handledMock(contract: object, handler: AnyHandler, options: MockOptions = {}): LocalMock {
  const { paths } = contract as { paths: Record<string, Record<string, Record<string, string>>> };
  const names = Object.values(paths)
    .flatMap((item) => Object.values(item))
    .map((operation) => operation["x-sdk-name"] ?? "");
  return createMockApi(
    createMockCore({ ...options, contract }, Object.fromEntries(names.map((name) => [name, handler]))),
  );
}
