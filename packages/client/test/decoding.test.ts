import { inspect } from "node:util";
import { isApiError, isDecodeError, type SealedCardData } from "@wisekit/client";
import { createWiseFile } from "@wisekit/client/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { createTestCall, createTestClient } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse, type StubResponse } from "./support/stub-fetch.ts";

function clientOf(...responses: StubResponse[]) {
  return createTestClient(responses, { maxRetries: 0 }).wise;
}

describe("a successful answer", () => {
  it("is its value, fields as they are on the wire and unknown ones too", async () => {
    const answer = { ...card, status: { value: "SHINY" }, added: { later: true } };
    expect(await clientOf(jsonResponse(answer)).cards.get(cardArgs)).toEqual(answer);
  });

  it("comes with its response, trace id and correlation id when asked for", async () => {
    const headers = { "x-trace-id": "trace", "X-External-Correlation-Id": "mine" };
    const { data, response, traceId, correlationId } = await clientOf(jsonResponse(card, 200, headers))
      .cards.get(cardArgs)
      .withResponse();
    expect([data, response.status, traceId, correlationId]).toEqual([card, 200, "trace", "mine"]);
    expect(response.bodyUsed).toBe(true);
  });

  it.each([
    ["an empty 200", new Response("", { status: 200 })],
    ["a line break", new Response("\r\n")],
    ["a 204", new Response(null, { status: 204 })],
    ["JSON", jsonResponse({ a: 1 })],
    ["JSON with an integer beyond 2^53", jsonResponse('{"id":90071992547409931}')],
  ])("without a body in the contract accepts %s", async (_, response) => {
    expect(await clientOf(response).cards.resetPinCount(cardArgs)).toBeUndefined();
  });
});

/** The integer that a number shows itself as, with all its zeros. */
function digitsOf(value: number): bigint {
  const [digits = "", power] = value.toExponential().split("e");
  const decimals = digits.split(".")[1]?.length ?? 0;
  return BigInt(digits.replace(".", "")) * 10n ** BigInt(Number(power) - decimals);
}

/** `digits` and so many zeros, written as a fraction of so many decimals, at most all but one, and a power of ten. */
function withExponent(digits: bigint, { zeros, decimals }: { zeros: number; decimals: number }): string {
  const [, sign, all = ""] = /^(-?)(.*)$/.exec(String(digits)) ?? [];
  const point = Math.max(1, all.length - decimals);
  const fraction = all.slice(point) && `.${all.slice(point)}`;
  return `${sign}${all.slice(0, point)}${fraction}e${zeros + all.length - point}`;
}

describe("the profile of a phone number", () => {
  const updated = { token: "t", phoneNumber: "+6588888888" };
  const update = (profileId: unknown) =>
    clientOf(jsonResponse({ ...updated, profileId })).cards.updatePhoneNumber({
      ...cardArgs,
      phoneNumber: "+6588888888",
    });

  it.each([30_000_000, "30000000"])("is a number, though the response has %j", async (profileId) => {
    expect(await update(profileId)).toEqual({ ...updated, profileId: 30_000_000 });
  });

  it.each([null, "", "abc", "1.5", "0x10", " 1"])(
    "is left as it is if it is %j, which is no integer",
    async (profileId) => {
      expect(await update(profileId)).toEqual({ ...updated, profileId });
    },
  );

  it("is refused beyond 2^53, as a string too, because a number would be another profile", async () => {
    await expect(update("9007199254740993")).rejects.toThrow("got a response with an integer beyond 2^53");
  });

  it("is missing from a response that has none, and from one that is no object", async () => {
    expect(await update(undefined)).toEqual(updated);
    const call = clientOf(jsonResponse("null")).cards.updatePhoneNumber({ ...cardArgs, phoneNumber: "+6588888888" });
    expect(await call).toBeNull();
  });
});

