/** Arguments of a call, by their names. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What the contract says of pages of every style. Paths such as `["meta", "total"]` lead into the response. */
interface PageFacts {
  /** Where the items are. Absent: the response is the array. */
  readonly items?: readonly string[];
  /** The argument for the size of a page, and the largest size. */
  readonly size?: string;
  readonly maximumSize?: number;
}

interface PageNumberFacts extends PageFacts {
  readonly page: string;
  readonly first: 0 | 1;
  readonly total?: readonly string[];
}

interface OffsetFacts extends PageFacts {
  readonly offset: string;
  readonly total?: readonly string[];
}

interface CursorFacts extends PageFacts {
  readonly cursor: string;
  readonly next: readonly string[];
}

interface LastIdFacts extends PageFacts {
  readonly cursor: string;
  readonly id: readonly string[];
}

interface DateWindowFacts extends PageFacts {
  readonly from: string;
  readonly to: string;
  readonly maximumDays: number;
  readonly boundary: "inclusive" | "exclusive";
  readonly format: "date" | "date-time";
}

/** How the pages of an operation follow each other. The style is a function, so that an app ships the styles that it uses. */
export type PageData =
  | (PageNumberFacts & { readonly style: typeof pageNumberSteps })
  | (OffsetFacts & { readonly style: typeof offsetSteps })
  | (CursorFacts & { readonly style: typeof cursorSteps })
  | (LastIdFacts & { readonly style: typeof lastIdSteps })
  | (DateWindowFacts & { readonly style: typeof dateWindowSteps });

/** Where a walk through pages stands. Plain JSON that does not grow with the pages, so that a cache can hold it. */
export interface PagePosition {
  /** The number, offset, cursor or first moment of the page. Absent: it is the first one. */
  readonly at?: unknown;
  /** How many items have come before it. */
  readonly seen?: number;
  /** How the page before it began. */
  readonly previous?: string;
  /** A cursor that must not come again. */
  readonly remembered?: RememberedCursor;
}

interface RememberedCursor {
  readonly cursor: unknown;
  readonly pagesSince: number;
  /** After how many pages the newest cursor takes its place. */
  readonly span: number;
}

/** What all pages of a walk have in common. */
export interface Walk {
  /** Such as `cards.list.all()`. */
  readonly where: string;
  readonly args: Arguments;
  readonly nowMs: number;
}

/** A page that has come. */
interface Page extends Walk {
  readonly response: unknown;
  readonly items: readonly unknown[];
}

/** What follows a page: another one; or a problem, since the page cannot be right; or nothing, since it was the last. */
export interface PageStep {
  readonly next?: PagePosition;
  readonly problem?: string;
}

/** How the pages of an operation follow each other. */
export interface PageSteps {
  /** Where the items are. Absent: the response is the array. */
  readonly items: readonly string[] | undefined;
  /** Arguments that a walk sets, and its caller therefore cannot. */
  readonly ownArguments: readonly string[];
  /** Arguments of a page. */
  argumentsOf(position: PagePosition, walk: Walk): Arguments;
  step(position: PagePosition, page: Page): PageStep;
}

/** The steps of an operation. */
export function stepsOf(page: PageData): PageSteps {
  // Each style takes the facts that it stands with.
  return (page.style as (facts: PageData) => PageSteps)(page);
}

/** The step from a page of this response, and its items. */
export function stepFrom(
  steps: PageSteps,
  position: PagePosition,
  response: unknown,
  walk: Walk,
): PageStep & { readonly items: readonly unknown[] } {
  const items = steps.items ? valueAt(response, steps.items) : response;
  if (!Array.isArray(items)) {
    return { items: [], problem: `got a response without the list ${steps.items?.join(".") ?? ""}`.trimEnd() };
  }
  return { items, ...steps.step(position, { ...walk, response, items }) };
}

/** Ends with an empty page, or when as many items have come as the response counts. Without a count, a short page is the last. */
export function pageNumberSteps({ page, first, size, items, total }: PageNumberFacts): PageSteps {
  return {
    items,
    ownArguments: [page],
    argumentsOf: ({ at = first }) => ({ [page]: at }),
    step: ({ at = first, ...position }, received) => {
      const isShort = received.items.length < Number(received.args[size ?? ""] ?? 0);
      return countedStep(position, received, total, isShort, () => Number(at) + 1);
    },
  };
}

