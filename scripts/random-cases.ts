/** How many cases each random proof tries. `RANDOM_CASES=5000 pnpm test` tries that many. */
export const RANDOM_CASES: number = numberFrom("RANDOM_CASES", 50);

/** What random proofs start from, so that a run can be repeated. `RANDOM_SEED=2 pnpm test` tries other cases. */
export const RANDOM_SEED: number = numberFrom("RANDOM_SEED", 1);

function numberFrom(variable: string, fallback: number): number {
  const number = Number(process.env[variable] ?? fallback);
  if (!Number.isSafeInteger(number) || number < 1) throw new TypeError(`${variable} must be an integer >= 1`);
  return number;
}
