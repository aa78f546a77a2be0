/** What stands in the place of what is not shown. */
export const mask = "[redacted]";

/** 13 to 19 digits, in one run or in groups. A part of a longer number or of a UUID is neither. */
const run = /(?<![0-9])[0-9]{13,19}(?![0-9])/g;
const groups = /(?<![0-9a-z][ +-]?)[0-9](?:(?:[ +-]|%20)?[0-9]){12,18}(?![ +-]?[0-9a-z])/gi;

/** A text without numbers that could be those of cards (ISO/IEC 7812-1). */
export function maskCardNumbers(text: string): string {
  const maskOne = (found: string) => (passesLuhn(found.replaceAll("%20", "").replace(/[^0-9]/g, "")) ? mask : found);
  return text.replace(run, maskOne).replace(groups, maskOne);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, double = false; index >= 0; index--, double = !double) {
    const digit = Number(digits.charAt(index)) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
