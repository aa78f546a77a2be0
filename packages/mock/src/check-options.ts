/** Checks the names of options. @throws TypeError with the first unknown one, and the known ones */
export function checkOptions(where: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new TypeError(`${where}: unknown option "${name}"; options are ${known.join(", ")}`);
    }
  }
}
