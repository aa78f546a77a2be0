/** A bar and whether it holds. */
export interface Verdict {
  /** The claim, with its number: "wisekit at least 0.88 of fetch". */
  claim: string;
  /** What was measured, in the claim's unit. */
  measured: string;
  /** `within noise`: missed by less than the control row differs from the baseline that it is a copy of. */
  outcome: "holds" | "within noise" | "misses";
}

/** One table of results. */
export interface Report {
  title: string;
  /** How it was measured and how to read it, in a sentence or two. */
  method: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  verdicts?: readonly Verdict[];
}

/** One benchmark: `scripts/bench/<name>.ts` exports it as `bench`. */
export interface Bench {
  /** What is compared with whom, in a few words. */
  title: string;
  /** Its reports, all at the end or each when it is done. */
  run(): Promise<readonly Report[]> | AsyncIterable<Report>;
}

/** A claim about a number, judged. `noise` is the distance that chance alone explains; it defaults to none. */
export function judge(
  claim: string,
  measured: number,
  bar: { atLeast: number } | { atMost: number },
  noise = 0,
): Verdict {
  const missedBy = "atLeast" in bar ? bar.atLeast - measured : measured - bar.atMost;
  const outcome = missedBy <= 0 ? "holds" : missedBy <= noise ? "within noise" : "misses";
  return { claim, measured: formatNumber(measured), outcome };
}

/** A report as Markdown. */
export function renderReport(report: Report): string {
  const table = [report.columns, report.columns.map(() => "---"), ...report.rows]
    .map((row) => `| ${row.map((cell) => (typeof cell === "number" ? formatNumber(cell) : cell)).join(" | ")} |`)
    .join("\n");
  const verdicts = (report.verdicts ?? []).map(
    ({ claim, measured, outcome }) => `- ${outcome.toUpperCase()}: ${claim} (measured ${measured})`,
  );
  const parts = [`## ${report.title}`, report.method, table, verdicts.join("\n")];
  return parts.filter(Boolean).join("\n\n");
}

function formatNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en-GB");
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
