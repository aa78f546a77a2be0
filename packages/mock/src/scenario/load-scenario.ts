import { readFile } from "node:fs/promises";
import { MockError } from "../mock-error.ts";
import { findScenario, type Scenario } from "./scenario.ts";

/**
 * The scenario of a name, or the one in a JSON file if the name ends with `.json`.
 * @throws MockError `ERR_MOCK_SCENARIO_UNKNOWN`, or `ERR_MOCK_SCENARIO_INVALID` for a file that cannot be used
 */
export async function loadScenario(name: string): Promise<Scenario> {
  if (!name.endsWith(".json")) return findScenario(name);
  try {
    return JSON.parse(await readFile(name, "utf8")) as Scenario;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MockError("ERR_MOCK_SCENARIO_INVALID", `The scenario ${name} cannot be read: ${reason}`, { cause });
  }
}
