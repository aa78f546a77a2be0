/** What `smoke.js` must find, in every runtime. */
export const smokeOutcome = {
  card: "6320",
  hasTraceId: true,
  walkedAll: true,
  missing: "card.not.found",
  refused: true,
  aborted: "AbortError",
  slow: "ERR_TIMEOUT",
  byPath: "6320",
  writtenByPath: "ACTIVE",
  heard: true,
};
