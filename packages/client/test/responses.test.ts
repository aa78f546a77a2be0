import { isDecodeError } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";
import { jsonResponse } from "./support/stub-fetch.ts";

describe("a JSON response", () => {
  it.each([
    ["an array", [1, 2]],
    ["an empty array", []],
    ["null", null],
    ["a map", { GBP: 1 }],
    ["a string", "142"],
    ["a number", 0],
    ["false", false],
  ])("is delivered when it is %s", async (_, value) => {
    const { run } = createTestCall({}, [() => jsonResponse(JSON.stringify(value))]);
    expect(await run()).toEqual(value);
    expect((await run().withResponse()).data).toEqual(value);
  });
});

describe("a text response", () => {
  const operation = { response: "text", headers: { accept: "application/jose+json" } } as const;

  it("is the text, whatever is in it", async () => {
    const text = '{"payload":"e30","id":90071992547409931}';
    const { run, fetch } = createTestCall(operation, [new Response(text)]);
    expect(await run()).toBe(text);
    expect(fetch.calls[0]?.init.headers.accept).toBe("application/jose+json");
  });

  it("that is empty is a DecodeError", async () => {
    const { run } = createTestCall(operation, [new Response("")]);
    const error: unknown = await run().catch((thrown: unknown) => thrown);
    expect(isDecodeError(error) && error.message).toBe(
      "things.run got an empty response body (text/plain, 0 characters) (attempt 1)",
    );
  });
});
