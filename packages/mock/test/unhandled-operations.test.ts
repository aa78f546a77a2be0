import { createMock, type MockOptions } from "@wisekit/mock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readArguments } from "../src/cli/arguments.ts";
import { responseKinds } from "./support/kinds-contract.ts";
import { call, cardPath } from "./support/mock-caller.ts";
import { prismKinds } from "./support/rules-contract.ts";

const headers = { authorization: "Bearer any" };
const warnings: string[] = [];
const note = (warning: Error) => {
  if (warning.name === "WisekitMockWarning") warnings.push(warning.message);
};
beforeEach(() => {
  warnings.length = 0;
  process.on("warning", note);
});
afterEach(() => process.off("warning", note));

/** The status of each call, once the warnings have been given. */
async function statuses(options: MockOptions, paths: string[], more: Record<string, string> = {}): Promise<number[]> {
  const mock = createMock(options);
  const seen: number[] = [];
  for (const path of paths) seen.push((await mock.fetch(path, { headers: { ...headers, ...more } })).status);
  await new Promise((resolve) => setImmediate(resolve));
  return seen;
}

describe("an operation without a handler", () => {
  it("gets an example, with a warning, once for each operation", async () => {
    expect(await statuses({ contract: responseKinds }, ["/array", "/array", "/map", "/array"])).toEqual([
      200, 200, 200, 200,
    ]);
    expect(warnings).toEqual([
      "responses.array has no handler: its responses are examples of the contract, and nothing is remembered. onUnhandledOperation says what to do",
      "responses.map has no handler: its responses are examples of the contract, and nothing is remembered. onUnhandledOperation says what to do",
    ]);
  });

  it("is warned of where a whole Prism responds, too", async () => {
    await statuses({ contract: prismKinds }, ["/deep"]);
    expect(warnings).toEqual([expect.stringMatching(/^prism\.deep has no handler/)]);
  });

  it('gets one silently with "example", and where the caller prefers an example', async () => {
    await statuses({ contract: responseKinds, onUnhandledOperation: "example" }, ["/array"]);
    await statuses({ contract: responseKinds }, ["/array"], { prefer: "code=200" });
    expect(warnings).toEqual([]);
  });

  it.each([
    ["our own validators read", responseKinds, "/array", "responses.array"],
    ["a whole Prism reads", prismKinds, "/deep", "prism.deep"],
  ])('gets 500 with "error", and a finding, if %s it', async (_, contract, path, name) => {
    const mock = createMock({ contract, onUnhandledOperation: "error" });
    const response = await mock.fetch(path, { headers });
    expect([response.status, await response.json()]).toEqual([
      500,
      expect.objectContaining({
        message: `The mock failed: ${name} has no handler, and onUnhandledOperation is "error"`,
      }),
    ]);
    expect(mock.deviations.list()).toMatchObject([{ operation: name, side: "response" }]);
  });

  it("is none of those that the mock has a handler for", async () => {
    const mock = createMock({ onUnhandledOperation: "error" });
    expect((await call(mock, cardPath)).status).toBe(200);
  });

  it("is dealt with as the command line says", () => {
    expect(readArguments([]).onUnhandled).toBe("warn");
    expect([readArguments(["-q"]).onUnhandled, readArguments(["--log", "quiet"]).onUnhandled]).toEqual([
      "example",
      "example",
    ]);
    expect(readArguments(["--on-unhandled", "error"]).onUnhandled).toBe("error");
    expect(() => readArguments(["--on-unhandled", "ignore"])).toThrow(
      "--on-unhandled must be one of example, warn, error",
    );
  });

  it("is not dealt with in an unknown way", () => {
    expect(() => createMock({ onUnhandledOperation: "ignore" as never })).toThrow(
      'createMock(): onUnhandledOperation must be "example", "warn" or "error"',
    );
  });
});
