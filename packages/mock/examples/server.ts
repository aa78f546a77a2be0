import assert from "node:assert/strict";
import { startMock } from "@wisekit/mock";

await using mock = await startMock({ scenario: "uk-business", seed: 1 });

const card = `${mock.url}/v3/spend/profiles/123456/cards/ca0c8154-1e14-4464-a1ce-dcea7dc3de52`;
const headers = { authorization: "Bearer any", "content-type": "application/json" };

await fetch(`${card}/status`, { method: "PUT", headers, body: JSON.stringify({ status: "FROZEN" }) });
const response = await fetch(card, { headers });

assert.match(await response.text(), /"status":{"value":"FROZEN"}/);
