/**
 * The port that an environment variable names.
 *
 * @throws RangeError if it names none.
 */
export function portOf(variable: string, fallback: number): number {
  const text = process.env[variable];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new RangeError(`${variable} must be a port, from 0 to 65535. It is ${JSON.stringify(text)}.`);
}
