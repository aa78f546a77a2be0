import { describe, expect, it } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { settle } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, silence } from "./support/stub-fetch.ts";

/** A signal as React Native has it: without `reason` and `throwIfAborted`. */
function nativeSignal() {
  const target = new EventTarget();
  const signal = Object.assign(target, { aborted: false, onabort: null }) as unknown as AbortSignal;
  const abort = (): void => {
    Object.assign(signal, { aborted: true });
    target.dispatchEvent(new Event("abort"));
  };
  return { signal, abort };
}

/** A response as React Native gives it: it does not say whether it was redirected, only where it came from. */
function nativeResponse(url: string): Response {
  const response = jsonResponse(card);
  Object.defineProperties(response, { url: { value: url }, redirected: { value: undefined } });
  return response;
}

describe("with the signals of React Native", () => {
  it("a call succeeds", async () => {
    expect(await createTestClient().wise.cards.get(cardArgs, { signal: nativeSignal().signal })).toEqual(card);
  });

  it("a call that is aborted before, in or between attempts throws an AbortError, never undefined", async () => {
    const before = nativeSignal();
    before.abort();
    const { wise } = createTestClient([silence]);
    const aborted = { name: "AbortError" };
    await expect(wise.cards.get(cardArgs, { signal: before.signal })).rejects.toMatchObject(aborted);
    for (const response of [silence, () => jsonResponse({}, 503)]) {
      const { signal, abort } = nativeSignal();
      const call = createTestClient([response]).wise.cards.get(cardArgs, { signal });
      call.catch(() => {});
      for (let turn = 0; turn < 5; turn += 1) await settle();
      abort();
      await expect(call).rejects.toMatchObject(aborted);
    }
  });

  it("a token that does not come is a TimeoutError", async () => {
    const auth = () => new Promise<string>(() => {});
    const { wise, clock } = createTestClient([], { auth, timeoutMs: 100 });
    const call = wise.cards.get(cardArgs, { signal: nativeSignal().signal }).catch((error: unknown) => error);
    await clock.passTimer(100);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT" });
  });
});

describe("with the fetch of React Native, which follows redirects", () => {
  it("what came from another address is no success", async () => {
    const { wise } = createTestClient([({ url }) => nativeResponse(url.replace("api.", "elsewhere."))], {
      maxRetries: 0,
    });
    await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ code: "ERR_API", status: 0 });
  });

  it("what came from the address that was asked for is, however that is written", async () => {
    const { wise } = createTestClient([({ url }) => nativeResponse(url.replace("https://api", "HTTPS://API"))]);
    expect(await wise.cards.get(cardArgs)).toEqual(card);
  });
});
