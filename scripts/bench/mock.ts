import type { Bench } from "./harness/report.ts";
import { againstPrism } from "./mock/against-prism.ts";
import { againstSize } from "./mock/against-size.ts";
import { writeInputs } from "./mock/inputs.ts";

export const bench: Bench = {
  title: "the mock against Prism, and against itself by size",
  run: async () => {
    const inputs = await writeInputs();
    return [await againstPrism(inputs), await againstSize(inputs)];
  },
};
