const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const hyphen = 0x2d;
const colon = 0x3a;
const minutesOfDay = 1440;

/**
 * Whether a text is a date and time with a zone (RFC 3339 section 5.6), by ajv's rules: the zone may lack its minutes or
 * their colon. Unlike there, the hour and the minute of a leap second must exist. It is the format checked most, so it
 * looks at each character once and makes nothing.
 */
export function isDateTime(text: string): boolean {
  return isDate(text) && isTimeMark(text.charAt(10)) && isTime(text);
}

function isDate(text: string): boolean {
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (year < 0 || day < 1 || day > (daysOfMonth[month - 1] ?? 0)) return false;
  return month !== 2 || day !== 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

function isTimeMark(mark: string): boolean {
  return mark === "T" || mark === "t" || mark.trim() === "";
}

function isTime(text: string): boolean {
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return false;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  const offset = zoneOffset(text, endOfFraction(text));
  if (offset === undefined || second < 60) return offset !== undefined;
  // A leap second is the last of a day in UTC.
  return (hour * 60 + minute - offset + minutesOfDay) % minutesOfDay === minutesOfDay - 1;
}

/** Where the fraction of a second ends, or would begin. */
function endOfFraction(text: string): number {
  if (text.charAt(19) !== ".") return 19;
  let end = 20;
  while (digit(text, end) >= 0) end++;
  return end === 20 ? 19 : end;
}

/** By how many minutes the zone at the end of a text is ahead of UTC; undefined if there is none, or more than a zone. */
function zoneOffset(text: string, start: number): number | undefined {
  const sign = text.charAt(start);
  if (sign === "Z" || sign === "z") return text.length === start + 1 ? 0 : undefined;
  if (sign !== "+" && sign !== "-") return undefined;
  const hours = twoDigits(text, start + 1);
  const minutesStart = text.charCodeAt(start + 3) === colon ? start + 4 : start + 3;
  const minutes = text.length === start + 3 ? 0 : twoDigits(text, minutesStart);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined;
  if (text.length > start + 3 && text.length !== minutesStart + 2) return undefined;
  return (sign === "+" ? 1 : -1) * (hours * 60 + minutes);
}

/** The number that two characters are. It is negative if one of them is no digit. */
function twoDigits(text: string, start: number): number {
  return digit(text, start) * 10 + digit(text, start + 1);
}

/** The digit at a place, or so small a number that none of its neighbours makes up for it. */
function digit(text: string, index: number): number {
  const value = text.charCodeAt(index) - 0x30;
  // Past the end of the text it is NaN.
  return value >= 0 && value <= 9 ? value : -10_000;
}
