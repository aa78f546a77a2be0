import assert from "node:assert/strict";
import { createMock } from "@wisekit/mock";

const mock = createMock({ scenario: "us-personal", clock: () => Date.parse("2027-01-01T12:00:00Z") });

const before = mock.snapshot();
const [card] = mock.state.cards.list(654321);
mock.state.cards.update(card?.token ?? "", { status: "EXPIRED" });
mock.restore(before);

assert.equal(mock.state.cards.get(card?.token ?? "")?.status, "ACTIVE");
