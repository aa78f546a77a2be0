import fc from "fast-check";
import { it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { checkAll, mock, start, steps } from "./support/model-steps.ts";

it("behaves as the model does, whatever is done to it in whatever order", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(steps, { minLength: 10, maxLength: 40, size: "max" }),
      fc.boolean(),
      async (sequence, sca) => {
        const model = start();
        model.sca = sca;
        mock.configure({ sca });
        for (const { run } of sequence) await run(model);
        await checkAll(model);
      },
    ),
    { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
  );
});
