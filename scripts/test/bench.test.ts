import { expect, it } from "vitest";
import { judge, renderReport } from "../bench/harness/report.ts";
import { type Measurement, measure, measureResults, median } from "../bench/measure.ts";

const MEASUREMENT: Measurement = {
  title: "Work",
  module: new URL("./fixtures/bench-contenders.ts", import.meta.url),
  baseline: "base",
  others: ["sleeper"],
  input: { sleepMs: 50 },
  blocks: 1,
  rounds: 2,
  roundMs: 15,
};

it("a contender that takes longer is told from the baseline and from its control", async () => {
  const [base, control, sleeper] = await measureResults(MEASUREMENT);
  expect(base?.speed).toBe(1);
  expect(control?.name).toBe("base (control)");
  expect(sleeper?.speed).toBeLessThan(0.5);
  expect(sleeper?.wallUs).toBeGreaterThan(49_000);
});

it("a report of a measurement has a row for each contender and a verdict for each bar", async () => {
  const bars = [
    { contender: "sleeper", speedAtLeast: 0 },
    { contender: "sleeper", speedAtLeast: 1000 },
    { contender: "sleeper", speedAtLeast: 1, ofThatOf: "sleeper" },
  ];
  const report = await measure({ ...MEASUREMENT, bars });
  expect(report.rows.map(([name]) => name)).toEqual(["base", "base (control)", "sleeper"]);
  expect(report.verdicts?.map(({ outcome }) => outcome)).toEqual(["holds", "misses", "holds"]);
});

it("a contender that cannot be prepared fails the measurement", async () => {
  await expect(measureResults({ ...MEASUREMENT, others: ["broken"] })).rejects.toThrow("cannot be prepared");
  await expect(measureResults({ ...MEASUREMENT, others: ["missing"] })).rejects.toThrow('no contender "missing"');
});

it("a contender that fails in a round fails the measurement", async () => {
  await expect(measureResults({ ...MEASUREMENT, others: ["failing"] })).rejects.toThrow("fails at work");
});

it("a bar that names no contender is a mistake, not a pass", async () => {
  const bars = [{ contender: "nobody", speedAtLeast: 0 }];
  await expect(measure({ ...MEASUREMENT, bars })).rejects.toThrow(TypeError);
});

it("the median of an even count is the mean of the middle two, and nothing has none", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
  expect(() => median([])).toThrow(RangeError);
});

it("a bar holds at its number, and a miss inside the noise is told from a miss", () => {
  expect(judge("x", 0.9, { atLeast: 0.9 }).outcome).toBe("holds");
  expect(judge("x", 0.89, { atLeast: 0.9 }, 0.02).outcome).toBe("within noise");
  expect(judge("x", 0.85, { atLeast: 0.9 }, 0.02).outcome).toBe("misses");
  expect(judge("x", 301, { atMost: 300 }).outcome).toBe("misses");
});

it("a report is a Markdown table with its verdicts below", () => {
  const verdicts = [judge("small", 1200, { atMost: 300 })];
  const text = renderReport({
    title: "Size",
    method: "esbuild.",
    columns: ["entry", "bytes"],
    rows: [["all", 1200]],
    verdicts,
  });
  expect(text).toBe(
    "## Size\n\nesbuild.\n\n| entry | bytes |\n| --- | --- |\n| all | 1,200 |\n\n- MISSES: small (measured 1,200)",
  );
});
