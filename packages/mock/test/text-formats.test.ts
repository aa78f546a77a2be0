// What is written and read by hand for speed is held against the general tool that it stands in for.
import ajvFormats from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { isDateTime } from "../src/contract/date-time.ts";
import { cacheJson, writeJson } from "../src/json-text.ts";

const reference = ajvFormats.fullFormats["date-time"] as { validate(text: string): boolean };

/** The reference does not look at them in a leap second. */
const isOnClock = (text: string) => Number(text.slice(11, 13)) <= 23 && Number(text.slice(14, 16)) <= 59;

/** A date and time with a few characters changed, left out or added. */
const nearlyDateTimes = fc
  .tuple(
    fc.constantFrom(
      "2022-05-31T01:43:24.596321434Z",
      "2024-02-29t23:59:60Z",
      "2016-12-31T22:59:60.5-0100",
      "2023-02-29 10:00:00-05:30",
      "1900-12-01\n00:00:00.1+05",
    ),
    fc.array(fc.tuple(fc.nat(31), fc.constantFrom(..."0123456789-:.+TtZz x"), fc.nat(2)), { maxLength: 3 }),
  )
  .map(([start, edits]) =>
    edits.reduce<string>((text, [at, character, kind]) => {
      const rest = text.slice(kind === 2 ? at : at + 1);
      return text.slice(0, at) + (kind === 1 ? "" : character) + rest;
    }, start),
  );

describe("date-time", () => {
  it("takes what ajv-formats takes and nothing else, but for hours and minutes that no clock shows", () => {
    const seen = { good: 0, bad: 0 };
    const check = (text: string) => {
      const verdict = isDateTime(text);
      expect([text, verdict]).toEqual([text, reference.validate(text) && isOnClock(text)]);
      seen[verdict ? "good" : "bad"]++;
    };
    const batches = fc.array(nearlyDateTimes, { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(batches, (batch) => batch.forEach(check)),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
    for (const text of ["", "2022", "2022-05-31", "2022-05-31T01:43:24"]) check(text);
    for (const text of ["2016-12-31T24:59:60+01:00", "2016-12-31T23:60:60+0001"]) check(text);
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(RANDOM_CASES * 10);
  });
});

describe("writeJson", () => {
  const leaf = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.date({ noInvalidDate: true }));
  const keep = (value: object) => cacheJson(structuredClone(value));
  const values = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, leaf, tie("kept"), tie("list"), tie("object")),
    kept: fc.dictionary(fc.string(), fc.jsonValue()).map(keep),
    list: fc.array(tie("value"), { maxLength: 4 }),
    object: fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  }));

  it("writes any body as JSON.stringify does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(values.object, values.list, values.kept, fc.jsonValue()), { minLength: 20, maxLength: 20 }),
        (bodies) => {
          for (const body of bodies) expect(writeJson(body)).toBe(JSON.stringify(body));
        },
      ),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });

  it("keeps the JSON only of what can change no more", () => {
    const kept = cacheJson({ inner: { list: [1] } });
    expect(() => kept.inner.list.push(2)).toThrow(TypeError);
    expect(writeJson({ entries: [kept] })).toBe('{"entries":[{"inner":{"list":[1]}}]}');
  });
});
