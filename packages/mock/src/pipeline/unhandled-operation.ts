import { emitWarning } from "node:process";
import type { Operation } from "../contract/operation.ts";

export const unhandledChoices = ["example", "warn", "error"] as const;
/** What happens to a call of an operation that has no handler. */
export type OnUnhandledOperation = (typeof unhandledChoices)[number];

/** Notes a call of an operation without a handler. @throws UnhandledOperation if there is to be no response */
export type NoteUnhandled = (operation: Operation) => void;

/** A call of an operation that has no handler, where that is an error. */
export class UnhandledOperation extends Error {
  override readonly name = "UnhandledOperation";
}

/** Makes the function that notes them. A warning is given once for each operation. */
export function createNoteUnhandled(onUnhandled: OnUnhandledOperation): NoteUnhandled {
  const noted = new Set<string>();
  return ({ name }) => {
    if (onUnhandled === "error") {
      throw new UnhandledOperation(`${name} has no handler, and onUnhandledOperation is "error"`);
    }
    if (onUnhandled === "example" || noted.has(name)) return;
    noted.add(name);
    const what = "its responses are examples of the contract, and nothing is remembered";
    emitWarning(`${name} has no handler: ${what}. onUnhandledOperation says what to do`, "WisekitMockWarning");
  };
}
