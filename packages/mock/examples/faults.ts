import assert from "node:assert/strict";
import { createMock } from "@wisekit/mock";

const mock = createMock();
const cardToken = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
const card = `/v3/spend/profiles/123456/cards/${cardToken}`;
const headers = { authorization: "Bearer any", "content-type": "application/json" };
const freeze = { method: "PUT", headers, body: '{"status":"FROZEN"}' };

// The next call gets 429; the one after it does not.
mock.faults.next("cards.list", { status: 429, retryAfter: 2 });
const limited = await mock.fetch("/v3/spend/profiles/123456/cards", { headers });
assert.deepEqual([limited.status, limited.headers.get("retry-after")], [429, "2"]);

// The card is frozen, and the response is lost.
mock.faults.next("cards.updateStatus", { connection: "reset-after-commit" });
await assert.rejects(mock.fetch(`${card}/status`, freeze));
assert.equal(mock.state.cards.get(cardToken)?.status, "FROZEN");

// One call in ten takes a while, and it is always the same ones for the same seed.
mock.faults.add({ operation: "*", latencyMs: { min: 1, max: 5 }, probability: 0.1 });

// A single call can ask for its own fault.
const unavailable = await mock.fetch(card, { headers: { ...headers, prefer: "status=503, retry-after=5" } });
assert.equal(unavailable.status, 503);
