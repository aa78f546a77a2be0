/**
 * Checks that options are an object with known names only.
 *
 * @throws TypeError with the unknown name and the known ones.
 */
export function assertOptions(options: object, known: readonly string[], where: string): void {
  if (typeof options !== "object" || options === null) throw new TypeError(`${where}: options must be an object`);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new TypeError(`${where}: unknown option ${JSON.stringify(name)}; options are ${known.join(", ")}`);
    }
  }
}

/**
 * Checks that an option is a duration in milliseconds that is not over at once.
 *
 * @throws TypeError with the option's name.
 */
export function assertDuration(value: number, name: string, where: string): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new TypeError(`${where}: ${name} must be a finite number > 0`);
  }
}
