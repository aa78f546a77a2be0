import { join } from "node:path";
import { runCommand } from "../../checks/command.ts";
import { type ContractCopy, copyContract } from "../../test/contract-copy.ts";
import { addListedOperations } from "./scale-contract.ts";

/** A copy of contract and packages with the listed operations in it, 240 then, generated and built. */
export async function buildLargeCopy(): Promise<ContractCopy> {
  const copy = await copyContract();
  try {
    // The API reports ask git which packages there are.
    await runCommand("git", ["init", "--quiet"], { cwd: copy.root });
    await addListedOperations(join(copy.root, "spec"));
    await copy.generate();
    await copy.build();
    return copy;
  } catch (error) {
    await copy.remove();
    throw error;
  }
}
