/** How far `toArray` goes. */
export interface ToArrayOptions {
  /**
   * The most items to give. No page is requested that they do not need. Must be an integer >= 1, or `Infinity`.
   * @default Infinity
   */
  readonly limit?: number | undefined;
}

/** A walk through the pages of an operation: every item, with one page in memory. Nothing is requested before it is read. */
export interface ItemWalk<Item, Page> extends AsyncGenerator<Item, void, undefined> {
  /**
   * The items as an array.
   *
   * @throws {TypeError} for an unknown option or a `limit` that is not an integer >= 1, and whatever a call throws.
   */
  toArray(options?: ToArrayOptions): Promise<Item[]>;
  /** The responses themselves, page by page: another walk from the first page on. */
  pages(): AsyncGenerator<Page, void, undefined>;
}
