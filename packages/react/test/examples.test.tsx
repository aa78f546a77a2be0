// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { cardQueries } from "@wisekit/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { App } from "../examples/app.tsx";
import { CardList } from "../examples/card-list.tsx";
import { CardNumber } from "../examples/card-number.tsx";
import { loadCard } from "../examples/load-card.ts";
import { canaries, cardToken, createFakeWise, profileId } from "./support/create-fake-wise.ts";
import { providersOf } from "./support/providers.tsx";

afterEach(cleanup);

describe("the examples of the README", () => {
  it("list the cards and freeze one", async () => {
    const fake = createFakeWise();
    render(<CardList profileId={profileId} />, { wrapper: providersOf(fake) });
    const [freeze] = await screen.findAllByText("Freeze");
    if (freeze) fireEvent.click(freeze);
    await expect.poll(() => fake.statusOf(cardToken)).toBe("FROZEN");
    await screen.findByText(/FROZEN/);
  });

  it("stand in their providers", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", (address: string) => {
      asked.push(address);
      return new Promise(() => undefined);
    });
    render(<App />);
    expect(screen.getByText("Loading")).toBeDefined();
    await expect.poll(() => asked).toHaveLength(1);
    expect(asked[0]).toContain("/api/v3/spend/profiles/123456/cards");
    vi.unstubAllGlobals();
  });

  it("fill a cache without React", async () => {
    const queryClient = await loadCard(createFakeWise().client, profileId, cardToken);
    expect(queryClient.getQueryData(cardQueries.get({ profileId, cardToken }).queryKey)?.token).toBe(cardToken);
  });

  it("reveal a card behind a one-time code", async () => {
    const fake = createFakeWise();
    fake.sca = true;
    const { container } = render(<CardNumber cardToken={cardToken} />, { wrapper: providersOf(fake) });
    fireEvent.click(screen.getByText("Show card"));
    fireEvent.click(await screen.findByText("Send a code by SMS"));
    const field = await screen.findByLabelText("One-time code");
    fireEvent.change(field, { target: { value: canaries.otpCode } });
    const form = field.closest("form");
    if (form) fireEvent.submit(form);
    await screen.findByText(/05\/28/);
    expect(container.textContent).toContain("4596 6100 0008 6320 739 05/28");
  });
});
