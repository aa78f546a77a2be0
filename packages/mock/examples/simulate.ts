import assert from "node:assert/strict";
import { createMock } from "@wisekit/mock";

const mock = createMock();
const cardToken = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
const contactless = { method: "CONTACTLESS", amount: 5 } as const;

// Contactless is locked until the first purchase with chip and PIN.
const declined = mock.simulate.purchase(cardToken, contactless);
assert.deepEqual(declined, {
  approved: false,
  declineReason: "PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED",
  detailedDeclineReason: null,
});
mock.simulate.chipAndPinPurchase(cardToken);
assert.deepEqual(mock.simulate.purchase(cardToken, contactless), { approved: true });

mock.simulate.wrongPin(cardToken, 4);
mock.simulate.suspend(cardToken);
mock.simulate.liftSuspension(cardToken);

// Time passes: the card expires, and 555 days later its secrets are gone.
mock.simulate.advanceTime({ days: 2000 });
assert.equal(mock.state.cards.get(cardToken)?.status, "PURGED");
