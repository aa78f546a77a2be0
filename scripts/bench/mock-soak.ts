import { type Bench, judge, type Report } from "./harness/report.ts";
import { soak } from "./mock/soak.ts";

/** Ten minutes, unless `SOAK_SECONDS` says otherwise. */
const seconds = Number(process.env.SOAK_SECONDS ?? 600);

export const bench: Bench = {
  title: "the mock under full load with faults, for ten minutes",
  run: async (): Promise<Report[]> => {
    const { samples, responses, filesBefore, filesAfter } = await soak(seconds);
    const settled = samples.slice(Math.floor(samples.length / 4));
    const firstHalf = settled.slice(0, Math.floor(settled.length / 2));
    const secondHalf = settled.slice(Math.floor(settled.length / 2));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return [
      {
        title: "Soak",
        method:
          `autocannon, 16 connections, list, one and put in turns for ${seconds} s, while calls are rejected, delayed, cut ` +
          "off and reset. Memory is sampled after each turn; the first quarter is warm-up.",
        columns: ["responses", "MB after warm-up", "MB at the end", "most MB", "open files before", "after"],
        rows: [
          [
            responses,
            Math.round(mean(firstHalf)),
            Math.round(mean(secondHalf)),
            Math.round(Math.max(...samples)),
            filesBefore,
            filesAfter,
          ],
        ],
        verdicts: [
          judge("memory of the second half, times that of the first", mean(secondHalf) / mean(firstHalf), {
            atMost: 1.05,
          }),
          judge("open files after, less those before", filesAfter - filesBefore, { atMost: 2 }),
        ],
      },
    ];
  },
};
