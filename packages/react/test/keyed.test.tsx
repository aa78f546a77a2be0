// @vitest-environment happy-dom
import { MutationCache, QueryClient, QueryClientProvider, useMutation } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { ConflictError, ConnectionError, ServerError, TimeoutError, type WiseClient } from "@wisekit/client";
import { type ReactNode, StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attachClient } from "../src/attached-client.ts";
import { createKeyedMutationFactory } from "../src/keyed-mutation-factory.ts";
import { useKeyedUncachedCall } from "../src/use-keyed-uncached-call.ts";

interface Payment {
  readonly amount: number;
  readonly to: { readonly name: string };
  readonly note?: string | undefined;
  readonly key?: string;
  readonly file?: Blob;
}

const payment: Payment = { amount: 10, to: { name: "Jo" } };

let sent: { key: string; args: Payment }[];
let failures: ((idempotencyKey: string) => unknown)[];
let queryClient: QueryClient;
beforeEach(() => {
  sent = [];
  failures = [];
  queryClient = new QueryClient({ mutationCache: new MutationCache() });
  attachClient(queryClient, { payments: { create: pay, createWithKey: pay } } as unknown as WiseClient);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** As the client does: it makes a key where it is given none, and its errors carry the key. */
async function pay(args: Payment, options?: { idempotencyKey?: string }): Promise<string> {
  const key = options?.idempotencyKey ?? args.key ?? `key ${sent.length + 1}`;
  sent.push({ key, args });
  const failure = failures.shift();
  if (failure) throw failure(key);
  return "paid";
}

const keys = () => sent.map(({ key }) => key);

const operation = "cards.list" as const;
const facts = { operation, attempts: 1, retryable: false };
const response = (status: number) => ({ ...facts, status, text: "" });

const noResponse = (idempotencyKey: string) => new ConnectionError("got no response", { ...facts, idempotencyKey });
const tooLate = (idempotencyKey: string) => new TimeoutError("took too long", { ...facts, idempotencyKey });
const serverError = (idempotencyKey: string) => new ServerError({ ...response(503), idempotencyKey });
const conflict = (idempotencyKey: string) => new ConflictError({ ...response(409), idempotencyKey });
const inProgress = (idempotencyKey: string) => new ConflictError({ ...response(409), idempotencyKey, retryable: true });

const inHeader = createKeyedMutationFactory<Payment, string>("payments.create");
const inBody = createKeyedMutationFactory<Payment, string>("payments.createWithKey", { keyArgument: "key" });

function wrapper({ children }: { children: ReactNode }) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  );
}

/** Pays through `useMutation`, one payment after the other. */
function renderMutation(factory = inHeader) {
  const hook = renderHook(() => useMutation(factory()), { wrapper });
  const payOnce = (args: Payment) => act(() => hook.result.current.mutateAsync(args).catch(() => undefined));
  return { ...hook, pay: payOnce };
}

function renderUncached(keyArgument?: string) {
  const hook = renderHook(() => useKeyedUncachedCall<Payment, string>("payments.create", undefined, keyArgument), {
    wrapper,
  });
  const payOnce = (args: Payment) => act(() => hook.result.current.call(args).catch(() => undefined));
  return { ...hook, pay: payOnce };
}

