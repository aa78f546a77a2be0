import type { OperationData } from "@wisekit/client";
import { formBody, multipartBody, textBody } from "@wisekit/client/internal";
import { afterEach, describe, expect, it } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";
import { json, type LocalServer, startServer } from "./support/local-server.ts";

const post = (body: OperationData["body"], more: Partial<OperationData> = {}): Partial<OperationData> => ({
  method: "POST",
  ...(body && { body }),
  ...more,
});

/** What is sent as the body of a call with these arguments, and under which media type. */
async function sentBody(operation: Partial<OperationData>, args: object): Promise<[unknown, string | undefined]> {
  const { run, fetch } = createTestCall(operation);
  await run(args);
  const init = fetch.calls[0]?.init;
  return [init?.body, init?.headers["content-type"]];
}

describe("a JSON body", () => {
  it("has a field for each argument, and keeps null, by which a merge-patch removes", async () => {
    const operation = post({ mediaType: "application/merge-patch+json", fields: ["name", "label"] });
    expect(await sentBody(operation, { name: "x", label: null })).toEqual([
      '{"name":"x","label":null}',
      "application/merge-patch+json",
    ]);
  });

  it("leaves out a field that is undefined", async () => {
    expect(await sentBody(post({ fields: ["a", "b"] }), { a: 1, b: undefined })).toEqual([
      '{"a":1}',
      "application/json",
    ]);
  });

  it("is an empty object if no field of a required body is given", async () => {
    expect(await sentBody(post({ fields: ["a"] }), {})).toEqual(["{}", "application/json"]);
  });

  it("is absent if no field of an optional body is given", async () => {
    expect(await sentBody(post({ fields: ["a"], optional: true }), {})).toEqual([null, undefined]);
    expect(await sentBody(post({ whole: "items", optional: true }), {})).toEqual([null, undefined]);
  });

  it.each([
    ["an array", [{ id: 1 }, { id: 2 }]],
    ["a map", { GBP: 1.5, EUR: null }],
    ["an empty array", []],
  ])("is %s that one argument holds", async (_, value) => {
    const operation = post({ whole: "value" }, { required: ["value"] });
    expect(await sentBody(operation, { value })).toEqual([JSON.stringify(value), "application/json"]);
  });

  it("has its fields under the contract's names, where arguments have others", async () => {
    const operation = post(
      { fields: ["id"] },
      { path: "/orders/{id}", pathArguments: { id: "orderId" }, wireNames: { id: "customer_id" } },
    );
    const { run, fetch } = createTestCall(operation);
    await run({ orderId: 7, id: "c1" });
    expect([fetch.calls[0]?.url, fetch.calls[0]?.init.body]).toEqual([
      "https://api.wise-sandbox.com/orders/7",
      '{"customer_id":"c1"}',
    ]);
  });

  it.each([
    ["in a field", { amount: 2 ** 53 }],
    ["deep inside", { amount: { values: [1, Number.NaN] } }],
    ["that is infinite", { amount: [Number.POSITIVE_INFINITY] }],
  ])("is not sent with a number that would arrive as another, %s", async (_, args) => {
    const { run, fetch } = createTestCall(post({ fields: ["amount"] }));
    await expect(run(args)).rejects.toThrow(
      /^things.run\(\): .+ must be a finite number, and an integer within ±2\^53$/,
    );
    expect(fetch.calls).toHaveLength(0);
  });
});

describe("a form body", () => {
  it("repeats the name of an array for each of its items", async () => {
    const operation = post({ as: formBody, fields: ["grant", "scope"] });
    expect(await sentBody(operation, { grant: "a b&c", scope: ["x", "y"] })).toEqual([
      "grant=a+b%26c&scope=x&scope=y",
      "application/x-www-form-urlencoded",
    ]);
  });
});

describe("a text body", () => {
  const operation = post({ as: textBody, whole: "jws", mediaType: "application/jose+json" }, { required: ["jws"] });

  it("is the argument as it is", async () => {
    expect(await sentBody(operation, { jws: '{"payload":"e30"}' })).toEqual([
      '{"payload":"e30"}',
      "application/jose+json",
    ]);
  });

  it("must be a string", async () => {
    const { run, fetch } = createTestCall(operation);
    await expect(run({ jws: {} })).rejects.toThrow("things.run(): jws must be a string");
    expect(fetch.calls).toHaveLength(0);
  });
});

describe("a multipart body", () => {
  const servers: LocalServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  const operation = post({ as: multipartBody, fields: ["file", "files", "type", "meta", "tags"] });

  /** The parts as a server reads them, each with its name, file name, media type and content. */
  async function receivedParts(args: object, attempts = 1) {
    const server = await startServer(...Array.from({ length: attempts - 1 }, () => json({}, 503)), json({}));
    servers.push(server);
    const { run } = createTestCall({ ...operation, retry: "idempotent" }, [], {
      environment: undefined,
      baseUrl: server.url,
      fetch: undefined,
      clock: undefined,
      random: () => 0,
    });
    await run(args);
    return Promise.all(
      server.seen.map(async ({ headers, body }) => {
        const form = await new Response(body, {
          headers: { "content-type": String(headers["content-type"]) },
        }).formData();
        return Promise.all(
          [...form].map(async ([name, part]) =>
            typeof part === "string" ? [name, part] : [name, part.name, part.type, await part.text()],
          ),
        );
      }),
    );
  }

  it("holds files with their names and media types, text, and objects as JSON", async () => {
    const file = new File(["%PDF"], "passport.pdf", { type: "application/pdf" });
    const args = { file, type: "PASSPORT", meta: { side: "FRONT" }, tags: ["a", "b"] };
    expect(await receivedParts(args)).toEqual([
      [
        ["file", "passport.pdf", "application/pdf", "%PDF"],
        ["type", "PASSPORT"],
        ["meta", "blob", "application/json", '{"side":"FRONT"}'],
        ["tags", "a"],
        ["tags", "b"],
      ],
    ]);
  });

  it("holds several files under one name", async () => {
    const files = [new Blob(["1"], { type: "text/plain" }), new File(["2"], "2.txt", { type: "text/plain" })];
    expect(await receivedParts({ files })).toEqual([
      [
        ["files", "blob", "text/plain", "1"],
        ["files", "2.txt", "text/plain", "2"],
      ],
    ]);
  });

  it("is sent whole with every attempt", async () => {
    const parts = [["file", "a.txt", "text/plain", "content"]];
    const file = new File(["content"], "a.txt", { type: "text/plain" });
    expect(await receivedParts({ file }, 3)).toEqual([parts, parts, parts]);
  });
});
