import { join } from "node:path";
import { copyContract } from "../../test/contract-copy.ts";
import { addSix, handWrittenLines } from "../../test/six-additions.ts";
import { judge, type Report } from "../harness/report.ts";

/** How much has to be written by hand for six more operations. That they work is `scripts/test/six-additions.test.ts`. */
export async function additions(): Promise<Report> {
  const copy = await copyContract();
  try {
    await addSix(join(copy.root, "spec"));
    await copy.generate();
    await copy.build();
    const lines = await handWrittenLines(copy.root);
    return {
      title: "Six additions",
      method: "A GET, a paged GET, a keyed POST, a file upload, a PDF and a webhook, added to the contract of a copy.",
      columns: ["what", "lines"],
      rows: [["written by hand in the packages", lines]],
      verdicts: [judge("nothing is written by hand", lines, { atMost: 0 })],
    };
  } finally {
    await copy.remove();
  }
}
