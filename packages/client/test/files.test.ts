import { getEventListeners } from "node:events";
import { type ClientOptions, isConnectionError, isTimeoutError, type WiseFile } from "@wisekit/client";
import { createWiseFile } from "@wisekit/client/internal";
import { describe, expect, it } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";
import { settle } from "./support/manual-clock.ts";
import { jsonResponse, type StubResponse } from "./support/stub-fetch.ts";

const operation = { response: createWiseFile, headers: { accept: "application/pdf" } } as const;

function download(responses: readonly StubResponse[], options: Partial<ClientOptions> = {}) {
  const { run, ...rest } = createTestCall(operation, responses, options);
  return { run: run as (args?: object, options?: object) => Promise<WiseFile>, ...rest };
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** A body whose chunks the test sends itself. */
function controlledBody() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelledWith: unknown;
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: (reason) => {
      cancelledWith = reason;
    },
  });
  return {
    response: new Response(stream, { headers: { "content-type": "application/pdf" } }),
    send: (text: string) => controller?.enqueue(bytes(text)),
    end: () => controller?.close(),
    break: (error: Error) => controller?.error(error),
    cancelledWith: () => cancelledWith,
  };
}

describe("a file", () => {
  it("has the media type of the response, in lower case and without parameters", async () => {
    const headers = { "content-type": "Text/CSV; charset=utf-8" };
    const { run } = download([new Response("a,b", { headers })]);
    expect((await run()).mediaType).toBe("text/csv");
  });

  it("has no media type if the response has none", async () => {
    const { run } = download([new Response(bytes("x"))]);
    const file = await run();
    expect([file.mediaType, (await file.blob()).type]).toEqual([undefined, ""]);
  });

  it("is read as a blob of its media type, as text, as bytes or as a stream", async () => {
    const { run } = download([() => new Response("%PDF", { headers: { "content-type": "application/pdf" } })]);
    const blob = await (await run()).blob();
    expect([blob.type, await blob.text()]).toEqual(["application/pdf", "%PDF"]);
    expect(await (await run()).text()).toBe("%PDF");
    expect(new Uint8Array(await (await run()).arrayBuffer())).toEqual(bytes("%PDF"));
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await run()).body) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe("%PDF");
  });

  it("may be empty", async () => {
    const { run } = download([new Response(null, { status: 204 })]);
    expect(await (await run()).text()).toBe("");
  });

  it("asks for the media types that the contract names", async () => {
    const { run, fetch } = download([new Response("x")]);
    await run();
    expect(fetch.calls[0]?.init.headers.accept).toBe("application/pdf");
  });

  it("resolves at the headers, and its content comes while it is read", async () => {
    const body = controlledBody();
    const { run } = download([() => body.response]);
    const reader = (await run()).body.getReader();
    body.send("one");
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("one");
    body.send("two");
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("two");
    body.end();
    expect((await reader.read()).done).toBe(true);
  });

  it("leaves neither timer nor listener behind when it has been read", async () => {
    const { run, clock } = download([new Response("%PDF")]);
    const { signal } = new AbortController();
    const file = await run({}, { signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await file.text();
    expect([getEventListeners(signal, "abort"), clock.pending()]).toEqual([[], []]);
  });

  it("that is not needed is given up by cancelling its body, which ends the response", async () => {
    const body = controlledBody();
    const { run, clock } = download([() => body.response]);
    const { signal } = new AbortController();
    const file = await run({}, { signal });
    await file.body.cancel("not needed");
    expect(body.cancelledWith()).toBe("not needed");
    expect([getEventListeners(signal, "abort"), clock.pending()]).toEqual([[], []]);
  });

  it("is not decoded: a status that is no success is an error with the problem in it", async () => {
    const { run } = download([jsonResponse({ errors: [{ code: "statement.not.found" }] }, 404)]);
    await expect(run()).rejects.toMatchObject({ status: 404, problem: { code: "statement.not.found" } });
  });

  it("is retried until its headers come", async () => {
    const { run, clock, fetch } = download([jsonResponse({}, 503), new Response("%PDF")]);
    const call = run();
    await clock.passTimer(500);
    expect([await (await call).text(), fetch.calls.length]).toEqual(["%PDF", 2]);
  });
});

