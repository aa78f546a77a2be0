import { createMock, type Fault, type LocalMock, startMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { handledMock } from "./support/handled-mock.ts";
import { content, contractOf, get } from "./support/kinds-contract.ts";
import { cardPath, over } from "./support/mock-caller.ts";

const headers = { authorization: "Bearer any" };
const withBody = content("application/json", {
  type: "object",
  examples: [{ text: "a text that can be cut in half" }],
});
const bodies = contractOf({
  "/json": get("bodies.json", withBody),
  "/empty": get("bodies.empty", {}),
  "/none": { get: { "x-sdk-name": "bodies.none", responses: { 204: { description: "Done." } } } },
});

/** What a caller sees of a response, or of the lack of one. */
async function outcomeOf(ask: () => Promise<Response>): Promise<unknown> {
  try {
    const response = await ask();
    const text = await response.text().catch((error: Error) => ({ bodyFailed: error.name, message: error.message }));
    return { status: response.status, contentType: response.headers.get("content-type"), text };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } };
    return { failed: name, message, code: cause?.code };
  }
}

describe("over HTTP and through mock.fetch", () => {
  const faults: [string, Fault][] = [
    ["status 503", { status: 503 }],
    ["status 429", { status: 429, retryAfter: 3 }],
    ["an expired token", { expiredToken: true }],
    ["latency", { latencyMs: 5 }],
    ["latency beyond the caller's patience", { latencyMs: 5000 }],
    ["a reset before the commit", { connection: "reset-before-commit" }],
    ["a reset after the commit", { connection: "reset-after-commit" }],
    ["a stalled body", { connection: "stall" }],
    ["a truncated body", { connection: "truncate" }],
    ["another media type", { contentType: "text/html" }],
    ["a broken contract", { breakContract: true }],
  ];
  const paths = ["/json", "/empty", "/none"];

  it.each(faults.flatMap(([name, fault]) => paths.map((path) => [name, path, fault] as const)))(
    "%s does the same to %s",
    async (_, path, fault) => {
      await using server = await startMock({ contract: bodies });
      const local = createMock({ contract: bodies });
      const ask = (mock: Pick<LocalMock, "faults">, fetched: (init: RequestInit) => Promise<Response>) => {
        mock.faults.next("*", fault);
        return outcomeOf(() => fetched({ headers, signal: AbortSignal.timeout(400) }));
      };
      // Prism, which gives the examples, takes a while to load.
      await Promise.all([over(server).fetch("/json", { headers }), local.fetch("/json", { headers })]);
      const overHttp = await ask(server, (init) => over(server).fetch(path, init));
      expect(await ask(local, (init) => local.fetch(path, init))).toEqual(overHttp);
      if (fault.connection !== undefined) expect(JSON.stringify(overHttp)).toMatch(/ailed/);
    },
  );
});

describe("Accept and Prefer: code=", () => {
  const kinds = contractOf({
    "/one": get("kinds.one", withBody),
    "/two": get("kinds.two", {
      content: { "application/json": { schema: { type: "object" } }, "text/csv": { schema: { type: "string" } } },
    }),
    "/empty": get("kinds.empty", {}),
  });
  const handler = ({ responseMediaType = "application/json" }: { responseMediaType?: string | undefined }) => ({
    status: 200,
    mediaType: responseMediaType,
    body: responseMediaType === "text/csv" ? "a,b" : {},
  });
  const seen = async (mock: LocalMock, path: string, more: Record<string, string>) => {
    const response = await mock.fetch(path, { headers: { ...headers, ...more } });
    return [response.status, response.headers.get("content-type"), mock.deviations.list().map(({ at }) => at)];
  };

  it.each<[string, Record<string, string>, number]>([
    ["/one", { accept: "text/html" }, 406],
    ["/one", { accept: "application/json" }, 200],
    ["/one", { accept: "application/*" }, 200],
    ["/one", { accept: "text/html, */*;q=0.1" }, 200],
    ["/one", { accept: "application/json; charset=utf-8" }, 200],
    ["/one", { accept: "application/json;q=0" }, 406],
    ["/two", { accept: "text/csv" }, 200],
    ["/two", { accept: "text/html" }, 406],
    ["/empty", { accept: "text/html" }, 200],
    ["/one", { prefer: "code=400" }, 400],
    ["/one", { prefer: "code=418" }, 404],
  ])("on %s with %j give the same with and without a handler", async (path, more, status) => {
    const handled = await seen(handledMock(kinds, path === "/empty" ? () => ({ status: 200 }) : handler), path, more);
    expect(handled).toEqual(await seen(createMock({ contract: kinds }), path, more));
    expect(handled[0]).toBe(status);
  });

  it("give the contract's error for a card that exists, and leave it as it is", async () => {
    const mock = createMock();
    const prefer = { ...headers, prefer: "code=409", "content-type": "application/json" };
    const init = { method: "PUT", headers: prefer, body: '{"status":"BLOCKED"}' };
    const response = await mock.fetch(`${cardPath}/status`, init);
    expect([
      response.status,
      mock.state.cards.list(123456).filter(({ status }) => status === "BLOCKED").length,
    ]).toEqual([
      409,
      createMock()
        .state.cards.list(123456)
        .filter(({ status }) => status === "BLOCKED").length,
    ]);
  });

  it("choose the form of card data, where only the other one is accepted", async () => {
    const { sealForTest } = await import("./support/card-data-request.ts");
    const mock = createMock();
    const { key } = await mock.keys.current();
    const ask = async (accept: string) => {
      const response = await mock.fetch("/twcard-data/v1/sensitive-card-data/pin", {
        method: "POST",
        headers: {
          ...headers,
          accept,
          "content-type": "application/json",
          "x-tw-twcard-card-token": cardPath.split("/")[6] ?? "",
        },
        body: JSON.stringify({ keyVersion: 1, encryptedPayload: sealForTest(key, "RSA1_5").payload }),
      });
      return [response.status, response.headers.get("content-type")];
    };
    expect(await ask("*/*")).toEqual([200, "application/jose"]);
    expect(await ask("application/json")).toEqual([200, "application/json"]);
    expect(await ask("application/jose, application/json;q=0.5")).toEqual([200, "application/jose"]);
    expect((await ask("text/html"))[0]).toBe(406);
  });
});

describe("credentials", () => {
  it.each(["Bearer", "bearer", "BEARER"])("are taken behind the scheme %s", async (scheme) => {
    const mock = createMock({ tokens: ["good"] });
    const status = async (token: string) =>
      (await mock.fetch(cardPath, { headers: { authorization: `${scheme} ${token}` } })).status;
    expect([await status("good"), await status("bad")]).toEqual([200, 401]);
  });
});
