/**
 * The port that an environment variable sets, or `fallback` if it is not set.
 *
 * @throws RangeError if its value is no port.
 */
export function portOf(variable: string, fallback: number): number {
  const text = process.env[variable];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new RangeError(`${variable} must be an integer from 0 to 65535, not ${JSON.stringify(text)}`);
}
