import { startMock } from "@wisekit/mock";
import { expect, it } from "vitest";
import { runCommand } from "../checks/command.ts";

it("the first call of the README lists the cards of the default scenario and freezes one", async () => {
  await using mock = await startMock();
  const { code, output } = await runCommand("node", ["scripts/examples/first-call.ts"], {
    env: { WISE_URL: mock.url },
  });
  expect(output).toContain("6320 ACTIVE\n");
  expect(output.trimEnd().endsWith("6320 is now FROZEN")).toBe(true);
  expect(code).toBe(0);
});
