import type { PageData } from "../operation.ts";

type Arguments = Readonly<Record<string, unknown>>;
type Styled<Style extends PageData["style"]> = Extract<PageData, { readonly style: Style }>;

/** A page that has come. */
export interface Page {
  readonly response: unknown;
  readonly items: readonly unknown[];
  /** The error for a page that cannot be right. */
  readonly fail: (what: string) => Error;
}

/** A walk through pages. Its memory does not grow with their number. */
export interface PageWalk {
  /** Arguments that the walk sets, and the caller therefore cannot. */
  readonly ownArguments: readonly string[];
  /** Arguments of the first page. */
  readonly first: Arguments;
  /** Arguments of the page after this one; nothing if it was the last. */
  next(page: Page): Arguments | undefined;
}

/** What a walk starts from. */
export interface WalkStart {
  /** Such as `cards.list.all()`. */
  readonly where: string;
  readonly args: Arguments;
  readonly nowMs: number;
}

/** A walk in the style that the contract gives the operation. */
export function startWalk(page: PageData, start: WalkStart): PageWalk {
  switch (page.style) {
    case "page-number":
      return pageNumberWalk(page, start);
    case "offset":
      return offsetWalk(page);
    case "cursor":
      return cursorWalk(page.cursor, ({ response }) => valueAt(response, page.next));
    case "last-id":
      return cursorWalk(page.cursor, ({ items, fail }) => lastId(items, page.id, fail));
    case "date-window":
      return dateWindowWalk(page, start);
  }
}

/** The arguments that ask for the largest pages, unless the caller says otherwise. */
export function sizeArguments({ size, maximumSize }: PageData, args: Arguments): Arguments {
  if (size === undefined) return {};
  const value = args[size] ?? maximumSize;
  return value === undefined ? {} : { [size]: value };
}

/** The value at a path of properties. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((parent, name) => (parent as Arguments | null | undefined)?.[name], value);
}

/** Ends with an empty page, or when as many items have come as the response counts. Without a count, a short page is the last. */
function pageNumberWalk(page: Styled<"page-number">, { args }: WalkStart): PageWalk {
  const size = Number(sizeArguments(page, args)[page.size ?? ""] ?? 0);
  const assertProgress = createProgressCheck();
  let number: number = page.first;
  let seen = 0;
  return {
    ownArguments: [page.page],
    first: { [page.page]: number },
    next(received) {
      const { response, items } = received;
      if (items.length === 0) return undefined;
      assertProgress(received);
      seen += items.length;
      const total = page.total && valueAt(response, page.total);
      if (typeof total === "number" ? seen >= total : items.length < size) return undefined;
      number += 1;
      return { [page.page]: number };
    },
  };
}

/** Advances by what has come, since a server may give less than was asked for. Ends with an empty page, or with the count. */
function offsetWalk(page: Styled<"offset">): PageWalk {
  const assertProgress = createProgressCheck();
  let offset = 0;
  return {
    ownArguments: [page.offset],
    first: { [page.offset]: offset },
    next(received) {
      const { response, items } = received;
      if (items.length === 0) return undefined;
      assertProgress(received);
      offset += items.length;
      const total = page.total && valueAt(response, page.total);
      return typeof total === "number" && offset >= total ? undefined : { [page.offset]: offset };
    },
  };
}

/** Ends when a page names no next one. An empty page may name one. */
function cursorWalk(argument: string, cursorOf: (page: Page) => unknown): PageWalk {
  const assertNew = createCycleCheck();
  return {
    ownArguments: [argument],
    first: {},
    next(received) {
      const cursor = cursorOf(received);
      if (cursor === undefined || cursor === null || cursor === "") return undefined;
      assertNew(cursor, received);
      return { [argument]: cursor };
    },
  };
}

/** Ends with an empty page; the id of its last item would be the cursor. */
function lastId(items: readonly unknown[], path: readonly string[], fail: Page["fail"]): unknown {
  if (items.length === 0) return undefined;
  const id = valueAt(items.at(-1), path);
  if (id === undefined || id === null) throw fail(`got an item without ${path.join(".")}`);
  return id;
}

const dayMs = 86_400_000;

/** From `from` to `to`, or to now, in windows that are as long as the contract allows. */
function dateWindowWalk(page: Styled<"date-window">, { where, args, nowMs }: WalkStart): PageWalk {
  const { from, to, maximumDays, boundary, format } = page;
  const startMs = readDate(where, from, args[from]);
  const endMs = args[to] === undefined ? nowMs : readDate(where, to, args[to]);
  // With an inclusive boundary the next window starts one step later, so that nothing comes twice.
  const stepMs = boundary === "exclusive" ? 0 : format === "date" ? dayMs : 1;
  const write = (ms: number): string => {
    const text = new Date(ms).toISOString();
    return format === "date" ? text.slice(0, 10) : text;
  };
  const windowFrom = (ms: number): Arguments => {
    lastMs = Math.min(ms + maximumDays * dayMs - (format === "date" ? stepMs : 0), endMs);
    return { [from]: write(ms), [to]: write(lastMs) };
  };
  let lastMs = startMs;
  return {
    ownArguments: [],
    first: windowFrom(startMs),
    next: () => (lastMs >= endMs || lastMs + stepMs > endMs ? undefined : windowFrom(lastMs + stepMs)),
  };
}

function readDate(where: string, name: string, value: unknown): number {
  const ms = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new TypeError(`${where}: ${name} must be a date`);
  return ms;
}

/** Fails for a page that begins like the one before it. */
function createProgressCheck(): (page: Page) => void {
  let previous: string | undefined;
  return ({ items, fail }) => {
    const first = JSON.stringify(items[0]);
    if (first === previous) throw fail("got the same page twice");
    previous = first;
  };
}

/** Fails for a cursor that comes again, after however many others: Brent's algorithm, which remembers one of them at a time. */
function createCycleCheck(): (cursor: unknown, page: Page) => void {
  let remembered: unknown;
  let sinceThen = 0;
  let span = 1;
  return (cursor, { fail }) => {
    if (cursor === remembered) throw fail("got the same cursor twice");
    sinceThen += 1;
    if (sinceThen < span) return;
    remembered = cursor;
    sinceThen = 0;
    span *= 2;
  };
}
