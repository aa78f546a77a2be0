import { copyContract } from "../../test/contract-copy.ts";
import { addDocumentedOperations, handWrittenLines } from "../../test/documented-additions.ts";
import { judge, type Report } from "../harness/report.ts";

/** How much has to be written by hand for six more operations. That they work is `scripts/test/documented-additions.test.ts`. */
export async function additions(): Promise<Report> {
  const copy = await copyContract();
  try {
    await addDocumentedOperations(copy.root);
    await copy.generate();
    await copy.build();
    const lines = await handWrittenLines(copy.root);
    return {
      title: "Six additions",
      method:
        "The GET, paged GET, keyed POST, file upload, PDF and webhook of CONTRIBUTING, added to the contract of a copy.",
      columns: ["what", "lines"],
      rows: [["written by hand in the packages", lines]],
      verdicts: [judge("nothing is written by hand", lines, { atMost: 0 })],
    };
  } finally {
    await copy.remove();
  }
}
