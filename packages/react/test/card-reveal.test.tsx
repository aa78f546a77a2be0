// @vitest-environment happy-dom
import { act, cleanup, render, renderHook, waitFor } from "@testing-library/react";
import { isInvalidRequestError } from "@wisekit/client";
import { type CardRevealOptions, canReveal, SecretText, useCardReveal } from "@wisekit/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { canaries, cardToken, createFakeWise, type FakeWise, otherToken } from "./support/create-fake-wise.ts";
import { sealedForAnother } from "./support/fake-card-data.ts";
import { providersOf } from "./support/providers.tsx";

let fake: FakeWise;
beforeEach(() => {
  fake = createFakeWise();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function renderReveal(options: Partial<CardRevealOptions> = {}) {
  const initialProps: CardRevealOptions = { cardToken, ...options };
  return renderHook((props: CardRevealOptions) => useCardReveal(props), { initialProps, wrapper: providersOf(fake) });
}

type Rendered = ReturnType<typeof renderReveal>["result"];

async function reveal(result: Rendered) {
  act(() => result.current.reveal());
  await waitFor(() => expect(result.current.status).toBe("shown"));
  if (result.current.status !== "shown") throw new Error("unreachable");
  return result.current.data;
}

function challengeOf({ current }: Rendered) {
  if (current.status !== "challenged") throw new Error(`the reveal is ${current.status}`);
  return current.challenge;
}

describe("a reveal", () => {
  it("fetches, opens and shows the details as secrets", async () => {
    const { result } = renderReveal();
    expect(result.current).toMatchObject({ status: "hidden", hiddenBy: undefined });
    const data = await reveal(result);
    expect(data.pan.groups().join("")).toBe(canaries.pan);
    expect(data.cvv2?.groups()).toEqual([canaries.cvv2]);
    expect(data.expiryDate).toBe("05/28");
    expect(JSON.stringify(result.current)).not.toContain(canaries.pan);
  });

  it("shows the PIN", async () => {
    const { result } = renderHook(() => useCardReveal({ cardToken, kind: "pin" }), { wrapper: providersOf(fake) });
    act(() => result.current.reveal());
    await waitFor(() => expect(result.current.status).toBe("shown"));
    expect(result.current.status === "shown" && result.current.data.pin.groups()).toEqual([canaries.pin]);
  });

  it("is fetched once, however often it is started", async () => {
    const { result } = renderReveal();
    act(() => result.current.reveal());
    await reveal(result);
    expect(fake.requests.filter((request) => request.includes("/details"))).toHaveLength(1);
  });

  it("gives the error that it failed with, and can be tried again", async () => {
    fake.failNext("POST /twcard-data", 400);
    const { result } = renderReveal();
    act(() => result.current.reveal());
    await waitFor(() => expect(result.current.status).toBe("failed"));
    expect(result.current.status === "failed" && isInvalidRequestError(result.current.error)).toBe(true);
    await reveal(result);
  });

  it("fails on a response that is not sealed for it", async () => {
    fake.failNext("POST /twcard-data", 200, sealedForAnother());
    const { result } = renderReveal();
    act(() => result.current.reveal());
    await waitFor(() => expect(result.current.status).toBe("failed"));
  });

  it("opens what its session is told to open, and nothing else", async () => {
    fake.plain = true;
    await reveal(renderReveal().result);
    const { result } = renderReveal({ session: { acceptPlainJson: false } });
    act(() => result.current.reveal());
    await waitFor(() => expect(result.current.status).toBe("failed"));
  });

  it("leaves nothing in the caches of TanStack Query", async () => {
    fake.sca = true;
    const { result } = renderReveal();
    act(() => result.current.reveal());
    await waitFor(() => expect(result.current.status).toBe("challenged"));
    act(() => challengeOf(result).send("SMS"));
    await waitFor(() => expect(challengeOf(result).sent).toBeDefined());
    act(() => challengeOf(result).verify(canaries.otpCode));
    await waitFor(() => expect(result.current.status).toBe("shown"));
    expect(fake.queryClient.getQueryCache().getAll()).toEqual([]);
    expect(fake.queryClient.getMutationCache().getAll()).toEqual([]);
  });
});

describe("what is shown", () => {
  it.each([
    ["the window loses the focus", "blur", () => window.dispatchEvent(new Event("blur"))],
    ["the page is left", "page-hidden", () => window.dispatchEvent(new Event("pagehide"))],
    ["the page is no longer seen", "page-hidden", hidePage],
  ] as const)("is hidden and wiped when %s", async (_, hiddenBy, happen) => {
    const { result } = renderReveal();
    const { pan, cvv2 } = await reveal(result);
    act(() => void happen());
    expect(result.current).toMatchObject({ status: "hidden", hiddenBy });
    expect([pan.disposed, cvv2?.disposed]).toEqual([true, true]);
  });

  it("is hidden by hide()", async () => {
    const { result } = renderReveal();
    const { pan } = await reveal(result);
    act(() => result.current.hide());
    expect(result.current).toMatchObject({ status: "hidden", hiddenBy: "user" });
    expect(pan.disposed).toBe(true);
  });

  it("is hidden when the time is up, and says when that is", async () => {
    const { result } = renderReveal({ hideAfterMs: 5_000 });
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    const { pan } = await reveal(result);
    const left = result.current.status === "shown" ? result.current.hidesAt - Date.now() : 0;
    expect(left).toBeGreaterThan(4_000);
    act(() => vi.advanceTimersByTime(left - 1));
    expect(result.current.status).toBe("shown");
    act(() => vi.advanceTimersByTime(1));
    expect(result.current).toMatchObject({ status: "hidden", hiddenBy: "timer" });
    expect(pan.disposed).toBe(true);
  });

  it("is wiped when the component goes", async () => {
    const { result, unmount } = renderReveal();
    const { pan } = await reveal(result);
    unmount();
    expect(pan.disposed).toBe(true);
  });

  it("is wiped when the card changes, and the other card starts hidden", async () => {
    const { result, rerender } = renderReveal();
    const { pan } = await reveal(result);
    rerender({ cardToken: otherToken });
    expect(result.current.status).toBe("hidden");
    expect(pan.disposed).toBe(true);
  });
});

describe("a late response", () => {
  it("is never shown after hide()", async () => {
    const release = fake.hold("POST /twcard-data");
    const { result } = renderReveal();
    act(() => result.current.reveal());
    await waitFor(() => expect(fake.requests.at(-1)).toContain("/details"));
    act(() => result.current.hide());
    expect(fake.signals.at(-1)?.aborted).toBe(true);
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(result.current.status).toBe("hidden");
  });

  it("is never shown in a window that has lost the focus meanwhile", async () => {
    const release = fake.hold("POST /twcard-data");
    const { result } = renderReveal();
    act(() => result.current.reveal());
    await waitFor(() => expect(fake.requests.at(-1)).toContain("/details"));
    vi.spyOn(document, "hasFocus").mockReturnValue(false);
    release();
    await waitFor(() => expect(result.current).toMatchObject({ status: "hidden", hiddenBy: "blur" }));
  });

  it("is never shown on a page that is not seen", async () => {
    const release = fake.hold("POST /twcard-data");
    const { result } = renderReveal();
    act(() => result.current.reveal());
    await waitFor(() => expect(fake.requests.at(-1)).toContain("/details"));
    act(() => void hidePage());
    release();
    await waitFor(() => expect(result.current).toMatchObject({ status: "hidden", hiddenBy: "page-hidden" }));
  });
});

describe("strong customer authentication", () => {
  beforeEach(() => {
    fake.sca = true;
  });

  async function challenged() {
    const rendered = renderReveal();
    act(() => rendered.result.current.reveal());
    await waitFor(() => expect(rendered.result.current.status).toBe("challenged"));
    return rendered.result;
  }

  it("offers the ways that can be passed here, the primary one first, and hides the token", async () => {
    const result = await challenged();
    expect(challengeOf(result).channels).toEqual(["SMS", "VOICE"]);
    expect(JSON.stringify(result.current)).not.toContain(canaries.oneTimeToken);
  });

  it("sends a password, takes it, and shows the card by the same request again", async () => {
    const result = await challenged();
    act(() => challengeOf(result).send("VOICE"));
    await waitFor(() => expect(challengeOf(result).sent).toEqual({ channel: "VOICE", to: "*********7890" }));
    act(() => challengeOf(result).verify(canaries.otpCode));
    await waitFor(() => expect(result.current.status).toBe("shown"));
    const paths = fake.requests.map((request) => request.split("/").slice(-2).join("/"));
    expect(paths).toEqual([
      "clientSideEncryption/fetchEncryptingKey",
      "sensitive-card-data/details",
      "one-time-token/status",
      "one-time-token/status",
      "voice/trigger",
      "voice/verify",
      "sensitive-card-data/details",
    ]);
  });

  it("stays open after a wrong password and while the window has no focus", async () => {
    const result = await challenged();
    act(() => challengeOf(result).send("SMS"));
    await waitFor(() => expect(challengeOf(result).sent).toBeDefined());
    act(() => void window.dispatchEvent(new Event("blur")));
    act(() => challengeOf(result).verify("999999"));
    await waitFor(() => expect(isInvalidRequestError(challengeOf(result).error)).toBe(true));
    act(() => challengeOf(result).verify(canaries.otpCode));
    await waitFor(() => expect(result.current.status).toBe("shown"));
  });

  it("does not check a password before one was sent", async () => {
    const result = await challenged();
    act(() => challengeOf(result).verify(canaries.otpCode));
    await waitFor(() => expect(challengeOf(result).error).toBeInstanceOf(TypeError));
    expect(fake.requests.some((request) => request.includes("/verify"))).toBe(false);
  });

  it("fails, and does not start again, if it is required again after it was passed", async () => {
    const result = await challenged();
    act(() => challengeOf(result).send("SMS"));
    await waitFor(() => expect(challengeOf(result).sent).toBeDefined());
    const again = new Response("{}", {
      status: 403,
      headers: { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": "another" },
    });
    fake.respondNext("POST /twcard-data", again);
    act(() => challengeOf(result).verify(canaries.otpCode));
    await waitFor(() => expect(result.current.status).toBe("failed"));
  });

  it("ends with the reveal", async () => {
    const result = await challenged();
    const open = challengeOf(result);
    act(() => result.current.hide());
    act(() => open.send("SMS"));
    expect(result.current.status).toBe("hidden");
    expect(fake.requests.some((request) => request.includes("/trigger"))).toBe(false);
  });
});

describe("SecretText", () => {
  it("puts the digits on the page, and takes them off again", async () => {
    const { result } = renderReveal();
    const { pan } = await reveal(result);
    const { container, unmount } = render(<SecretText secret={pan} data-secret="pan" />);
    const span = container.querySelector("span");
    expect(span?.textContent).toBe("4596 6100 0008 6320");
    unmount();
    expect(span?.textContent).toBe("");
  });

  it("shows nothing of a disposed secret", async () => {
    const { result } = renderReveal();
    const { pan } = await reveal(result);
    pan.dispose();
    expect(render(<SecretText secret={pan} />).container.textContent).toBe("");
  });

  it("shows nothing for null, as of a card without a CVV2, and nothing of the secret before it", async () => {
    const { result } = renderReveal();
    const { pan } = await reveal(result);
    const { container, rerender } = render(<SecretText secret={pan} />);
    rerender(<SecretText secret={null} />);
    expect(container.textContent).toBe("");
  });
});

describe("the options of useCardReveal", () => {
  it.each([
    [{ hideAfter: 5 }, 'unknown option "hideAfter"; options are cardToken, kind, hideAfterMs, session'],
    [{ hideAfterMs: 0 }, "hideAfterMs must be"],
    [{ hideAfterMs: Number.POSITIVE_INFINITY }, "hideAfterMs must be"],
    [{ kind: "cvv" }, 'kind must be "details" or "pin"'],
  ])("reject %o", (options, message) => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    expect(() => renderReveal(options as Partial<CardRevealOptions>)).toThrow(message);
  });
});

it("canReveal knows from the contract in which statuses card data is given out", () => {
  const statuses = ["ACTIVE", "FROZEN", "INACTIVE", "BLOCKED", "EXPIRED", "PURGED", "PARTNER_SUSPENDED", "NEW"];
  expect(statuses.filter((status) => canReveal(status))).toEqual(["ACTIVE", "FROZEN"]);
  expect(canReveal("ACTIVE", "pin")).toBe(true);
});

function hidePage(): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
}
