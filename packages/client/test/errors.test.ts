import { inspect } from "node:util";
import {
  ApiError,
  ConflictError,
  createClient,
  InvalidRequestError,
  isApiError,
  isAuthenticationError,
  isConflictError,
  isConnectionError,
  isDecodeError,
  isInvalidRequestError,
  isNotFoundError,
  isPermissionError,
  isRateLimitedError,
  isScaRequiredError,
  isServerError,
  isTimeoutError,
  isWiseError,
  WiseError,
} from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { cardArgs, jsonResponse, stubFetch } from "./support/stub-fetch.ts";

async function errorOf(status: number, body: unknown = {}, headers: Record<string, string> = {}): Promise<ApiError> {
  const fetch = stubFetch(jsonResponse(body, status, headers));
  const error: unknown = await createClient({ environment: "sandbox", fetch, maxRetries: 0 })
    .cards.get(cardArgs)
    .catch((thrown: unknown) => thrown);
  if (!isApiError(error)) throw new Error("no ApiError was thrown");
  return error;
}

describe("an error of an answer", () => {
  it.each([
    [400, "InvalidRequestError", "ERR_INVALID_REQUEST", isInvalidRequestError],
    [401, "AuthenticationError", "ERR_AUTHENTICATION", isAuthenticationError],
    [403, "PermissionError", "ERR_PERMISSION", isPermissionError],
    [404, "NotFoundError", "ERR_NOT_FOUND", isNotFoundError],
    [405, "ApiError", "ERR_API", isApiError],
    [409, "ConflictError", "ERR_CONFLICT", isConflictError],
    [418, "ApiError", "ERR_API", isApiError],
    [422, "InvalidRequestError", "ERR_INVALID_REQUEST", isInvalidRequestError],
    [429, "RateLimitedError", "ERR_RATE_LIMITED", isRateLimitedError],
    [500, "ServerError", "ERR_SERVER", isServerError],
    [599, "ServerError", "ERR_SERVER", isServerError],
  ])("of status %i is a %s", async (status, name, code, guard) => {
    const error = await errorOf(status, {}, { "x-trace-id": "trace", "X-External-Correlation-Id": "mine" });
    expect(error).toBeInstanceOf(WiseError);
    expect(error).toBeInstanceOf(ApiError);
    expect(guard(error)).toBe(true);
    expect(error).toMatchObject({
      name,
      code,
      status,
      operation: "cards.get",
      traceId: "trace",
      correlationId: "mine",
    });
    expect(error.message).toBe(`cards.get failed with ${status} (attempt 1, trace id trace)`);
  });

  it.each([
    [
      { error: "invalid_token", error_description: "gone" },
      { code: "invalid_token", message: "gone" },
    ],
    [
      { errors: [{ code: "Size", message: "too small", path: "pageSize", arguments: [] }] },
      { code: "Size", message: "too small", entries: [{ code: "Size", message: "too small", path: "pageSize" }] },
    ],
    [
      { timestamp: 1, status: 403, error: "Forbidden", message: "no", path: null },
      { code: "Forbidden", message: "no" },
    ],
    [
      { message: "Internal", request_id: "r1" },
      { message: "Internal", requestId: "r1" },
    ],
    [
      { type: "t", status: 1, errorCode: "X", errorMessage: "m" },
      { code: "X", message: "m" },
    ],
    [
      { type: "t", title: "Bad", status: "400", detail: "d", code: "c" },
      { code: "c", message: "d" },
    ],
    [
      { title: "Bad", errors: [{ detail: "d", code: "c", ref: "r" }] },
      { code: "c", message: "Bad", entries: [{ code: "c", message: "d", path: "r" }] },
    ],
    [{ errors: [{ field: "city", message: "m" }] }, { entries: [{ message: "m", path: "city" }] }],
    ["<html>", { entries: [] }],
    ["", { entries: [] }],
    ["null", { entries: [] }],
    ["[1]", { entries: [] }],
    [{ errors: [null, 5] }, { entries: [{}, {}] }],
  ])("understands the body %j", async (body, problem) => {
    expect((await errorOf(400, body)).problem).toMatchObject(problem);
  });

  it("names the fields that are wrong", async () => {
    const error = await errorOf(400, {
      errors: [
        { code: "Size", message: "m", path: "pageSize" },
        { code: "X", message: "n" },
      ],
    });
    expect(error instanceof InvalidRequestError && error.fields).toEqual([
      { code: "Size", message: "m", path: "pageSize" },
    ]);
    expect(error.message).toBe("cards.get failed with 400 Size (attempt 1)");
  });

  it("shows nothing of the body but a code that looks like one", async () => {
    const error = await errorOf(400, {
      errors: [{ code: "4396910000012345", message: "4396910000012345", path: "4396910000012345" }],
    });
    expect(`${error.stack}${inspect(error, { depth: 9, showHidden: true })}${JSON.stringify(error)}`).not.toContain(
      "4396910000012345",
    );
    expect(error.problem.code).toBe("4396910000012345");
  });
});

describe("guards", () => {
  it("know an error of another copy of the package", async () => {
    const mine = await errorOf(409);
    const other = Object.assign(Object.create(null), mine, { [Symbol.for("@wisekit/client.error")]: true });
    expect([isWiseError(other), isApiError(other), isConflictError(other), other instanceof ConflictError]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isNotFoundError(other)).toBe(false);
  });

  it("know nothing else", () => {
    const guards = [isWiseError, isApiError, isConnectionError, isTimeoutError, isDecodeError, isScaRequiredError];
    for (const value of [
      undefined,
      null,
      "ERR_API",
      new Error("ERR_TIMEOUT"),
      { code: "ERR_CONNECTION", status: 400 },
    ]) {
      expect(guards.some((guard) => guard(value))).toBe(false);
    }
  });
});
