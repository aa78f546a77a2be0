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
 * Checks that an option is a duration in milliseconds that is not over at once. `Infinity` is one that is never over.
 *
 * @throws TypeError with the option's name.
 */
export function assertDuration(value: number, name: string, where: string): void {
  if (typeof value !== "number" || !(value > 0)) throw new TypeError(`${where}: ${name} must be a number > 0`);
}

/**
 * Checks that an option is one of the values that it may have.
 *
 * @throws TypeError with the option's name and the values.
 */
export function assertOneOf(value: unknown, values: readonly unknown[], name: string, where: string): void {
  if (values.includes(value)) return;
  throw new TypeError(`${where}: ${name} must be ${values.map((one) => JSON.stringify(one)).join(" or ")}`);
}

/**
 * Checks that an option is a function.
 *
 * @throws TypeError with the option's name.
 */
export function assertFunction(value: unknown, name: string, where: string): void {
  if (typeof value !== "function") throw new TypeError(`${where}: ${name} must be a function`);
}
