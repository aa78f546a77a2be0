import type { OperationData } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";

async function sentUrl(operation: Partial<OperationData>, args: object): Promise<string> {
  const { run, fetch } = createTestCall(operation);
  await run(args);
  return fetch.calls[0]?.url.replace("https://api.wise-sandbox.com", "") ?? "nothing was sent";
}

async function sentHeaders(operation: Partial<OperationData>, args: object, options?: object) {
  const { run, fetch } = createTestCall(operation);
  await run(args, options);
  return fetch.calls[0]?.init.headers ?? {};
}

describe("an array in the query", () => {
  it("repeats its name for each item", async () => {
    expect(await sentUrl({ query: ["tags"], repeated: ["tags"] }, { tags: ["a b", "c&d", 5] })).toBe(
      "/things?tags=a%20b&tags=c%26d&tags=5",
    );
  });

  it("is one value with commas where the contract says so", async () => {
    const operation = { query: ["types"], commaSeparated: ["types"] };
    expect(await sentUrl(operation, { types: ["STANDARD", "a,b"] })).toBe("/things?types=STANDARD,a%2Cb");
  });

  it("is left out when it is empty", async () => {
    expect(await sentUrl({ query: ["tags"], repeated: ["tags"] }, { tags: [] })).toBe("/things");
    expect(await sentUrl({ query: ["tags"], commaSeparated: ["tags"] }, { tags: [] })).toBe("/things");
  });
});

describe("a value that cannot be sent", () => {
  it.each<[string, Partial<OperationData>, object, string]>([
    ["null in the query", { query: ["page"] }, { page: null }, "page must be a string, a number or a boolean"],
    ["an object in the query", { query: ["page"] }, { page: {} }, "page must be a string, a number or a boolean"],
    ["an array where none is", { query: ["page"] }, { page: [1] }, "page must be a string, a number or a boolean"],
    ["no array where one is", { query: ["tags"], repeated: ["tags"] }, { tags: "a" }, "tags must be an array"],
    ["null among the items", { query: ["tags"], repeated: ["tags"] }, { tags: ["a", null] }, "tags must be a string"],
    ["null in a header", { header: ["kind"] }, { kind: null }, "kind must be a string, a number or a boolean"],
    [
      "null in the path",
      { path: "/things/{id}" },
      { id: null },
      'id must be a non-empty string other than "." and ".."',
    ],
  ])("%s is a TypeError, and nothing is sent", async (_, operation, args, message) => {
    const { run, fetch } = createTestCall(operation);
    const error = await run(args).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(`things.run(): ${message}`);
    expect(fetch.calls).toHaveLength(0);
  });
});

describe("an argument with another name than on the wire", () => {
  it("is sent under the wire's name, in path, query and header", async () => {
    const operation = {
      path: "/profiles/{id}/orders",
      pathArguments: { id: "profileId" },
      query: ["from"],
      header: ["orderId"],
      wireNames: { from: "created_from", orderId: "x-order-id" },
    };
    const args = { profileId: 5, from: "2026-01-01", orderId: 142 };
    expect(await sentUrl(operation, args)).toBe("/profiles/5/orders?created_from=2026-01-01");
    expect(await sentHeaders(operation, args)).toMatchObject({ "x-order-id": "142" });
  });

  it("is reported under its own name, and the wire's name is unknown", async () => {
    const { run } = createTestCall({ path: "/profiles/{id}", pathArguments: { id: "profileId" } });
    await expect(run({ id: 5 })).rejects.toThrow('things.run(): unknown argument "id"; arguments are profileId');
    await expect(run({})).rejects.toThrow("things.run(): profileId is required");
  });
});

describe("an argument that is a part of a path segment", () => {
  const operation = { path: "/statements/{id}/statement.{format}" };

  it("is put between the text around it", async () => {
    expect(await sentUrl(operation, { id: 7, format: "pdf" })).toBe("/statements/7/statement.pdf");
  });

  it("stays in its segment", async () => {
    expect(await sentUrl(operation, { id: 7, format: "a/../b" })).toBe("/statements/7/statement.a%2F..%2Fb");
  });
});

describe("a header with a constant value", () => {
  const operation = { headers: { accept: "application/jose+json", "x-tw-jose-method": "jws" } };

  it("is sent without being asked for", async () => {
    expect(await sentHeaders(operation, {})).toMatchObject(operation.headers);
  });

  it("cannot be replaced by a header of the call", async () => {
    const headers = { "X-Tw-Jose-Method": "jwe", Accept: "text/html" };
    expect(await sentHeaders(operation, {}, { headers })).toMatchObject(operation.headers);
  });

  it("is no argument", async () => {
    const { run } = createTestCall(operation);
    await expect(run({ "x-tw-jose-method": "jwe" })).rejects.toThrow('unknown argument "x-tw-jose-method"');
  });
});
