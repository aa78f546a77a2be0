// `pnpm generate` writes every generated file; `pnpm generate --check` fails when one of them is stale.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readContractModel } from "./contract-model.ts";
import { ContractStopError } from "./contract-stop.ts";
import { emitAll } from "./outputs.ts";
import { staleFiles, writeFiles } from "./written-files.ts";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    root: { type: "string", default: join(import.meta.dirname, "../..") },
  },
});

try {
  const outputs = await emitAll(await readContractModel(join(values.root, "spec/openapi.yaml")));
  if (values.check) report(staleFiles(values.root, outputs));
  else {
    const written = writeFiles(values.root, outputs);
    console.log(written.length === 0 ? "Generated files are up to date." : `Wrote ${written.join(", ")}`);
  }
} catch (error) {
  if (!(error instanceof ContractStopError)) throw error;
  console.error(`The contract cannot be generated from:\n${error.message}`);
  process.exitCode = 1;
}

function report(stale: readonly string[]): void {
  if (stale.length > 0) {
    console.error(`Stale: ${stale.join(", ")}\nRun: pnpm generate`);
    process.exitCode = 1;
  } else console.log("Generated files are up to date.");
}
