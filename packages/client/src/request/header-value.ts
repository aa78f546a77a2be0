/** The value, or a `TypeError` if no header can carry it. The message names the argument, never its value. */
export function headerValue(where: string, name: string, value: unknown): string {
  if (typeof value === "string" && value !== "" && !/[^\t\x20-\x7e\x80-\xff]/.test(value)) return value;
  throw new TypeError(`${where}: ${name} must be a non-empty string of characters that a header can carry`);
}

/** Headers under lower-case names, so that none is sent twice. A name or value that cannot travel is a `TypeError`. */
export function normalizeHeaders(where: string, headers: Readonly<Record<string, string>>): Record<string, string> {
  const normalized: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new TypeError(`${where}: "${name}" is not the name of a header`);
    normalized[name.toLowerCase()] = headerValue(where, name, value);
  }
  return normalized;
}