describe("the name of a file", () => {
  it.each([
    ['attachment; filename="statement.pdf"', "statement.pdf"],
    ["attachment; filename=statement.pdf", "statement.pdf"],
    ["ATTACHMENT ; FileName = statement.pdf", "statement.pdf"],
    ['inline; filename="a \\"quoted\\" name.pdf"', 'a "quoted" name.pdf'],
    ["attachment; filename*=UTF-8''relev%C3%A9.pdf", "relevé.pdf"],
    ["attachment; filename=\"plain.pdf\"; filename*=utf-8'en'%E2%82%AC.pdf", "€.pdf"],
    ["attachment; filename*=UTF-8''%ff.pdf; filename=fallback.pdf", "fallback.pdf"],
    ["attachment; filename*=ISO-8859-1''x.pdf; filename=fallback.pdf", "fallback.pdf"],
    ["attachment; filename=\"a; filename*=UTF-8''evil.pdf\"", "a; filename*=UTF-8''evil.pdf"],
    ['attachment; filename="../../etc/passwd"', "passwd"],
    ['attachment; filename="C:\\\\temp\\\\x.pdf"', "x.pdf"],
    ["attachment; filename*=UTF-8''..%2F..%2Fpasswd", "passwd"],
    ['attachment; filename=""', undefined],
    ["attachment", undefined],
    ["", undefined],
  ])("from %j is %j", async (disposition, name) => {
    const { run } = download([new Response("x", { headers: { "content-disposition": disposition } })]);
    expect((await run()).fileName).toBe(name);
  });
});

describe("while a file is read", () => {
  it("timeoutMs, which is for its headers, does not end it", async () => {
    const body = controlledBody();
    const { run, clock } = download([() => body.response], { timeoutMs: 100 });
    const file = await run();
    await clock.advance(10_000);
    body.send("late");
    body.end();
    expect(await file.text()).toBe("late");
  });

  it("timeoutMs ends a call whose headers do not come", async () => {
    const { run, clock } = download([() => new Promise<Response>(() => {})], { timeoutMs: 100, maxRetries: 0 });
    const call = run().catch((error: unknown) => error);
    await clock.passTimer(100);
    expect(isTimeoutError(await call)).toBe(true);
  });

  it("totalTimeoutMs ends it with a TimeoutError", async () => {
    const body = controlledBody();
    const { run, clock, fetch } = download([() => body.response], { totalTimeoutMs: 5000 });
    const reading = (await run()).text().catch((error: unknown) => error);
    await clock.passTimer(5000);
    expect(await reading).toMatchObject({ code: "ERR_TIMEOUT", operation: "things.run", attempts: 1 });
    expect(String(await reading)).toContain("exceeded totalTimeoutMs, 5000 ms");
    expect(fetch.calls[0]?.init.signal?.aborted).toBe(true);
  });

  it("the caller's signal ends it with its reason, even if fetch does not listen", async () => {
    const body = controlledBody();
    const { run, clock } = download([() => body.response]);
    const controller = new AbortController();
    const reading = (await run({}, { signal: controller.signal })).text().catch((error: unknown) => error);
    await settle();
    const reason = new Error("changed my mind");
    controller.abort(reason);
    expect(await reading).toBe(reason);
    expect(clock.pending()).toEqual([]);
  });

  it("a connection that breaks is a ConnectionError, and is not retried", async () => {
    const body = controlledBody();
    const { run, fetch, clock } = download([() => body.response]);
    const file = await run();
    body.send("half");
    const cause = new TypeError("terminated");
    body.break(cause);
    const error: unknown = await file.text().catch((thrown: unknown) => thrown);
    expect(isConnectionError(error) && error.cause).toBe(cause);
    expect([fetch.calls.length, clock.pending()]).toEqual([1, []]);
  });
});