describe("a number", () => {
  it.each([9007199254740991, -9007199254740991, 1234567890123456, 0.1234567890123456, 12.5, 1.5e-7, 0])(
    "of %d is delivered",
    async (amount) => {
      const answer = { amount, text: "90071992547409931", list: [amount] };
      expect(await clientOf(jsonResponse(answer)).cards.get(cardArgs)).toEqual(answer);
    },
  );

  it("with an exponent is delivered as its digits say", async () => {
    const text = '{"amounts":[1e17,-12.5E+20,900719925474099e2]}';
    const { amounts } = (await clientOf(new Response(text)).cards.get(cardArgs)) as never as { amounts: number[] };
    expect(amounts.map(digitsOf)).toEqual([10n ** 17n, -125n * 10n ** 19n, 90071992547409900n]);
  });

  it("that is an integer is never delivered as another, wherever it is and however it is written", async () => {
    const integer = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const exponent = fc.option(fc.record({ zeros: fc.nat(6), decimals: fc.nat(20) }), { nil: undefined });
    const padding = fc.stringMatching(/^[\w" -]{0,40}$/);
    await fc.assert(
      fc.asyncProperty(integer, exponent, padding, padding, async (digits, parts, before, after) => {
        const id = digits * 10n ** BigInt(parts?.zeros ?? 0);
        const written = parts ? withExponent(digits, parts) : digits;
        const text = `{"before":${JSON.stringify(before)},"ids": [ 1,${written}],"after":${JSON.stringify(after)}}`;
        const { ids } = (await clientOf(new Response(text)).cards.get(cardArgs)) as never as { ids: unknown[] };
        const [, answer] = ids;
        const isSafe = Number.isSafeInteger(Number(id));
        if (isSafe || typeof answer === "number") expect(digitsOf(answer as number)).toBe(id);
        else expect(answer).toBe(String(written));
        if (!isSafe && !parts) expect(answer).toBe(String(id));
      }),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });
});

describe("an answer that is not what it should be", () => {
  it.each([
    ["an empty 200", new Response("")],
    ["an empty 204", new Response(null, { status: 204 })],
    ["HTML with 200", new Response("<html>4396910000012345</html>", { headers: { "content-type": "text/html" } })],
    ["truncated JSON", new Response('{"pan":"4396910000012345"')],
    [
      "nesting without end around an integer above 2^53",
      new Response(`${"[".repeat(100_000)}90071992547409931${"]".repeat(100_000)}`),
    ],
    ["an integer above 2^53", new Response('{"profileId":90071992547409931}')],
    ["such an integer with an exponent", new Response('{"profileId": 9007199254740993e1}')],
    ["one whose digits a point parts", new Response('{"profileId":9007199254740.993e3}')],
    ["such an integer with a sign and spaces", new Response('{"profileId" :\n\t-90071992547409931 }')],
  ])("%s is a DecodeError that quotes nothing", async (_, answer) => {
    const reason: unknown = await clientOf(answer)
      .cards.get(cardArgs)
      .catch((error: unknown) => error);
    expect(isDecodeError(reason)).toBe(true);
    expect(`${inspect(reason)}${JSON.stringify(reason)}`).not.toMatch(/4396910000012345|<html|9007199254740/);
    expect(reason).toMatchObject({ operation: "cards.get", code: "ERR_DECODE", attempts: 1 });
  });

  it("HTML with 200 is a DecodeError where the contract has no body, too: a captive portal lets no write succeed", async () => {
    const page = () =>
      new Response("<html>Sign in</html>", { headers: { "content-type": "text/html; charset=utf-8" } });
    const { wise } = createTestClient([page], { maxRetries: 0 });
    const limit = { cardLimitType: "DAILY", maxLimitAmount: 1 } as const;
    const pin = { cardToken: "t", keyVersion: 1, encryptedPayload: "x" };
    for (const call of [
      wise.spendingLimits.set({ ...cardArgs, ...limit }),
      wise.cardData.pin(pin),
      wise.cards.get(cardArgs),
    ]) {
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(isDecodeError(error)).toBe(true);
      expect(isApiError(error)).toBe(false);
      expect(error).toMatchObject({ status: 200, mediaType: "text/html", length: 20 });
    }
  });

  it.each([
    ["text", "text", "text/plain"],
    ["a file", createWiseFile, "application/pdf"],
  ] as const)(
    "HTML with 200 is a DecodeError in place of %s, unless the contract says HTML",
    async (_kind, response, accept) => {
      const page = new Response("<html>", { headers: { "content-type": "text/html" } });
      const { run } = createTestCall({ response, headers: { accept } }, [page]);
      await expect(run()).rejects.toMatchObject({ code: "ERR_DECODE", status: 200, mediaType: "text/html" });
      const html = createTestCall({ response, headers: { accept: "text/html" } }, [page]);
      expect(await html.run()).toBeDefined();
    },
  );

  it("says in its message what came in place of JSON, and how much", async () => {
    const call = clientOf(new Response("<html>", { headers: { "content-type": "text/html" } })).cards.get(cardArgs);
    await expect(call).rejects.toThrow(
      "cards.get got a response that is not JSON (text/html, 6 characters) (attempt 1)",
    );
  });

  it.each([
    ["500 with nothing", new Response("", { status: 500 }), "ERR_SERVER"],
    ["500 with Content-Length 0", new Response("", { status: 500, headers: { "content-length": "0" } }), "ERR_SERVER"],
    ["401 with nothing", new Response(null, { status: 401 }), "ERR_AUTHENTICATION"],
    ["404 with HTML", new Response("<html>", { status: 404 }), "ERR_NOT_FOUND"],
    ["302", new Response(null, { status: 302, headers: { location: "https://elsewhere.example" } }), "ERR_API"],
    ["a 400 whose body looks like success", jsonResponse(card, 400), "ERR_INVALID_REQUEST"],
  ])("%s is an error, never a value", async (_, answer, code) => {
    const call = clientOf(answer).cards.resetPinCount(cardArgs);
    await expect(call).rejects.toMatchObject({ code });
    await expect(call.withResponse()).rejects.toMatchObject({ code });
  });

  it("is reported once, to whoever asked for the response", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listen);
    await expect(clientOf(jsonResponse({}, 404)).cards.get(cardArgs).withResponse()).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", listen);
    expect(unhandled).toEqual([]);
  });
});

describe("card data", () => {
  const pan = "4396910000012345";
  const request = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "a.b.c.d.e" };
  const details = (body: string) => clientOf(new Response(body)).cardData.details(request);

  it("is handed on exactly as received", async () => {
    for (const body of [`{"pan":"${pan}"}`, "aaa..bbb.ccc.ddd", '"aaa..bbb.ccc.ddd"', "not json at all"]) {
      expect((await details(body))["~unseal"]()).toBe(body);
    }
  });

  it("shows itself nowhere", async () => {
    const sealed: SealedCardData<unknown> = await details(`{"pan":"${pan}"}`);
    const shown = [
      String(sealed),
      `${sealed}`,
      JSON.stringify({ sealed }),
      inspect(sealed, { showHidden: true, depth: 9, getters: true }),
      inspect({ sealed }, { showHidden: true, depth: 9 }),
      JSON.stringify(Object.entries(sealed)),
      inspect({ ...sealed }),
      JSON.stringify(Reflect.ownKeys(sealed).map(String)),
    ];
    expect(shown.join("\n")).not.toContain(pan);
    expect(() => structuredClone(sealed)).toThrow();
    expect(shown.slice(0, 2)).toEqual(["[sealed card data]", "[sealed card data]"]);
  });

  it("cannot be read from the response that came with it", async () => {
    const { response } = await details(`{"pan":"${pan}"}`).withResponse();
    await expect(response.text()).rejects.toThrow();
    expect(() => response.clone()).toThrow();
    expect(inspect(response, { depth: 9, showHidden: false })).not.toContain(pan);
  });
});
