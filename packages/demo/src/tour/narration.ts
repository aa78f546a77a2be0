/** A response that the tour did not expect. */
export class TourSurprise extends Error {
  override readonly name = "TourSurprise";
}

/** What the tour prints. Values are printed as they are given, so the caller masks secrets. */
export interface Narration {
  /** Starts a chapter. */
  chapter(title: string): void;
  /** Prints a call as one would write it. */
  asks(call: string, args?: object): void;
  /** Prints what came back. */
  gets(text: string): void;
  /** How many calls were made. */
  readonly calls: number;
}

/** Prints chapter by chapter. `write` gets one line at a time. */
export function createNarration(write: (line: string) => void): Narration {
  let chapters = 0;
  let calls = 0;
  return {
    chapter: (title) => {
      chapters += 1;
      write("");
      write(`${chapters}. ${title}`);
    },
    asks: (call, args) => {
      calls += 1;
      write(`   → wise.${call}(${args === undefined ? "" : argumentText(args)})`);
    },
    gets: (text) => write(`   ← ${text}`),
    get calls() {
      return calls;
    },
  };
}

/** @throws TourSurprise unless the condition holds. */
export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new TourSurprise(otherwise);
}

/**
 * The error that a call is expected to throw.
 *
 * @throws TourSurprise for any other outcome, success included.
 */
export async function expectError<Expected>(
  call: Promise<unknown>,
  isExpected: (error: unknown) => error is Expected,
  what: string,
): Promise<Expected> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  expectThat(outcome !== undefined, `${what} did not fail`);
  if (!isExpected(outcome.error)) throw new TourSurprise(`${what} failed with another error`, { cause: outcome.error });
  return outcome.error;
}

/** `{ profileId: 123456, status: "FROZEN" }` */
function argumentText(args: object): string {
  const fields = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(", ")} }`;
}
