/** Refuses options that there are not. @throws TypeError with the name of the first one, and those that there are. */
export function checkOptions(what: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${what} has no option "${name}". There are: ${known.join(", ")}.`);
  }
}