describe.each([
  ["a mutation whose key is a header", () => renderMutation(inHeader)],
  ["a mutation whose key is an argument", () => renderMutation(inBody)],
  ["an uncached call whose key is a header", () => renderUncached()],
  ["an uncached call whose key is an argument", () => renderUncached("key")],
])("%s", (_, render) => {
  it.each([
    ["no response", noResponse],
    ["a timeout", tooLate],
    ["a 5xx", serverError],
    ["a 409 that says that it is still in progress", inProgress],
  ])("keeps its key for the same arguments after %s", async (_outcome, failure) => {
    failures = [failure, failure];
    const { pay } = render();
    await pay(payment);
    await pay({ ...payment, to: { ...payment.to }, note: undefined });
    await pay({ ...payment });
    expect(keys()).toEqual(["key 1", "key 1", "key 1"]);
  });

  it("gets a new key after a definite 4xx", async () => {
    failures = [conflict];
    const { pay } = render();
    await pay(payment);
    await pay(payment);
    expect(keys()).toEqual(["key 1", "key 2"]);
  });

  it("gets a new key after success, also after one that repeated an unclear attempt", async () => {
    failures = [noResponse];
    const { pay } = render();
    await pay(payment);
    await pay(payment);
    await pay(payment);
    expect(keys()).toEqual(["key 1", "key 1", "key 3"]);
  });

  it("gets a new key for other arguments, and still keeps that of the first", async () => {
    failures = [noResponse];
    const { pay } = render();
    await pay(payment);
    await pay({ ...payment, to: { name: "Al" } });
    await pay(payment);
    expect(keys()).toEqual(["key 1", "key 2", "key 1"]);
  });

  it("takes another file for another argument", async () => {
    failures = [noResponse, noResponse];
    const [one, other] = [new Blob(["1"]), new Blob(["2"])];
    const { pay } = render();
    await pay({ ...payment, file: one });
    await pay({ ...payment, file: other });
    await pay({ ...payment, file: one });
    expect(keys()).toEqual(["key 1", "key 2", "key 1"]);
  });

  it("gets a new key after an error that is not the client's", async () => {
    failures = [() => new TypeError("wrong")];
    const { pay } = render();
    await pay(payment);
    await pay(payment);
    expect(keys()).toEqual(["key 1", "key 2"]);
  });
});

describe("a key of the caller's own", () => {
  it("wins over the one of an unclear attempt", async () => {
    failures = [noResponse];
    const { pay } = renderMutation(inBody);
    await pay({ ...payment, key: "mine" });
    await pay({ ...payment, key: "another" });
    expect(keys()).toEqual(["mine", "another"]);
    const { result } = renderUncached();
    failures = [noResponse];
    await act(() => result.current.call(payment).catch(() => undefined));
    await act(() => result.current.call(payment, { idempotencyKey: "mine" }));
    expect(keys().slice(2)).toEqual(["key 3", "mine"]);
  });
});

describe("the key of a mutation", () => {
  it("is kept for another component that does the same", async () => {
    failures = [noResponse];
    const first = renderMutation();
    await first.pay(payment);
    first.unmount();
    await renderMutation().pay(payment);
    expect(keys()).toEqual(["key 1", "key 1"]);
  });

  it("is kept when it is tried again in a callback", async () => {
    failures = [noResponse];
    const again = vi.fn(() => void queryClient.getMutationCache().build(queryClient, inHeader()).execute(payment));
    const mutation = queryClient.getMutationCache().build(queryClient, { ...inHeader(), onError: again });
    await mutation.execute(payment).catch(() => undefined);
    await expect.poll(keys).toEqual(["key 1", "key 1"]);
  });

  it("is forgotten five minutes after the component is gone, whatever options say", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    queryClient.setDefaultOptions({ mutations: { gcTime: 0 } });
    failures = [noResponse, noResponse];
    const first = renderMutation();
    await first.pay(payment);
    first.unmount();
    vi.advanceTimersByTime(299_000);
    const second = renderMutation();
    await second.pay(payment);
    second.unmount();
    vi.advanceTimersByTime(301_000);
    await renderMutation().pay(payment);
    expect(keys()).toEqual(["key 1", "key 1", "key 3"]);
  });

  it("goes with the cache", async () => {
    failures = [noResponse];
    const { pay } = renderMutation();
    await pay(payment);
    queryClient.clear();
    await pay(payment);
    expect(keys()).toEqual(["key 1", "key 2"]);
  });
});

it("an uncached call remembers nothing of a call whose outcome is clear", async () => {
  failures = [conflict];
  const { pay, result, unmount } = renderUncached();
  await pay(payment);
  await pay(payment);
  expect(JSON.stringify(result.current)).not.toContain("Jo");
  unmount();
  await renderUncached().pay(payment);
  expect(keys()).toEqual(["key 1", "key 2", "key 3"]);
});
