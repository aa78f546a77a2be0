// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { isNotFoundError } from "@wisekit/client";
import { useScaStatus, useTriggerScaSms, useVerifyScaSms } from "@wisekit/react";
import { afterEach, describe, expect, it } from "vitest";
import { canaries, createFakeWise } from "./support/create-fake-wise.ts";
import { providersOf } from "./support/providers.tsx";

afterEach(cleanup);

const { oneTimeToken, otpCode } = canaries;

describe("a call that holds a secret", () => {
  it("gives its response to the caller and leaves nothing in the caches", async () => {
    const fake = createFakeWise();
    const hook = renderHook(() => [useScaStatus(), useTriggerScaSms(), useVerifyScaSms()] as const, {
      wrapper: providersOf(fake),
    }).result;
    await act(async () => {
      const [status, trigger, verify] = hook.current;
      const { oneTimeTokenProperties } = await status.call({ oneTimeToken });
      expect(oneTimeTokenProperties.challenges).toHaveLength(1);
      expect(await trigger.call({ oneTimeToken })).toEqual({ obfuscatedPhoneNo: "*********7890" });
      const passed = await verify.call({ oneTimeToken, otpCode });
      expect(passed.oneTimeTokenProperties.challenges).toEqual([]);
    });
    expect(fake.queryClient.getQueryCache().getAll()).toEqual([]);
    expect(fake.queryClient.getMutationCache().getAll()).toEqual([]);
    expect(JSON.stringify(hook.current)).not.toContain(oneTimeToken);
  });

  it("is pending until its response is here, and as long as another of its calls is", async () => {
    const fake = createFakeWise();
    const release = fake.hold("GET");
    const hook = renderHook(() => useScaStatus(), { wrapper: providersOf(fake) }).result;
    const calls: Promise<unknown>[] = [];
    act(() => {
      calls.push(hook.current.call({ oneTimeToken }), hook.current.call({ oneTimeToken }));
    });
    expect(hook.current.isPending).toBe(true);
    release();
    await act(() => Promise.all(calls));
    expect(hook.current.isPending).toBe(false);
  });

  it("shows the failure of one call only while no other is under way", async () => {
    const fake = createFakeWise();
    const hook = renderHook(() => useScaStatus(), { wrapper: providersOf(fake) }).result;
    const release = fake.hold("GET");
    const calls: Promise<unknown>[] = [];
    act(() => {
      calls.push(hook.current.call({ oneTimeToken: "unknown" }).catch(() => undefined));
    });
    await waitFor(() => expect(fake.requests).toHaveLength(1));
    release();
    const releaseSecond = fake.hold("GET");
    act(() => {
      calls.push(hook.current.call({ oneTimeToken }));
    });
    await act(() => calls[0]);
    expect([hook.current.isPending, hook.current.error]).toEqual([true, undefined]);
    releaseSecond();
    await act(() => Promise.all(calls));
    expect([hook.current.isPending, hook.current.error]).toEqual([false, undefined]);
  });

  it("rejects with the client's error and keeps it until the next call", async () => {
    const fake = createFakeWise();
    const hook = renderHook(() => useScaStatus(), { wrapper: providersOf(fake) }).result;
    await act(async () => {
      await expect(hook.current.call({ oneTimeToken: "unknown" })).rejects.toSatisfy(isNotFoundError);
    });
    expect(isNotFoundError(hook.current.error)).toBe(true);
    await act(() => hook.current.call({ oneTimeToken }));
    await waitFor(() => expect(hook.current.error).toBeUndefined());
  });
});
