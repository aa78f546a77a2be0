/**
 * Checks that an options object names nothing but what is known.
 *
 * @throws TypeError with the unknown name.
 */
export function assertOptions(options: object, known: readonly string[], where: string): void {
  if (typeof options !== "object" || options === null) throw new TypeError(`${where}: options must be an object`);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${where}: unknown option ${JSON.stringify(name)}`);
  }
}

/**
 * Checks that a duration is a positive number of milliseconds.
 *
 * @throws TypeError with the option's name.
 */
export function assertDuration(value: number, name: string, where: string): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new TypeError(`${where}: ${name} must be a positive number of milliseconds`);
  }
}
