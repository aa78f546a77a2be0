import { test } from "@wisekit/mock/vitest";
import { expect } from "vitest";

const cards = "/v3/spend/profiles/123456/cards";

// Stands for the code under test.
async function freeze(baseUrl: string, cardToken: string): Promise<void> {
  await fetch(`${baseUrl}${cards}/${cardToken}/status`, {
    method: "PUT",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ status: "FROZEN" }),
  });
}

test("freezes the card", async ({ mock }) => {
  const [card] = mock.state.cards.list(123456);

  await freeze(mock.url, card?.token ?? "");

  expect(mock.state.cards.get(card?.token ?? "")?.status).toBe("FROZEN");
  expect(mock).toHaveReceived("cards.updateStatus", { body: { status: "FROZEN" }, times: 1 });
  expect(mock).toHaveKeptTheContract();
});
