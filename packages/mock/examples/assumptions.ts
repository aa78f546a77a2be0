import assert from "node:assert/strict";
import { createMock } from "@wisekit/mock";

const mock = createMock();
const status = "/v3/spend/profiles/123456/cards/ca0c8154-1e14-4464-a1ce-dcea7dc3de52/status";
const headers = { authorization: "Bearer any", "content-type": "application/json" };
const freeze = () => mock.fetch(status, { method: "PUT", headers, body: '{"status":"FROZEN"}' });

// Freezing a card is documented.
assert.equal((await freeze()).headers.get("x-wisekit-assumed"), null);

// What freezing a frozen card does is not: the response is an assumption of ours.
const again = await freeze();
assert.match(again.headers.get("x-wisekit-assumed") ?? "", /^cards\.updateStatus: No source says/);
assert.equal(mock.requests.last()?.assumptions.length, 1);
