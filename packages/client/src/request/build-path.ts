const dotSegment = /^(?:\.|%(?:25)*2e){1,2}$/i;

/**
 * Puts values into a path, given in pieces: text and names, in turn. Each value stays within its segment: a missing or
 * empty one, `.` and `..` and their percent-encoded forms are a `TypeError`, and everything else is encoded.
 */
export function buildPath(
  where: string,
  pieces: readonly string[],
  values: Readonly<Record<string, unknown>> | undefined,
): string {
  return pieces.reduce((path, piece, index) => {
    const isName = index % 2 === 1;
    return path + (isName ? encodeSegment(where, piece, values?.[piece]) : piece);
  }, "");
}

function encodeSegment(where: string, name: string, value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value === "" || dotSegment.test(value)) {
    throw new TypeError(`${where}: ${name} must be a non-empty string other than "." and ".."`);
  }
  return encode(where, name, value);
}

/** Percent-encodes a value. One that is not well-formed Unicode is a `TypeError`. */
export function encode(where: string, name: string, value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw new TypeError(`${where}: ${name} must be well-formed Unicode`);
  }
}
