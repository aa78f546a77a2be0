import { createMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { createRateLimiter } from "../src/engine/rate-limit.ts";
import { call, cardPath, cardToken } from "./support/mock-caller.ts";

const start = Date.parse("2027-01-01T12:00:00Z");

/** A mock whose clock stands still, unless time is told to pass. */
function limited() {
  return createMock({ rateLimits: true, clock: () => start });
}

async function statuses(mock: ReturnType<typeof createMock>, calls: number): Promise<number[]> {
  const seen: number[] = [];
  for (let count = 0; count < calls; count++) seen.push((await call(mock, cardPath)).status);
  return seen;
}

describe("a window of calls", () => {
  it("starts anew with the first call after it was cleared, wherever the clock is", () => {
    for (const start of [0, 500, 100_000]) {
      const limiter = createRateLimiter([{ requests: 2, windowSeconds: 60 }]);
      limiter.take(start);
      limiter.clear();
      expect([limiter.take(start + 59_000), limiter.take(start + 59_000)]).toEqual([0, 0]);
      expect([limiter.take(start + 59_000), limiter.take(start + 118_000)]).toEqual([60, 1]);
    }
  });
});

describe("rateLimits", () => {
  it("are off by default", async () => {
    expect(new Set(await statuses(createMock({ clock: () => start }), 150))).toEqual(new Set([200]));
  });

  it("let a hundred calls through in a second, and say when the next one may come", async () => {
    const mock = limited();
    expect(new Set(await statuses(mock, 100))).toEqual(new Set([200]));
    const rejected = await call(mock, `${cardPath}/status`, { method: "PUT", json: { status: "FROZEN" } });
    expect([rejected.status, rejected.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(mock.state.cards.get(cardToken)?.status).toBe("ACTIVE");
    mock.simulate.advanceTime({ seconds: 1 });
    expect(await statuses(mock, 1)).toEqual([200]);
  });

  it("let a thousand calls through in a minute", async () => {
    const mock = limited();
    for (let second = 0; second < 10; second++) {
      expect(new Set(await statuses(mock, 100))).toEqual(new Set([200]));
      mock.simulate.advanceTime({ seconds: 1 });
    }
    expect((await call(mock, cardPath)).headers.get("retry-after")).toBe("50");
    mock.simulate.advanceTime({ seconds: 50 });
    expect(await statuses(mock, 1)).toEqual([200]);
  });

  it("are counted for each mock by itself, and anew after a reset", async () => {
    const [mock, other] = [limited(), limited()];
    await statuses(mock, 100);
    expect(await statuses(other, 1)).toEqual([200]);
    mock.reset();
    expect(await statuses(mock, 1)).toEqual([200]);
  });
});
