import assert from "node:assert/strict";
import { createMock, mergeCoverage, renderCoverage } from "@wisekit/mock";

const mock = createMock({ coverage: true });
await mock.fetch("/v3/spend/profiles/123456/cards", { headers: { authorization: "Bearer any" } });

// One report per mock; at the end of a run they add up.
const report = mergeCoverage([mock.coverage()]);

assert.equal(report.operations["cards.list"]?.statuses["200"], 1);
assert.match(renderCoverage(report), /Operations called: 1 of \d+/);
