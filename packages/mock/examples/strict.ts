import assert from "node:assert/strict";
import { createMock } from "@wisekit/mock";

const mock = createMock({ strict: true, acceptedAssumptions: ["cards.updateStatus"] });
const cards = "/v3/spend/profiles/123456/cards";

// The parameter is called pageNumber. The call is served all the same, as Wise may do.
await mock.fetch(`${cards}?page=2`, { headers: { authorization: "Bearer any" } });

assert.deepEqual(
  mock.deviations.list().map(({ at, message }) => `${at} ${message}`),
  ["query.page is not in the contract; parameters are pageSize, pageNumber"],
);
