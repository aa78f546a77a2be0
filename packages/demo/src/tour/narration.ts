/** Something came back that the tour did not expect. */
export class TourSurprise extends Error {
  override readonly name = "TourSurprise";
}

/** What the tour prints. Values that it is given are printed as they are, so secrets must be masked before. */
export interface Narration {
  /** Starts a chapter. */
  chapter(title: string): void;
  /** What is asked: the call as one would write it. */
  asks(call: string, args?: object): void;
  /** What came back. */
  gets(text: string): void;
  /** How many calls have been asked. */
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

/** Ends the tour with a surprise unless it holds. */
export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new TourSurprise(otherwise);
}

/** The error that a call is expected to throw; anything else, success too, is a surprise. */
export async function expectRefusal<Refusal>(
  call: Promise<unknown>,
  isExpected: (error: unknown) => error is Refusal,
  what: string,
): Promise<Refusal> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  expectThat(outcome !== undefined, `${what} was not refused`);
  if (!isExpected(outcome.error)) throw new TourSurprise(`${what} was refused otherwise`, { cause: outcome.error });
  return outcome.error;
}

/** `{ profileId: 123456, status: "FROZEN" }` */
function argumentText(args: object): string {
  const fields = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(", ")} }`;
}
