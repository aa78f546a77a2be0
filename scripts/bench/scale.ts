import { ROOT } from "../checks/command.ts";
import type { Bench, Report } from "./harness/report.ts";
import { additions } from "./scale/additions.ts";
import { apiReportLines } from "./scale/api-report-lines.ts";
import { calls } from "./scale/calls.ts";
import { buildLargeCopy } from "./scale/large-copy.ts";
import { mockBySize } from "./scale/mock-by-size.ts";
import { readOperationList } from "./scale/operation-list.ts";
import { type Sizes, sizes } from "./scale/sizes.ts";
import { startUp } from "./scale/start-up.ts";
import { typesAndGenerate } from "./scale/types-and-generate.ts";

type Part = (sizes: Sizes) => Report | Report[] | Promise<Report | Report[]>;

const parts: readonly Part[] = [sizes, startUp, calls, typesAndGenerate, mockBySize, apiReportLines, additions];

/** What everything costs with ten times the operations. */
export const bench: Bench = {
  title: "scale: 23 operations beside 240, in every package",
  async *run() {
    const copy = await buildLargeCopy();
    try {
      const added = (await readOperationList()).operations.length;
      for (const part of parts) yield* [await part({ small: ROOT, large: copy.root, added })].flat();
    } finally {
      await copy.remove();
    }
  },
};
