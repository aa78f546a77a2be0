import type { Contender } from "./contender.ts";

/** A contender after as many calls as it takes until more of them make it no faster, as on a server that has been up for a minute. */
export function warm<Input>(contender: Contender<Input>): Contender<Input> {
  return async (input: Input) => {
    const task = await contender(input);
    const lane = async (): Promise<void> => {
      for (let call = 0; call < 640; call += 1) await task.once();
    };
    await Promise.all(Array.from({ length: 32 }, lane));
    return task;
  };
}
