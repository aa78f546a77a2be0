import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeApiReports } from "../../checks/api-report.ts";
import { judge, type Report } from "../harness/report.ts";
import type { Sizes } from "./sizes.ts";

/** How long the client's API report is, and whether it says anything twice. */
export async function apiReportLines({ small, large }: Sizes): Promise<Report> {
  await writeApiReports(large);
  const report = (root: string): Promise<string> => readFile(join(root, "packages/client/etc/client.api.md"), "utf8");
  const few = await report(small);
  const many = await report(large);
  return {
    title: "API report of the client",
    method: "Lines of the committed report, and of the same report of 240 operations; types printed more than once.",
    columns: ["what", "23 operations", "240 operations"],
    rows: [
      ["lines", lines(few), lines(many)],
      ["types printed twice", twice(few).length, twice(many).length],
    ],
    verdicts: [
      judge("the report has at most 2,500 lines", lines(many), { atMost: 2500 }),
      judge("no type is printed twice", twice(many).length, { atMost: 0 }),
    ],
  };
}

function lines(text: string): number {
  return text.split("\n").length;
}

/** Names of types that are declared more than once. */
function twice(text: string): string[] {
  const names = [...text.matchAll(/^(?:export )?(?:declare )?(?:interface|type|class) (\w+)/gm)].map(
    ([, name = ""]) => name,
  );
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