/** Advances by what has come, since a server may give less than was asked for. Ends with an empty page, or with the count. */
export function offsetSteps({ offset, items, total }: OffsetFacts): PageSteps {
  return {
    items,
    ownArguments: [offset],
    argumentsOf: ({ at = 0 }) => ({ [offset]: at }),
    step: (position, received) => countedStep(position, received, total, false, (seen) => seen),
  };
}

function countedStep(
  { seen = 0, previous }: PagePosition,
  { response, items }: Page,
  totalPath: readonly string[] | undefined,
  isShort: boolean,
  next: (seen: number) => number,
): PageStep {
  if (items.length === 0) return {};
  const beginning = JSON.stringify(items[0]);
  if (beginning === previous) return { problem: "got the same page twice" };
  const soFar = seen + items.length;
  const total = totalPath && valueAt(response, totalPath);
  if (typeof total === "number" ? soFar >= total : isShort) return {};
  return { next: { at: next(soFar), seen: soFar, previous: beginning } };
}

/** Ends when a page names no next one. An empty page may name one. */
export function cursorSteps({ cursor, next, items }: CursorFacts): PageSteps {
  return {
    items,
    ownArguments: [cursor],
    argumentsOf: (position) => cursorArguments(cursor, position),
    step: (position, { response }) => cursorStep(position, valueAt(response, next)),
  };
}

/** Ends with an empty page; the id of its last item would be the cursor. */
export function lastIdSteps({ cursor, id, items }: LastIdFacts): PageSteps {
  return {
    items,
    ownArguments: [cursor],
    argumentsOf: (position) => cursorArguments(cursor, position),
    step: (position, received) => {
      if (received.items.length === 0) return {};
      const last = valueAt(received.items.at(-1), id);
      return last === undefined || last === null
        ? { problem: `got an item without ${id.join(".")}` }
        : cursorStep(position, last);
    },
  };
}

function cursorArguments(name: string, { at }: PagePosition): Arguments {
  return at === undefined ? {} : { [name]: at };
}

function cursorStep({ remembered }: PagePosition, cursor: unknown): PageStep {
  if (cursor === undefined || cursor === null || cursor === "") return {};
  if (remembered && cursor === remembered.cursor) return { problem: "got the same cursor twice" };
  return { next: { at: cursor, remembered: remember(remembered, cursor) } };
}

/** Brent's algorithm: it remembers one cursor at a time, and finds any that comes again, after however many others. */
function remember(known: RememberedCursor = { cursor: undefined, pagesSince: 0, span: 1 }, cursor: unknown) {
  const pagesSince = known.pagesSince + 1;
  return pagesSince < known.span ? { ...known, pagesSince } : { cursor, pagesSince: 0, span: known.span * 2 };
}

const dayMs = 86_400_000;

/** From `from` to `to`, or to now, in windows that are as long as the contract allows. */
export function dateWindowSteps(page: DateWindowFacts): PageSteps {
  const { from, to, maximumDays, boundary, format, items } = page;
  // With an inclusive boundary the next window starts one step later, so that nothing comes twice.
  const stepMs = boundary === "exclusive" ? 0 : format === "date" ? dayMs : 1;
  const write = (ms: number): string => {
    const text = new Date(ms).toISOString();
    return format === "date" ? text.slice(0, 10) : text;
  };
  const windowOf = ({ at }: PagePosition, { where, args, nowMs }: Walk) => {
    const startMs = readDate(where, from, at ?? args[from]);
    const limitMs = args[to] === undefined ? nowMs : readDate(where, to, args[to]);
    return { startMs, limitMs, endMs: startMs + maximumDays * dayMs - (format === "date" ? stepMs : 0) };
  };
  return {
    items,
    ownArguments: [],
    argumentsOf: (position, walk) => {
      const { startMs, limitMs, endMs } = windowOf(position, walk);
      return { [from]: write(startMs), [to]: write(Math.min(endMs, limitMs)) };
    },
    step: (position, received) => {
      const { limitMs, endMs } = windowOf(position, received);
      return endMs >= limitMs || endMs + stepMs > limitMs ? {} : { next: { at: write(endMs + stepMs) } };
    },
  };
}

function readDate(where: string, name: string, value: unknown): number {
  const ms = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new TypeError(`${where}: ${name} must be a date`);
  return ms;
}

/** The arguments that ask for the largest pages, unless the caller says otherwise. */
export function sizeArguments({ size, maximumSize }: PageFacts, args: Arguments): Arguments {
  if (size === undefined) return {};
  const value = args[size] ?? maximumSize;
  return value === undefined ? {} : { [size]: value };
}

/** The value at a path of properties. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((parent, name) => (parent as Arguments | null | undefined)?.[name], value);
}
