/** How much of a limit is used in the window that ends at `endsAt`. */
export interface WindowUsage {
  amount: number;
  /** ISO 8601, or an empty string before the first use. */
  endsAt: string;
}

/** Nothing used yet. */
export function emptyUsage(): WindowUsage {
  return { amount: 0, endsAt: "" };
}

/** What is used now: nothing, once the window has ended. */
export function usedNow(usage: WindowUsage, nowMs: number): number {
  return usage.endsAt !== "" && Date.parse(usage.endsAt) > nowMs ? usage.amount : 0;
}

/** Adds to what is used, in the window that ends at `endsAt`. Amounts are kept to a hundredth. */
export function addUsage(usage: WindowUsage, amount: number, nowMs: number, endsAt: string): void {
  usage.amount = roundAmount(usedNow(usage, nowMs) + amount);
  usage.endsAt = endsAt;
}

/** Rounds an amount of money to a hundredth. */
export function roundAmount(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** The next midnight in a time zone. */
export function endOfDay(nowMs: number, timeZone: string): string {
  const { year, month, day } = localDate(nowMs, timeZone);
  return localMidnight(year, month, day + 1, timeZone);
}

/** Midnight of the first day of the next month in a time zone. */
export function endOfMonth(nowMs: number, timeZone: string): string {
  const { year, month } = localDate(nowMs, timeZone);
  return localMidnight(year, month + 1, 1, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = "2-digit";
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
      second: digits,
    });
    formats.set(timeZone, format);
  }
  return format;
}

function localDate(
  timeMs: number,
  timeZone: string,
): Record<"year" | "month" | "day" | "hour" | "minute" | "second", number> {
  const result = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatFor(timeZone).formatToParts(timeMs)) {
    if (type in result) result[type as keyof typeof result] = Number(value);
  }
  return result;
}

/** The instant at which the clocks of the zone show midnight of that day; days and months may overflow. */
function localMidnight(year: number, month: number, day: number, timeZone: string): string {
  const wanted = Date.UTC(year, month - 1, day);
  let instant = wanted;
  for (let round = 0; round < 2; round++) {
    const shown = localDate(instant, timeZone);
    const shownMs = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
    instant += wanted - shownMs;
  }
  return new Date(instant).toISOString();
}
