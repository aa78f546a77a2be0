const dotSegment = /^(?:\.|%(?:25)*2e){1,2}$/i;

/**
 * Puts values into the pieces of a path template. Each value stays within its segment: missing and empty ones, `.` and
 * `..` and their percent-encoded forms are refused with a `TypeError`, everything else is encoded.
 */
export function buildPath(pieces: readonly string[], values: Readonly<Record<string, unknown>> | undefined): string {
  return pieces.reduce((path, piece, index) => path + (index % 2 ? segment(piece, values?.[piece]) : piece), "");
}

function segment(name: string, value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || !value || dotSegment.test(value)) {
    throw new TypeError(`the path cannot hold this ${name}`);
  }
  return encode(name, value);
}

/** Percent-encodes a value; one that is not well-formed Unicode is a `TypeError`. */
export function encode(name: string, value: unknown): string {
  const text = String(value);
  try {
    return encodeURIComponent(text);
  } catch {
    throw new TypeError(`${name} is not well-formed Unicode`);
  }
}
