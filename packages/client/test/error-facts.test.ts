import { inspect } from "node:util";
import { isWiseError, type WiseFailure } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse, type StubResponse } from "./support/stub-fetch.ts";

async function errorOf(response: StubResponse): Promise<WiseFailure> {
  const { wise } = createTestClient([response], { maxRetries: 0 });
  const limit = { ...cardArgs, cardLimitType: "DAILY", maxLimitAmount: 1 } as const;
  const error: unknown = await wise.spendingLimits.set(limit).catch((thrown: unknown) => thrown);
  if (!isWiseError(error)) throw error;
  return error;
}

describe("the message of an error", () => {
  it("names the fields at fault, by their paths", async () => {
    const errors = [
      { code: "TOO_SMALL", message: "must be positive", path: "maxLimitAmount" },
      { code: "NOT_VALID", message: "unknown", path: "/cardLimitType" },
      { code: "NOT_VALID", message: "unknown", path: "cardLimitType.0.kind" },
    ];
    const { message } = await errorOf(jsonResponse({ errors }, 422));
    expect(message).toBe(
      "spendingLimits.set failed with 422 TOO_SMALL at maxLimitAmount, cardLimitType, cardLimitType.0.kind (attempt 1)",
    );
  });

  it.each([
    "4396910000012345",
    "maxLimitAmount.4396910000012345",
    "Jane Doe",
    "name",
    "maxLimitAmount=5",
    "",
    "cardToken.ca0c8154-1e14",
  ])("names no path that may be a value: %s", async (path) => {
    const { message } = await errorOf(jsonResponse({ errors: [{ code: "NOT_VALID", path }] }, 400));
    expect(message).toBe("spendingLimits.set failed with 400 NOT_VALID (attempt 1)");
  });
});

describe("an error of a response has", () => {
  const headers = {
    "X-Trace-Id": "trace",
    "X-Rate-Limited-By": "wise-public-api",
    "Retry-After": "2",
    "Set-Cookie": "session=secret",
    "X-2FA-Approval": "one-time-token",
    "X-Other": "unknown",
  };

  it("the headers that the contract has, and none that holds a secret or that it does not know", async () => {
    const error = await errorOf(jsonResponse({}, 429, headers));
    expect(error).toMatchObject({
      headers: { "x-trace-id": "trace", "x-rate-limited-by": "wise-public-api", "retry-after": "2" },
    });
    expect(inspect(error, { showHidden: true })).not.toMatch(/secret|one-time-token|unknown/);
  });

  it("the request id of its body, which is not printed with it", async () => {
    const error = await errorOf(jsonResponse({ message: "oops", request_id: "5f3a" }, 500));
    expect(error).toHaveProperty("requestId", "5f3a");
    expect(JSON.stringify(error)).not.toContain("5f3a");
  });
});

it("a call id links the attempts of one call, its retries and its error, and no other call has it", async () => {
  const heard: string[] = [];
  const { wise, clock } = createTestClient([() => jsonResponse({}, 503)], {
    onAttemptStart: ({ callId }) => void heard.push(callId),
    onAttemptEnd: ({ callId }) => void heard.push(callId),
    onRetry: ({ callId }) => void heard.push(callId),
  });
  const calls = [1, 2].map(() => wise.cards.get(cardArgs).catch((error: unknown) => error as WiseFailure));
  await clock.advance(60_000);
  const ids = (await Promise.all(calls)).map((error) => (error as WiseFailure).callId);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(heard.filter((one) => one === id)).toHaveLength(8);
});

describe("an error of OAuth", () => {
  it.each([
    ["invalid_grant", 400, "ERR_AUTHENTICATION"],
    ["invalid_client", 400, "ERR_AUTHENTICATION"],
    ["invalid_token", 403, "ERR_AUTHENTICATION"],
    ["unauthorized_client", 400, "ERR_PERMISSION"],
    ["access_denied", 400, "ERR_PERMISSION"],
    ["insufficient_scope", 401, "ERR_PERMISSION"],
    ["invalid_request", 400, "ERR_INVALID_REQUEST"],
    ["constructor", 400, "ERR_INVALID_REQUEST"],
    ["invalid_grant", 500, "ERR_SERVER"],
  ])("%s with %d is %s: its error counts before its status", async (error, status, code) => {
    expect(await errorOf(jsonResponse({ error, error_description: "no" }, status))).toMatchObject({ status, code });
  });
});

it("a switch over code narrows a WiseFailure", async () => {
  const describeFailure = (error: WiseFailure): string => {
    switch (error.code) {
      case "ERR_INVALID_REQUEST":
        return `fields ${error.fields.length}`;
      case "ERR_SCA_REQUIRED":
        return error.oneTimeToken;
      case "ERR_RATE_LIMITED":
        return `wait ${error.retryAfterMs}`;
      case "ERR_DECODE":
        return `${error.mediaType}`;
      default:
        return error.code;
    }
  };
  expect(describeFailure(await errorOf(jsonResponse({ errors: [{ path: "a" }] }, 400)))).toBe("fields 1");
  expect(describeFailure(await errorOf(jsonResponse({}, 429, { "retry-after": "3" })))).toBe("wait 3000");
  expect(describeFailure(await errorOf(jsonResponse("<html>")))).toBe("text/plain");
  expect(describeFailure(await errorOf(jsonResponse(card, 418)))).toBe("ERR_API");
});
