/**
 * Whether 16 digits and points follow each other somewhere in a text: an integer beyond 2^53 that a number may turn into
 * another one has so many. With fewer digits and an exponent, a number is what is written, as far as numbers reach.
 */
export function hasManyDigits(text: string): boolean {
  // 16 in a row cover one of every 16th characters. So look at these, and at those before them while they are such.
  for (let last = 15, at = 0; last < text.length; last = at + 16) {
    for (at = last; isDigitOrPoint(text.charCodeAt(at)); at -= 1) {
      if (last - at === 15) return true;
    }
  }
  return false;
}

/** From 46, the point, to 57, the nine. The slash between them does no harm. */
function isDigitOrPoint(code: number): boolean {
  return code >= 46 && code <= 57;
}
